"""The floors of saving, exporting and merging: the same bytes through the same libraries.

There is no journal, no hash, no signature, no projection and no check around them.
"""

import itertools
import os
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any

import msgspec
import pyrage
import sqlcipher3.dbapi2 as sqlcipher
import zstandard

from jamsos_desktop.bundle import keys
from jamsos_desktop.bundle.chunks import ChunkReader
from jamsos_desktop.bundle.seal import LEVEL
from jamsos_desktop.services.desk import Desk

_PIECE = 2000


class Line(msgspec.Struct):
    """A row of the table ``entry``, as it is."""

    entry_hash: str
    station_id: str
    seq: int
    lamport: int
    recorded_at: str
    author_id: str
    kind: str
    record_id: str
    parents: str
    body_digest: str
    prev_hash: str
    body: msgspec.Raw
    salt: str


_COLUMNS = ", ".join(Line.__struct_fields__)
_decode = msgspec.json.Decoder(Line).decode


def open_bare(path: Path) -> Any:
    """A database of the bare driver, as durable and with as much cache as the program's."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    for pragma in (
        "key = \"x'" + "00" * 32 + "'\"",
        "journal_mode = WAL",
        "synchronous = FULL",
        "temp_store = MEMORY",
        "cache_size = -32768",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def commit_bare(database: Any, body: bytes) -> None:
    """One row in one transaction."""
    database.execute("BEGIN IMMEDIATE")
    database.execute("INSERT INTO line (body) VALUES (?)", (body,))
    database.execute("COMMIT")


def export_bare(desk: Desk, target: Path, identity: str) -> None:
    """Rows of the encrypted database as JSON lines, compressed, sealed; durable."""
    recipient = pyrage.x25519.Recipient.from_str(keys.age_recipient_of(identity))
    with desk.database.reading() as connection, target.open("wb") as file:
        driver = connection.connection.driver_connection
        assert driver is not None
        query = f"SELECT {_COLUMNS} FROM entry WHERE station_id = ? ORDER BY seq"
        rows = driver.execute(query, (desk.installation.station_id,))
        pyrage.encrypt_io(ChunkReader(_compressed(rows)), file, [recipient])
        file.flush()
        os.fsync(file.fileno())


def import_bare(database: Any, sealed: Path, plain: Path, identity: str) -> None:
    """And back again, into one table."""
    with sealed.open("rb") as source, plain.open("wb") as target:
        pyrage.decrypt_io(source, target, [pyrage.x25519.Identity.from_str(identity)])
    marks = ", ".join("?" * len(Line.__struct_fields__))
    insert = f"INSERT INTO line ({_COLUMNS}) VALUES ({marks})"
    with plain.open("rb") as file, zstandard.ZstdDecompressor().stream_reader(file) as reader:
        lines = BufferedReader(reader)
        database.execute(f"CREATE TABLE line (id INTEGER PRIMARY KEY, {_COLUMNS})")
        database.execute("BEGIN IMMEDIATE")
        while piece := [_decode(line) for line in itertools.islice(lines, _PIECE)]:
            for line in piece:
                line.body = bytes(line.body)
            database.executemany(insert, map(msgspec.structs.astuple, piece))
        database.execute("COMMIT")


def _compressed(rows: Any) -> Iterator[bytes]:
    compressor = zstandard.ZstdCompressor(level=LEVEL).compressobj()
    while piece := rows.fetchmany(_PIECE):
        lines = [Line(*row) for row in piece]
        for line in lines:
            line.body = msgspec.Raw(line.body)
        yield compressor.compress(b"".join(msgspec.json.encode(line) + b"\n" for line in lines))
    yield compressor.flush()
