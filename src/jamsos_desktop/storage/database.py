"""The encrypted database of one installation: one file, many readers, one writer."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher

from jamsos_desktop.errors import UserError
from jamsos_desktop.storage import migrate
from jamsos_desktop.storage.files import DATABASE

WAIT_FOR_WRITER_SECONDS = 10

#: SQLite's primary result codes that are the world's fault (https://sqlite.org/rescode.html).
_KNOWN_FAULTS = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "data_read_only",
    sqlite3.SQLITE_CANTOPEN: "data_cannot_open",
    sqlite3.SQLITE_CORRUPT: "data_damaged",
    sqlite3.SQLITE_NOTADB: "data_damaged",
    sqlite3.SQLITE_BUSY: "data_busy",
    sqlite3.SQLITE_LOCKED: "data_busy",
    sqlite3.SQLITE_IOERR: "data_disk_error",
}
_PAGES, _MANY_PAGES = -32 * 1024, -128 * 1024  # of the cache, in KiB: less than 0 says so
_PRAGMAS = (
    "cipher_log_level = NONE",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    f"cache_size = {_PAGES}",
)


class Database:
    """Connections to the encrypted file. Transactions only by :meth:`reading`, :meth:`writing`."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A consistent view; nothing may be written through it."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """The one writer; everything or nothing, and durable once it returns."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def merging(self, *, keep: bool = True) -> Iterator[sa.Connection]:
        """Like :meth:`writing`, for whole journals: what they change lies all over the file.

        A page that leaves the cache is encrypted, and decrypted when it is wanted again. Without
        ``keep`` nothing was written at the end: for seeing what would happen.
        """
        with self._transaction("BEGIN IMMEDIATE", keep=keep) as connection:
            connection.exec_driver_sql(f"PRAGMA cache_size = {_MANY_PAGES}")
            try:
                yield connection
            finally:
                connection.exec_driver_sql(f"PRAGMA cache_size = {_PAGES}")

    def close(self) -> None:
        """Close every connection and fold the write-ahead log back into the file."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self, begin: str, *, keep: bool = True) -> Iterator[sa.Connection]:
        with _known_faults(), self._engine.connect() as connection:
            connection.begin()
            connection.connection.cursor().execute(begin)  # which SQLAlchemy leaves to the driver
            yield connection
            if keep:
                connection.commit()
            else:
                connection.rollback()


def open_database(data_dir: Path, key: bytes, *, new: bool = False) -> Database:
    """Open the installation's database, bringing its tables up to date first.

    Only with ``new`` is it made where there is none. Raises ``data_missing``, ``data_damaged``,
    ``data_too_new``, ``data_read_only``, ``data_cannot_open``.
    """
    path = data_dir / DATABASE
    if not new and not (path.exists() and path.stat().st_size):
        raise UserError("data_missing", file=str(path))
    engine = sa.create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: _connect(path, key),
        poolclass=sa.QueuePool,
        pool_size=2,
        pool_reset_on_return=None,  # every transaction ends in this class
    )
    with _known_faults():
        migrate.upgrade(lambda: _connect(path, key), path)
    return Database(engine)


def _connect(path: Path, key: bytes) -> Any:
    connection = sqlcipher.connect(
        str(path),
        isolation_level=None,
        check_same_thread=False,
        timeout=WAIT_FOR_WRITER_SECONDS,
    )
    try:
        for pragma in (f"key = \"x'{key.hex()}'\"", *_PRAGMAS):
            connection.execute(f"PRAGMA {pragma}")
    except sqlcipher.Error:
        connection.close()
        raise
    return connection


@contextmanager
def _known_faults() -> Iterator[None]:
    """Turn the driver's errors that are the world's fault into :class:`UserError`."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise _known(error.orig) or error from error
    except sqlcipher.DatabaseError as error:
        raise _known(error) or error from error


def _known(error: BaseException | None) -> UserError | None:
    code = getattr(error, "sqlite_errorcode", None)
    fault = _KNOWN_FAULTS.get(code & 0xFF) if isinstance(code, int) else None
    return UserError(fault) if fault else None
