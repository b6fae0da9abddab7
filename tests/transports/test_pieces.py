"""Files cross to real servers on loopback, over lines that break."""

import getpass
import hashlib
import random
from contextlib import ExitStack, contextmanager

import msgspec
import pytest

from jamsos_desktop.domain.destination import FolderPlace, S3Place, SftpPlace, WebDavPlace
from jamsos_desktop.errors import Cancelled, UserError
from jamsos_desktop.transports.pieces import LIST, TEMPORARY, fetch, send, try_out, waiting
from jamsos_desktop.transports.place import open_place
from tests import servers

NAME = "KIRIM_kota-mojokerto_MJK1_000001-000120_20261122-0900.jamsos"
PIECE = 40_000
SIZE = 5 * PIECE + 123
KINDS = ("folder", "webdav", "sftp", "s3")


class Server:
    """A destination, the line to it, and a look at what lies there."""

    def __init__(self, destination, line=None):
        self.destination = destination
        self.line = line

    def place(self):
        return open_place(self.destination)


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """Each server is started once, when the first test asks for it."""
    with ExitStack() as stack:
        running = {}

        def start(kind):
            if kind not in running:
                running[kind] = _start(kind, stack, tmp_path_factory.mktemp(kind))
            return running[kind]

        yield start


def _start(kind, stack, work):
    folder = work / "there"
    folder.mkdir()
    if kind == "folder":
        return Server(FolderPlace(path=str(folder)))
    if kind == "webdav":
        port = stack.enter_context(servers.webdav_server(folder))
        line = stack.enter_context(_line(port))
        url = f"http://127.0.0.1:{line.port}"
        return Server(WebDavPlace(url=url, user=servers.USER, password=servers.PASSWORD), line)
    if kind == "sftp":
        if servers.SSHD is None or servers.SFTP_SERVER is None:
            pytest.skip("OpenSSH's server is not installed: build/system_packages.sh tests")
        port, key = stack.enter_context(servers.sftp_server(work, folder))
        line = stack.enter_context(_line(port))
        user = getpass.getuser()
        place = SftpPlace(host="127.0.0.1", port=line.port, user=user, private_key=key)
        return Server(place, line)
    port, key, secret = stack.enter_context(servers.s3_server(work))
    line = stack.enter_context(_line(port))
    place = S3Place(
        endpoint=f"http://127.0.0.1:{line.port}",
        bucket="jamsos",
        access_key=key,
        secret_key=secret,
        folder="mojokerto/kirim",
    )
    return Server(place, line)


@contextmanager
def _line(port):
    line = servers.Line(port)
    try:
        yield line
    finally:
        line.close()


@pytest.fixture(params=KINDS)
def server(request, started):
    """One of the four, with nothing in it."""
    one = started(request.param)
    place = one.place()
    for name in place.names():
        place.remove(name)
    place.close()
    return one


def make_file(folder, size=SIZE, name=NAME, seed=1):
    """A sealed file, as far as uploading knows."""
    path = folder / name
    path.write_bytes(random.Random(seed).randbytes(size))
    return path


def nothing(*_what):
    """Nobody watches."""


def test_a_small_file_lies_there_under_its_own_name(server, tmp_path):
    path = make_file(tmp_path, 1000)
    place = server.place()
    try_out(place, "coba")
    assert place.names() == {}
    sent = send(place, path, nothing, nothing)
    assert sent.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert place.names() == {NAME: 1000}
    assert place.read(NAME, 0, 2000) == path.read_bytes()
    assert place.read(NAME, 990, 10) == path.read_bytes()[990:]
    place.close()


def test_a_large_file_crosses_in_pieces_and_comes_back_whole(server, tmp_path):
    path, done = make_file(tmp_path), []
    place = server.place()
    send(place, path, lambda *now: done.append(now), nothing, PIECE)
    assert done == [(min(n * PIECE, SIZE), SIZE) for n in range(1, 7)]
    assert len(place.names()) == 7  # six pieces and their list
    (there,) = waiting(place)
    assert there.name == NAME
    (tmp_path / "here").mkdir()
    got = fetch(place, there, tmp_path / "here", nothing, nothing)
    assert got.name == NAME
    assert got.read_bytes() == path.read_bytes()
    assert [file.name for file in (tmp_path / "here").iterdir()] == [NAME]
    place.close()


def test_sending_again_changes_nothing_and_is_checked(server, tmp_path):
    path = make_file(tmp_path)
    place = server.place()
    send(place, path, nothing, nothing, PIECE)
    before = place.names()
    again = send(place, path, nothing, nothing, PIECE)
    assert again.resumed == SIZE
    assert place.names() == before
    place.close()


def test_another_file_of_the_name_is_never_overwritten(server, tmp_path):
    place = server.place()
    for size in (1000, SIZE):
        send(place, make_file(tmp_path, size), nothing, nothing, PIECE)
        before = place.names()
        with pytest.raises(UserError) as refused:
            send(place, make_file(tmp_path, size, seed=2), nothing, nothing, PIECE)
        assert refused.value.code == "place_name_taken"
        assert place.names() == before
        for name in before:
            place.remove(name)
    place.close()


def test_a_name_that_appears_meanwhile_is_not_overwritten(server):
    place = server.place()
    place.write("satu.part", b"satu")
    place.rename("satu.part", "satu")
    place.write("dua.part", b"dua")
    with pytest.raises(UserError) as refused:
        place.rename("dua.part", "satu")
    assert refused.value.code == "place_name_taken"
    assert place.read("satu", 0, 10) == b"satu"
    place.close()


def test_a_file_that_is_not_there_is_said(server):
    place = server.place()
    with pytest.raises(UserError) as refused:
        place.read("tidak-ada", 0, 10)
    assert refused.value.code == "place_file_gone"
    place.remove("tidak-ada")
    place.close()


@pytest.mark.parametrize("kind", KINDS[1:])
def test_a_line_that_breaks_anywhere_is_gone_on_with(kind, started, tmp_path):
    server = started(kind)
    path = make_file(tmp_path)
    chance = random.Random(7)
    breaks = resumed = 0
    for cut in sorted(chance.sample(range(500, 2 * SIZE), 3)):
        place = server.place()
        for name in place.names():
            place.remove(name)
        server.line.cut_after(cut)
        try:
            send(place, path, nothing, nothing, PIECE)
        except UserError as error:
            breaks += 1
            assert error.code in {"place_unreachable", "place_failed"}  # noqa: PT017
        finally:
            place.close()
        server.line.mend()
        place = server.place()
        sent = send(place, path, nothing, nothing, PIECE)
        resumed += sent.resumed
        (there,) = waiting(place)
        here = tmp_path / f"{cut}"
        here.mkdir()
        assert fetch(place, there, here, nothing, nothing).read_bytes() == path.read_bytes()
        assert not [name for name in place.names() if name.endswith(TEMPORARY)]
        place.close()
    assert breaks == 3
    assert resumed > 0


@pytest.mark.parametrize("kind", KINDS[1:])
def test_a_fetch_that_breaks_keeps_what_came(kind, started, tmp_path):
    server = started(kind)
    path = make_file(tmp_path)
    place = server.place()
    for name in place.names():
        place.remove(name)
    send(place, path, nothing, nothing, PIECE)
    (there,) = waiting(place)
    here = tmp_path / "here"
    here.mkdir()
    server.line.cut_after(3 * PIECE)
    with pytest.raises(UserError) as broken:
        fetch(place, there, here, nothing, nothing)
    assert broken.value.code == "place_unreachable"
    place.close()
    assert not (here / NAME).exists()
    server.line.mend()
    place, before = server.place(), server.line.passed
    assert fetch(place, there, here, nothing, nothing).read_bytes() == path.read_bytes()
    assert server.line.passed - before < SIZE  # what had come was not asked again
    place.close()


def test_stopping_between_two_pieces_leaves_what_can_be_gone_on_with(server, tmp_path):
    path, place, looks = make_file(tmp_path), server.place(), []

    def stop():
        looks.append(1)
        if len(looks) == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        send(place, path, nothing, stop, PIECE)
    assert waiting(place) == []
    assert send(place, path, nothing, nothing, PIECE).resumed == 3 * PIECE
    place.close()


def test_what_was_changed_there_is_refused(server, tmp_path):
    place = server.place()
    path = make_file(tmp_path)
    send(place, path, nothing, nothing, PIECE)
    (there,) = waiting(place)
    piece = next(name for name in place.names() if name.endswith(".0003"))
    place.remove(piece)
    place.write(piece, bytes(PIECE))
    here = tmp_path / "here"
    here.mkdir()
    with pytest.raises(UserError) as refused:
        fetch(place, there, here, nothing, nothing)
    assert refused.value.code == "place_damaged"
    assert not (here / NAME).exists()
    place.remove(piece)
    place.remove(NAME + LIST)
    assert send(place, path, nothing, nothing, PIECE).resumed == 4 * PIECE + 123
    place.close()


@pytest.mark.parametrize(
    "change",
    [
        {"name": "KIRIM_lain.jamsos"},
        {"size": 1},
        {"pieces": [{"name": "../rahasia", "size": 3, "sha256": "0" * 64}], "size": 3},
        None,
    ],
)
def test_a_list_that_does_not_fit_itself_is_refused(change, started, tmp_path):
    place = started("folder").place()
    for name in place.names():
        place.remove(name)
    send(place, make_file(tmp_path), nothing, nothing, PIECE)
    listed = msgspec.json.decode(place.read(NAME + LIST, 0, 10**6))
    place.write(NAME + LIST, b"{" if change is None else msgspec.json.encode(listed | change))
    (there,) = waiting(place)
    with pytest.raises(UserError) as refused:
        fetch(place, there, tmp_path, nothing, nothing)
    assert refused.value.code == "place_damaged"


def test_a_list_that_broke_off_gives_way_to_another_name(server, tmp_path):
    place = server.place()
    path = make_file(tmp_path)
    send(place, path, nothing, nothing, PIECE)
    content = place.read(NAME + LIST, 0, 10**6)
    place.remove(NAME + LIST)
    place.write(NAME + LIST, content[: len(content) // 2])
    with pytest.raises(UserError) as refused:
        send(place, path, nothing, nothing, PIECE)
    assert refused.value.code == "place_name_taken"
    place.close()


def test_what_an_earlier_sending_could_not_remove_is_removed(server, tmp_path):
    place = server.place()
    path = make_file(tmp_path)
    place.write(f"{NAME}.00000000.0001{TEMPORARY}", b"sisa")
    place.write(f"LAIN{TEMPORARY}", b"milik orang")
    send(place, path, nothing, nothing, PIECE)
    left = [name for name in place.names() if name.endswith(TEMPORARY)]
    assert left == [f"LAIN{TEMPORARY}"]
    place.close()


def test_files_of_others_are_not_looked_at(server, tmp_path):
    place = server.place()
    place.write("liburan.jpg", b"x")
    place.write(NAME + TEMPORARY, b"x")
    assert waiting(place) == []
    place.close()
