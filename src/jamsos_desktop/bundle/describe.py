"""What can be said about a file without a key: for ``bundle inspect`` and the import window."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from jamsos_desktop.bundle.age import Lock, lock_of, reading
from jamsos_desktop.bundle.chunks import BLOCK
from jamsos_desktop.bundle.naming import NameHint, hint_of


class FileDescription(NamedTuple):
    """Nothing here is proved: the name may lie and the inside has not been looked at."""

    path: Path
    size: int
    sha256: str
    lock: Lock
    hint: NameHint | None


def describe_file(path: Path) -> FileDescription:
    """Size, hash, lock and name. Raises :class:`UserError` as :func:`age.lock_of` does."""
    lock = lock_of(path)
    digest = hashlib.sha256()
    size = 0
    with reading(path), path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
            size += len(block)
    return FileDescription(path, size, digest.hexdigest(), lock, hint_of(path.name))
