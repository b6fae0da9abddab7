"""Sealing gives the file back whole, or leaves nothing."""

import io
import itertools
import os
import signal
import subprocess
import sys
import tarfile
import tempfile
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.bundle import keys
from jamsos_desktop.bundle.open import open_bundle
from jamsos_desktop.bundle.seal import PartChangedError, PartSource, part_of, seal
from jamsos_desktop.errors import Cancelled, UserError
from tests.bundle.factories import (
    JOURNAL,
    OFFICE,
    OFFICE_IDENTITY,
    SIGNING_KEY,
    inner_tar,
    make_manifest,
    seal_bundle,
)

NAMES = st.from_regex(r"(media/)?[a-z0-9]{5,12}\.(jpg|ndjson)", fullmatch=True)
PARTS = st.dictionaries(NAMES, st.lists(st.binary(max_size=3000), max_size=4), max_size=6)


def in_pieces(name: str, pieces: list[bytes]) -> PartSource:
    return PartSource(name, lambda: iter(pieces))


@settings(max_examples=60, deadline=None)
@given(PARTS)
def test_what_goes_in_comes_out(parts: dict[str, list[bytes]]) -> None:
    sources = [in_pieces(name, pieces) for name, pieces in parts.items()]
    with tempfile.TemporaryDirectory() as folder:
        first = seal_bundle(Path(folder), sources)
        again = seal_bundle(Path(folder), sources)
        bundle = open_bundle(first.path, [OFFICE_IDENTITY])

        out = {part.name: b"".join(content) for part, content in bundle.walk()}
        assert out == {name: b"".join(pieces) for name, pieces in parts.items()}
        assert inner_tar(first.path) == inner_tar(again.path)


def test_the_archive_tells_nothing_of_machine_and_user(tmp_path: Path) -> None:
    tar = inner_tar(seal_bundle(tmp_path).path)

    with tarfile.open(fileobj=io.BytesIO(tar)) as archive:
        told = {(i.uid, i.gid, i.uname, i.gname, i.mtime, i.mode) for i in archive}
    assert told == {(0, 0, "", "", 0, 0o644)}


def test_a_passphrase_seals_a_first_kit(tmp_path: Path) -> None:
    kit = seal(
        tmp_path / "kit.jamsos",
        make_manifest(kind="kit"),
        [part_of("kit.json", b"{}")],
        signing_key=SIGNING_KEY,
        passphrase="merah-jambu-42",
    )

    opened = open_bundle(kit.path, passphrase="merah-jambu-42")

    assert (opened.size, opened.sha256) == (kit.size, kit.sha256)
    assert list(opened.read("kit.json")) == [b"{}"]
    for passphrase, code in (
        ("merah-jambu-43", "bundle_bad_passphrase"),
        ("", "bundle_needs_passphrase"),
    ):
        with pytest.raises(UserError, match=code):
            open_bundle(kit.path, [OFFICE_IDENTITY], passphrase)


def test_a_part_that_changes_while_it_is_sealed_is_a_bug(tmp_path: Path) -> None:
    for pieces in ([b"satu", b"dua"], [b"satu", b""], [b"satu", b"satu" * 1000]):
        turns = iter(pieces)
        with pytest.raises(PartChangedError):
            seal_bundle(tmp_path, [PartSource("journal.ndjson", lambda t=turns: [next(t)])])

    assert list(tmp_path.iterdir()) == []


def test_stopping_leaves_nothing(tmp_path: Path) -> None:
    class StopAfter:
        def __init__(self, steps: int) -> None:
            self.left = steps

        def check(self) -> None:
            self.left -= 1
            if self.left < 0:
                raise Cancelled

    for steps in range(5):  # two parts, read twice, and once more before the file gets its name
        with pytest.raises(Cancelled):
            seal(
                tmp_path / "a.jamsos",
                make_manifest(),
                [part_of("journal.ndjson", JOURNAL), part_of("media/a.jpg", b"x")],
                signing_key=SIGNING_KEY,
                recipients=[OFFICE],
                cancel=StopAfter(steps),
            )
        assert list(tmp_path.iterdir()) == []


def test_it_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    seal(
        tmp_path / "a.jamsos",
        make_manifest(),
        [part_of("journal.ndjson", JOURNAL), part_of("media/a.jpg", b"xx")],
        signing_key=SIGNING_KEY,
        recipients=[OFFICE],
        report=lambda done, total: told.append((done, total)),
    )

    size = len(JOURNAL)
    assert told == [(size, 0), (size + 2, 0), (size, size + 2), (size + 2, size + 2)]


def test_what_reading_a_part_raises_comes_through(tmp_path: Path) -> None:
    turns = itertools.count()

    def fails_the_second_time() -> Iterator[bytes]:
        yield JOURNAL
        if next(turns):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        seal_bundle(tmp_path, [PartSource("journal.ndjson", fails_the_second_time)])
    assert list(tmp_path.iterdir()) == []


def test_what_no_reader_would_believe_is_not_written(tmp_path: Path) -> None:
    for parts in ([part_of("a", bytes(10_000_000))], [part_of(f"{n}", b"") for n in range(50_001)]):
        with pytest.raises(ValueError, match="any reader"):
            seal_bundle(tmp_path, parts)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("names", [["../a"], ["manifest.json"], ["a", "a"], ["A"]])
def test_names_that_no_reader_takes_are_not_written(tmp_path: Path, names: list[str]) -> None:
    with pytest.raises(ValueError, match="name"):
        seal_bundle(tmp_path, [part_of(name, b"") for name in names])


def test_a_seal_needs_one_lock_and_the_senders_key(tmp_path: Path) -> None:
    target, manifest = tmp_path / "a.jamsos", make_manifest()
    with pytest.raises(ValueError, match="either"):
        seal(target, manifest, [], signing_key=SIGNING_KEY)
    with pytest.raises(ValueError, match="another key"):
        seal(target, manifest, [], signing_key=keys.new_signing_key(), recipients=[OFFICE])
    with pytest.raises(ValueError, match="recipient"):
        seal(target, manifest, [], signing_key=SIGNING_KEY, recipients=["age1x"])
    assert list(tmp_path.iterdir()) == []


def test_sealing_and_opening_need_little_memory(tmp_path: Path) -> None:
    """60 MB of lines, of which the last come back again and again."""
    lines = [b'{"seq":%d,"salt":"%s"}\n' % (n, os.urandom(512).hex().encode()) for n in range(4000)]
    journal = PartSource("journal.ndjson", lambda: itertools.chain.from_iterable([lines] * 15))

    tracemalloc.start()
    try:
        written = seal_bundle(tmp_path, [journal])
        bundle = open_bundle(written.path, [OFFICE_IDENTITY])
        read = sum(map(len, bundle.read("journal.ndjson")))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert read == sum(map(len, lines)) * 15 > 60_000_000
    assert peak < 8_000_000


def test_a_stick_too_small_is_told_before_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1_999_999}))

    with pytest.raises(UserError) as caught:
        seal_bundle(tmp_path, [part_of("media/a.jpg", bytes(3_000_001))])

    assert (caught.value.code, caught.value.values) == ("target_too_small", {"need": 4, "free": 1})
    assert list(tmp_path.iterdir()) == []


ENDLESS = """
import itertools, sys
from pathlib import Path
from jamsos_desktop.bundle.seal import PartSource, seal
from tests.bundle.factories import OFFICE, SIGNING_KEY, make_manifest
import os
first = [os.urandom(1_000_000) for _ in range(2)]
turns = itertools.count()
def source():
    return iter(first) if next(turns) == 0 else itertools.chain(first, told())
def told():
    print("writing", flush=True)
    while True:
        yield os.urandom(1_000_000)
seal(Path(sys.argv[1]), make_manifest(), [PartSource("journal.ndjson", source)],
     signing_key=SIGNING_KEY, recipients=[OFFICE])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_killed_in_the_middle_it_leaves_no_file_under_the_name(tmp_path: Path) -> None:
    target = tmp_path / "a.jamsos"
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", ENDLESS, str(target)],
        stdout=subprocess.PIPE,
        cwd=root,
        env=os.environ | {"PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"writing\n"
        process.send_signal(signal.SIGKILL)

    (left,) = tmp_path.iterdir()
    assert left.name.startswith(".a.jamsos.")
    assert left.suffix == ".part"
    assert not target.exists()
    assert seal_bundle(tmp_path).path == target
