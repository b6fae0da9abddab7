"""A folder: a share that the system has connected, or a stick."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jamsos_desktop.bundle.safe_write import rename_new
from jamsos_desktop.domain.destination import FolderPlace
from jamsos_desktop.errors import UserError

_FULL = {errno.ENOSPC, errno.EDQUOT}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}


class Folder:
    """Files in one folder."""

    def __init__(self, place: FolderPlace) -> None:
        self._folder = Path(place.path)
        self._address = place.address

    def names(self) -> dict[str, int]:
        with self._faults():
            return {file.name: file.stat().st_size for file in self._files()}

    def read(self, name: str, start: int, length: int) -> bytes:
        try:
            with self._faults(), (self._folder / name).open("rb") as file:
                file.seek(start)
                return file.read(length)
        except FileNotFoundError as error:
            raise UserError("place_file_gone", file=name) from error

    def write(self, name: str, content: bytes) -> None:
        with self._faults(), (self._folder / name).open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    def rename(self, name: str, new: str) -> None:
        try:
            with self._faults():
                rename_new(self._folder / name, self._folder / new)
        except FileExistsError as error:
            raise UserError("place_name_taken", file=new) from error

    def remove(self, name: str) -> None:
        with self._faults():
            (self._folder / name).unlink(missing_ok=True)

    def host_key(self) -> str:
        return ""

    def close(self) -> None:
        """Nothing is held open."""

    def _files(self) -> list[Path]:
        return [path for path in self._folder.iterdir() if path.is_file()]

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """A share that went away answers with many different errors: whatever is left says so."""
        if not self._folder.is_dir():
            raise UserError("place_no_folder", place=self._address)
        try:
            yield
        except (FileNotFoundError, FileExistsError):
            raise
        except OSError as error:
            if error.errno in _FULL:
                raise UserError("place_full", place=self._address) from error
            if error.errno in _REFUSED:
                raise UserError("place_refused", place=self._address) from error
            raise UserError("place_unreachable", host=self._address) from error
