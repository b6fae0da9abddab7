"""A file is whole under its name, or not there; and it never takes another's place."""

import errno
import itertools
import os
import shutil
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from jamsos_desktop.bundle import safe_write
from jamsos_desktop.bundle.safe_write import SafeWriter, write_new
from jamsos_desktop.errors import UserError
from jamsos_desktop.messages import explain

ROOT = Path(__file__).parents[2]
ENVIRONMENT = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}


def no_hard_links(*_: object) -> None:
    raise PermissionError(errno.EPERM, "FAT has no hard links")


@pytest.fixture(params=["hard links", "FAT"])
def file_system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each way of giving the name: FAT is played by refusing hard links, as it does."""
    if request.param == "FAT":
        monkeypatch.setattr(os, "link", no_hard_links)


@pytest.mark.usefixtures("file_system")
def test_a_file_is_written_and_read_back(tmp_path: Path) -> None:
    written = write_new(tmp_path / "kartu.pdf", b"%PDF")

    assert written.path.read_bytes() == b"%PDF"
    assert written.size == 4
    assert [path.name for path in tmp_path.iterdir()] == ["kartu.pdf"]


@pytest.mark.usefixtures("file_system")
def test_an_existing_file_keeps_its_name(tmp_path: Path) -> None:
    names = [write_new(tmp_path / "a.b.pdf", b"%d" % n).path.name for n in range(3)]

    assert names == ["a.b.pdf", "a.b (2).pdf", "a.b (3).pdf"]
    assert (tmp_path / "a.b.pdf").read_bytes() == b"0"


@pytest.mark.usefixtures("file_system")
def test_a_name_taken_while_writing_is_not_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    with SafeWriter(target) as file:
        file.write(b"ours")
        target.write_bytes(b"theirs")
        assert file.commit().path.name == "a (2).pdf"

    assert target.read_bytes() == b"theirs"


@pytest.mark.skipif(sys.platform == "win32", reason="needs rights on Windows")
def test_a_dangling_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").symlink_to(tmp_path / "elsewhere")

    assert write_new(tmp_path / "a.pdf", b"x").path.name == "a (2).pdf"
    assert not (tmp_path / "elsewhere").exists()


def test_without_commit_nothing_remains(tmp_path: Path) -> None:
    with SafeWriter(tmp_path / "a.pdf") as file:
        file.write(b"half")

    assert list(tmp_path.iterdir()) == []


def test_when_the_name_cannot_be_given_the_reservation_goes_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled(*_: object) -> None:
        raise OSError(errno.EIO, "stick pulled")

    monkeypatch.setattr(os, "link", no_hard_links)
    monkeypatch.setattr(Path, "replace", pulled)

    with pytest.raises(UserError, match="target_gone"):
        write_new(tmp_path / "a.pdf", b"x")
    assert list(tmp_path.iterdir()) == []


def test_what_reads_back_differently_is_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bad stick is played by changing a byte when the file is flushed to it."""
    real = os.fsync

    def lies(handle: int) -> None:
        real(handle)
        (part,) = tmp_path.glob(".*.part")
        part.write_bytes(b"%pDF")

    monkeypatch.setattr(os, "fsync", lies)

    with pytest.raises(UserError, match="write_damaged"):
        write_new(tmp_path / "a.pdf", b"%PDF")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "target_full"),
        (errno.EDQUOT, "target_full"),
        (errno.EROFS, "target_read_only"),
        (errno.EACCES, "target_read_only"),
        (errno.EIO, "target_gone"),
        (errno.ENODEV, "target_gone"),
    ],
)
def test_what_the_system_says_at_the_flush_becomes_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuses(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuses)

    with pytest.raises(UserError) as caught:
        write_new(tmp_path / "a.pdf", b"%PDF")

    assert caught.value.code == code
    assert all(explain(caught.value))
    assert list(tmp_path.iterdir()) == []


def test_windows_says_access_denied_for_a_drive_that_is_gone(tmp_path: Path) -> None:
    error = PermissionError(errno.EACCES, "The device is not ready")
    error.winerror = 21  # type: ignore[attr-defined]

    with pytest.raises(UserError, match="target_gone"), safe_write.writing():
        raise error


def test_an_unknown_refusal_is_a_bug() -> None:
    with pytest.raises(OSError, match="deadlock"), safe_write.writing():
        raise OSError(errno.EDEADLK, "deadlock")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    for folder in (tmp_path / "stick", tmp_path / "file"):
        with pytest.raises(UserError, match="target_gone"):
            write_new(folder / "a.pdf", b"x")


def test_a_stick_pulled_while_writing(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with SafeWriter(stick / "a.pdf") as file:
        file.write(b"half")
        shutil.rmtree(stick)
        with pytest.raises(UserError, match="target_gone"):
            file.commit()


def test_only_our_own_old_leftovers_are_swept(tmp_path: Path) -> None:
    ours_old, ours_new = (f".a.pdf.{c * 16}.part" for c in "ab")
    foreign = [".a.part", "a.pdf.0123456789abcdef.part", ".film.mkv.part", "notes.txt"]
    long_ago = time.time() - 25 * 3600
    for name in [ours_old, ours_new, *foreign]:
        (tmp_path / name).write_bytes(b"x")
        if name != ours_new:
            os.utime(tmp_path / name, (long_ago, long_ago))

    write_new(tmp_path / "b.pdf", b"x")

    assert {path.name for path in tmp_path.iterdir()} == {ours_new, *foreign, "b.pdf"}


# --- real disks -----------------------------------------------------------------------------------

SEAL_ON_DISK = """
import os, sys
from pathlib import Path
from jamsos_desktop.bundle.seal import PartSource
from jamsos_desktop.errors import UserError
from tests.bundle.factories import seal_bundle
folder = Path(sys.argv[1])
noise = [os.urandom(100_000).hex().encode() for _ in range(10)]
try:
    seal_bundle(folder, [PartSource("journal.ndjson", lambda: iter(noise))])
except UserError as error:
    print(error.code, *sorted(path.name for path in folder.iterdir()))
"""


def run_on_small_disk(folder: Path, *mount_then: str) -> str:
    """Run ``SEAL_ON_DISK`` on a tmpfs of 600 kB of its own; skip where the system forbids that."""
    script = textwrap.dedent(f"""
        mount -t tmpfs -o size=600k none "$0" || exit 77
        {"; ".join(mount_then)}
        exec "$1" -c "$2" "$0"
    """)
    tool = shutil.which("unshare")
    if tool is None:
        pytest.skip("unshare is not installed: a full and a read-only disk were not tried")
    inside = ["sh", "-c", script, str(folder), sys.executable, SEAL_ON_DISK]
    done = subprocess.run(
        [tool, "--map-root-user", "--mount", *inside],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=ENVIRONMENT,
        check=False,
    )
    if done.returncode in {1, 77} and ("unshare" in done.stderr or "mount:" in done.stderr):
        pytest.skip(f"no small disk here, a full one was not tried: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_full_disk_keeps_no_half_file(tmp_path: Path) -> None:
    assert run_on_small_disk(tmp_path) == "target_full"


def test_a_read_only_disk_is_named(tmp_path: Path) -> None:
    remount = 'touch "$0/old.txt"; mount -o remount,ro,bind "$0"'
    assert run_on_small_disk(tmp_path, remount) == "target_read_only old.txt"


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes there")
def test_a_file_system_that_ends_files_early_keeps_no_half_file(tmp_path: Path) -> None:
    """FAT ends a file at 4 GiB; a limit of the process does so earlier, with the same error."""
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))"
    done = subprocess.run(
        [sys.executable, "-c", limit + SEAL_ON_DISK, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=ENVIRONMENT,
        check=True,
    )
    assert done.stdout.strip() == "target_full"


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("call", ["fsync", "link", "open", "replace"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_at_any_step_the_name_holds_all_or_nothing(
    tmp_path: Path, call: str, when: str
) -> None:
    """The process kills itself before or after each call that matters, also as on FAT."""
    program = f"""
import os, signal, sys
from pathlib import Path
from jamsos_desktop.bundle.safe_write import write_new
def die(name):
    real = getattr(os, name)
    def dying(*args, **more):
        if name == "open" and not args[1] & os.O_EXCL: return real(*args, **more)
        if "{when}" == "after": real(*args, **more)
        os.kill(os.getpid(), signal.SIGKILL)
    setattr(os, name, dying)
def no_links(*_): raise PermissionError(1, "FAT")
if "{call}" in ("open", "replace"): os.link = no_links
die("{call}")
write_new(Path(sys.argv[1]) / "a.pdf", b"whole")
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], cwd=ROOT, env=ENVIRONMENT, check=False
    )

    assert done.returncode == -9
    named = tmp_path / "a.pdf"
    # Between reserving the name and giving it, FAT shows an empty file: never a half one.
    allowed = {b""} if (call, when) in {("open", "after"), ("replace", "before")} else {b"whole"}
    assert not named.exists() or named.read_bytes() in allowed
    assert write_new(named, b"next").path.read_bytes() == b"next"


def test_names_end_never() -> None:
    names = itertools.islice(safe_write._names(Path("a.pdf")), 12)
    assert [path.name for path in names][-1] == "a (12).pdf"
