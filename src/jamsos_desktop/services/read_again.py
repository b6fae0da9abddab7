"""What an older version of the program set aside may be understood by this one."""

from typing import NamedTuple

import sqlalchemy as sa

from jamsos_desktop import __version__
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.storage import facts, journal
from jamsos_desktop.storage.database import Database


class ReadAgain(NamedTuple):
    """How many entries were taken in now, and how many are still set aside."""

    taken: int
    left: int


def read_again(desk: Desk) -> ReadAgain:
    """Try everything that is set aside once more, because somebody asks for it."""
    with desk.database.writing() as connection:
        return ReadAgain(_read(connection), journal.count_aside(connection))


def read_again_after_update(database: Database) -> int:
    """Try once with each version of the program what an older one set aside; how many were read."""
    with database.reading() as connection:
        if not _is_due(connection):
            return 0
    with database.writing() as connection:
        return _read(connection)


def _read(connection: sa.Connection) -> int:
    facts.write_read_by(connection, __version__)
    return journal.read_again(connection)


def _is_due(connection: sa.Connection) -> bool:
    return bool(journal.count_aside(connection)) and facts.read_read_by(connection) != __version__
