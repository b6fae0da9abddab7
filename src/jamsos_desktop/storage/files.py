"""The files of an installation, and how the small ones are replaced in one step."""

import errno
import os
from pathlib import Path

from jamsos_desktop.errors import UserError

DATABASE = "jamsos.db"
KEYRING = "keyring.json"
KEYRING_COPY = "keyring-copy.json"
TRIES = "tries.json"
#: There while an installation is being made: then, and only then, its database may be begun anew.
BEGUN = "jamsos.begun"

_FAULTS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "data_read_only",
    errno.EACCES: "data_read_only",
    errno.EPERM: "data_read_only",
}


def replace_file(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` so that a pulled plug leaves the old file or the new one.

    Raises ``disk_full``, ``data_read_only`` or ``data_disk_error``; then the old file stays.
    """
    temporary = path.with_name(f".{path.name}.new")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise UserError(_FAULTS.get(error.errno or 0, "data_disk_error")) from error
