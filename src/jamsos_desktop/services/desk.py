"""The unlocked installation with an officer sitting at it: what every other service is given."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jamsos_desktop.domain.installation import Installation
from jamsos_desktop.domain.records import Officer
from jamsos_desktop.errors import UserError
from jamsos_desktop.storage.database import Database
from jamsos_desktop.storage.journal import Author

Clock = Callable[[], dt.datetime]
LOCK = "jamsos.lock"


def system_clock() -> dt.datetime:
    """Now, with this computer's zone."""
    return dt.datetime.now().astimezone()


@dataclass(frozen=True)
class Desk:
    """Everything that a service needs to know of where it works and for whom."""

    data_dir: Path
    database: Database
    installation: Installation
    officer_id: str
    officer: Officer
    clock: Clock
    lock: Any  # filelock.FileLock: held as long as the desk is open
    #: What was read from the database and need not be read again while nothing new is there.
    memory: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def author(self) -> Author:
        """Whose journal is written here, and by whom."""
        return Author(self.installation.station_id, self.officer_id)

    def close(self) -> None:
        """Close the database, forget the key, and let another program use the folder."""
        self.database.close()
        self.lock.release()


def lock_folder(data_dir: Path) -> Any:
    """Take the folder for this program alone. Raises ``data_in_use`` or ``data_cannot_open``."""
    from filelock import FileLock, Timeout

    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        # A desk is opened by the window's worker and closed by the window.
        lock = FileLock(data_dir / LOCK, timeout=0, thread_local=False)
        lock.acquire()
    except Timeout as error:
        raise UserError("data_in_use", folder=str(data_dir)) from error
    except OSError as error:
        raise UserError("data_cannot_open", folder=str(data_dir)) from error
    return lock
