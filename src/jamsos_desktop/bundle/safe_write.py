"""Writing a file so that it is whole or not there, and never in the place of another.

The bytes go to ``.<name>.<random>.part`` in the target's own folder, are flushed to the disk, read
back and compared; only then does the file get its name. An existing file keeps its name: the new
one becomes ``name (2)``. A killed run leaves at most a ``.part`` that no reader looks at.

Giving the name without overwriting: Windows' rename refuses by itself. Elsewhere a hard link gives
the name or fails. FAT and exFAT, the usual file systems of a stick, have no hard links: there the
name is first reserved with an exclusive create and then replaced (docs/decisions/0002-envelope.md).
"""

import contextlib
import errno
import hashlib
import os
import re
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from jamsos_desktop.errors import UserError

_PART = re.compile(r"\..+\.[0-9a-f]{16}\.part")
_ORPHAN_AGE = 24 * 60 * 60  # seconds: a run that is still writing is never a day old
_STEP = 1024 * 1024
_MB = 1_000_000

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}  # EFBIG: FAT ends a file at 4 GiB
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE}
#: Windows: not ready, bad unit, device gone, volume changed; Python calls most of them EACCES.
_GONE_WINDOWS = {20, 21, 55, 433, 1006, 1110, 1167}


class Written(NamedTuple):
    """A file that lies on the disk under its name, as it was read back. ``size`` is in bytes."""

    path: Path
    size: int
    sha256: str


class SafeWriter:
    """``with SafeWriter(target) as file: file.write(...); written = file.commit()``.

    Without :meth:`commit` nothing remains. Raises :class:`UserError`: ``target_full``,
    ``target_read_only``, ``target_gone`` or ``write_damaged``.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        name = f".{target.name[:120]}.{secrets.token_hex(8)}.part"
        self._temporary = target.with_name(name)
        self._hash = hashlib.sha256()
        self.size = 0
        with writing():
            sweep_orphans(target.parent)
            self._file = self._temporary.open("xb")

    def __enter__(self) -> Self:
        return self

    def write(self, data: bytes) -> int:
        """Append ``data``."""
        with writing():
            self._file.write(data)
        self._hash.update(data)
        self.size += len(data)
        return len(data)

    @property
    def sha256(self) -> str:
        """Of what was appended so far, hexadecimal."""
        return self._hash.hexdigest()

    def commit(self) -> Written:
        """Flush, read back, compare and give the file its name, or the next free one."""
        with writing():
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            if _read_back(self._temporary) != self.sha256:
                raise UserError("write_damaged")
            path = _give_name(self._temporary, self._target)
            _sync_folder(path.parent)
        return Written(path, self.size, self.sha256)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # A stick that is gone cannot be tidied, and what went wrong first is what has to be told.
        with contextlib.suppress(OSError):
            self._file.close()
        with contextlib.suppress(OSError):
            self._temporary.unlink(missing_ok=True)


def write_new(target: Path, content: bytes) -> Written:
    """Write a file whose bytes are at hand (a PDF, a sheet): free space first, then safely."""
    check_space(target.parent, len(content))
    with SafeWriter(target) as file:
        file.write(content)
        return file.commit()


def copy_file(written: Written, folder: Path) -> Written:
    """The same bytes under the same name in another folder, read back and compared.

    Raises what writing does, and ``copy_source_gone`` where the file that was written before cannot
    be read any more, or says something else by now.
    """
    check_space(folder, written.size)
    with SafeWriter(folder / written.path.name) as file:
        for block in _blocks(written.path):
            file.write(block)
        if file.sha256 != written.sha256:
            raise UserError("copy_source_gone")
        return file.commit()


def _blocks(path: Path) -> Iterator[bytes]:
    """Raises ``copy_source_gone``."""
    try:
        with path.open("rb") as source:
            while block := source.read(_STEP):
                yield block
    except OSError as error:
        raise UserError("copy_source_gone") from error


def check_space(folder: Path, need: int) -> None:
    """Refuse what cannot fit: ``target_too_small`` with ``need`` and ``free`` in whole MB.

    ``need`` is in bytes; 1 MB is 1,000,000 bytes, as sticks are sold.
    """
    with writing():
        free = shutil.disk_usage(folder).free
    if free < need:
        raise UserError("target_too_small", need=-(-need // _MB), free=free // _MB)


def sweep_orphans(folder: Path) -> None:
    """Remove the ``.part`` files that killed runs left here more than a day ago."""
    limit = time.time() - _ORPHAN_AGE
    for path in folder.iterdir():
        with contextlib.suppress(OSError):  # tidying is no reason to refuse an export
            if _PART.fullmatch(path.name) and path.is_file() and path.stat().st_mtime < limit:
                path.unlink()


@contextlib.contextmanager
def writing() -> Iterator[None]:
    """Turn what a disk or a stick refuses into the :class:`UserError` that says so."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise UserError("target_full") from error
        if error.errno in _GONE or getattr(error, "winerror", None) in _GONE_WINDOWS:
            raise UserError("target_gone") from error
        if error.errno in _READ_ONLY:
            raise UserError("target_read_only") from error
        raise


def _names(path: Path) -> Iterator[Path]:
    yield path
    number = 2
    while True:
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1


def _read_back(path: Path) -> str:
    """The SHA-256 of what the disk holds, past the system's cache where that can be asked for."""
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        if sys.platform == "linux":
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        elif sys.platform == "darwin":
            import fcntl

            fcntl.fcntl(file, fcntl.F_NOCACHE, 1)
        while block := file.read(_STEP):
            digest.update(block)
    return digest.hexdigest()


def _give_name(temporary: Path, target: Path) -> Path:
    for path in _names(target):
        with contextlib.suppress(FileExistsError):
            rename_new(temporary, path)
            return path
    raise AssertionError("names do not end")


def rename_new(temporary: Path, path: Path) -> None:
    """Rename without overwriting. Raises ``FileExistsError`` where the name is taken."""
    if sys.platform == "win32":
        temporary.rename(path)
        return
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # no hard links on this file system
        _reserve_and_replace(temporary, path)
    else:
        temporary.unlink()


def _reserve_and_replace(temporary: Path, path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    try:
        temporary.replace(path)
    except OSError:
        path.unlink()
        raise


def _sync_folder(folder: Path) -> None:
    """Make the new name durable. Windows has no such call; FAT under some systems refuses it."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)
