"""Disks of a given size, or ones that may not be written to, for as long as a test takes."""

import contextlib
import shutil
import subprocess

import pytest


@contextlib.contextmanager
def mounted(folder, options):
    """A file system in memory; skips the test where mounting is not allowed."""
    folder.mkdir(exist_ok=True)
    mount = shutil.which("mount")
    done = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", options, "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if not done or done.returncode:
        pytest.skip("mounting a small disk needs rights that this user does not have")
    try:
        yield folder
    finally:
        # Lazily: whatever still looks at the disk (an indexer, a child that is ending) keeps it.
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def make_read_only(folder):
    """As the switch on a stick does."""
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)


def fill(folder):
    """Leave no room; gives the file that can be removed again."""
    filler = folder / "film.mp4"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    return filler
