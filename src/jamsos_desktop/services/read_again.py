"""After an update: what an older version of the program set aside may be understood by this one."""

import sqlalchemy as sa

from jamsos_desktop import __version__
from jamsos_desktop.storage import facts, journal
from jamsos_desktop.storage.database import Database


def read_again_after_update(database: Database) -> int:
    """Try once with each version of the program what an older one set aside; how many were read."""
    with database.reading() as connection:
        if not _is_due(connection):
            return 0
    with database.writing() as connection:
        facts.write_read_by(connection, __version__)
        return journal.read_again(connection)


def _is_due(connection: sa.Connection) -> bool:
    return bool(journal.count_aside(connection)) and facts.read_read_by(connection) != __version__
