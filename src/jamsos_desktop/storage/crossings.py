"""What crossed to and from the place that files are uploaded to. Local but for the journal."""

import datetime as dt
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.activities import BundleExported, BundleImported
from jamsos_desktop.storage.models import entry, taken

#: Entries of a station that are no reason to upload: they only say what travelled.
_QUIET = ("bundle_exported", "receipt_applied", "exchange_joined")


class Uploaded(NamedTuple):
    """The last upload: the number of its own entry, and how far the journal went in it."""

    at_seq: int
    last_seq: int


def remember_taken(connection: sa.Connection, place: str, name: str, now: dt.datetime) -> None:
    """This file need not be fetched from there again."""
    statement = sa.insert(taken).prefix_with("OR IGNORE")
    at = now.isoformat(timespec="seconds")
    connection.execute(statement.values(place=place, name=name, at=at))


def taken_from(connection: sa.Connection, place: str) -> frozenset[str]:
    """The names of the files that were fetched from there."""
    query = sa.select(taken.c.name).where(taken.c.place == place)
    return frozenset(connection.scalars(query))


def last_upload(connection: sa.Connection, station_id: str) -> Uploaded | None:
    """The last bundle of the station that went over a network; None before the first one."""
    rows = connection.execute(
        sa.select(entry.c.seq, entry.c.body)
        .where(entry.c.station_id == station_id, entry.c.type == "bundle_exported")
        .order_by(entry.c.seq.desc())
    )
    for seq, body in rows:
        said = None if body is None else msgspec.json.decode(body, type=BundleExported)
        if said is not None and said.to:
            return Uploaded(seq, said.last_seq)
    return None


def last_news(connection: sa.Connection, station_id: str) -> int:
    """The number of the station's last entry that its office should learn of; 0 without any."""
    query = sa.select(sa.func.max(entry.c.seq)).where(
        entry.c.station_id == station_id, entry.c.type.not_in(_QUIET)
    )
    return connection.scalar(query) or 0


def last_answer(connection: sa.Connection, station_id: str) -> int:
    """The number of the entry that says that a receipt was taken in; 0 before the first one."""
    query = sa.select(sa.func.max(entry.c.seq)).where(
        entry.c.station_id == station_id, entry.c.type == "receipt_applied"
    )
    return connection.scalar(query) or 0


def merged_files(connection: sa.Connection, station_id: str) -> frozenset[str]:
    """The hashes of the bundles that this office has merged."""
    bodies = connection.scalars(
        sa.select(entry.c.body).where(
            entry.c.station_id == station_id,
            entry.c.type == "bundle_imported",
            entry.c.body.is_not(None),
        )
    )
    return frozenset(msgspec.json.decode(body, type=BundleImported).sha256 for body in bodies)


def last_receipts(connection: sa.Connection, office_id: str) -> dict[str, int]:
    """For each station the number of the office's entry that says it was answered last."""
    rows = connection.execute(
        sa.select(entry.c.record_id, sa.func.max(entry.c.seq))
        .where(entry.c.station_id == office_id, entry.c.type == "receipt_issued")
        .group_by(entry.c.record_id)
    )
    return {row[0]: row[1] for row in rows}


def last_word(connection: sa.Connection, office_id: str) -> int:
    """The number of the office's last entry that its stations should learn of; 0 without any."""
    query = sa.select(sa.func.max(entry.c.seq)).where(
        entry.c.station_id == office_id, entry.c.type != "receipt_issued"
    )
    return connection.scalar(query) or 0
