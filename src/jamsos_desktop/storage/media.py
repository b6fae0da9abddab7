"""Pictures in the encrypted database, by the SHA-256 of their bytes, and which entries name them.

The bytes are no projection: they are not in the journal, so nothing could derive them again. Which
entry names which picture is one.
"""

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain.journal import Entry
from jamsos_desktop.domain.picture import Named, PictureKind, named_by
from jamsos_desktop.domain.records import AnyBody
from jamsos_desktop.storage.models import entry, media, media_named, participant
from jamsos_desktop.storage.prepared import Prepared

_PUT = sa.insert(media).prefix_with("OR IGNORE")
_NAME = Prepared(sa.insert(media_named).prefix_with("OR IGNORE"))
_NOT_HERE = ~sa.exists().where(media.c.sha256 == media_named.c.sha256)
_SAME_ENTRY = sa.and_(
    entry.c.station_id == media_named.c.station_id, entry.c.seq == media_named.c.seq
)
_WANTED = Prepared(
    sa.select(sa.func.min(media_named.c.kind)).where(
        media_named.c.station_id == sa.bindparam("station"),
        media_named.c.sha256 == sa.bindparam("sha256"),
        _NOT_HERE,
    )
)
_PIECE = 500  # names in one IN (...)
_UNNAMED = ~sa.exists().where(media_named.c.sha256 == media.c.sha256)


class Media(NamedTuple):
    """A picture as it is kept."""

    kind: PictureKind
    data: bytes


def put(connection: sa.Connection, kind: PictureKind, data: bytes, now: dt.datetime) -> str:
    """Keep a picture and return its name; one that is here already stays as it is."""
    sha256 = hashlib.sha256(data).hexdigest()
    added_at = _in_utc(now)
    row = {"sha256": sha256, "kind": kind, "data": data, "added_at": added_at}
    connection.execute(_PUT, row)
    return sha256


def get(connection: sa.Connection, sha256: str) -> Media | None:
    """A picture; None where it is not here, or where its bytes are not what its name says."""
    query = sa.select(media.c.kind, media.c.data).where(media.c.sha256 == sha256)
    row = connection.execute(query).one_or_none()
    if row is None or hashlib.sha256(row.data).hexdigest() != sha256:
        return None
    return Media(row.kind, row.data)


def named_by_station(
    connection: sa.Connection, station_id: str, first: int, last: int, asked: Sequence[str] = ()
) -> list[Named]:
    """The pictures that a station's entries from ``first`` to ``last`` name, the latest first.

    ``asked`` are older ones that are wanted as well.
    """
    within = media_named.c.seq.between(first, last)
    return _named(connection, station_id, within | media_named.c.sha256.in_(asked))


def missing(connection: sa.Connection, station_id: str, most: int | None = None) -> list[Named]:
    """Those that any of a station's entries names and that are not here; ``most`` of them."""
    return _named(connection, station_id, _NOT_HERE, most)


def wanted(connection: sa.Connection, station_id: str, sha256: str) -> PictureKind | None:
    """What a picture shows that is missing so; None where no entry names it or where it is here."""
    kind: PictureKind | None = _WANTED.value(connection, {"station": station_id, "sha256": sha256})
    return kind


def owners(connection: sa.Connection, station_id: str, names: Sequence[str]) -> dict[str, str]:
    """For each of these pictures, where it is known, the number of whoever it shows."""
    query = (
        sa.select(media_named.c.sha256, sa.func.min(participant.c.number).label("number"))
        .join(entry, _SAME_ENTRY)
        .join(participant, participant.c.record_id == entry.c.record_id)
        .where(media_named.c.station_id == station_id)
        .group_by(media_named.c.sha256)
    )
    found: dict[str, str] = {}
    for start in range(0, len(names), _PIECE):
        piece = media_named.c.sha256.in_(names[start : start + _PIECE])
        found |= {row.sha256: row.number for row in connection.execute(query.where(piece))}
    return found


def _named(
    connection: sa.Connection,
    station_id: str,
    condition: sa.ColumnElement[bool],
    most: int | None = None,
) -> list[Named]:
    query = (
        sa.select(media_named.c.sha256, sa.func.min(media_named.c.kind).label("kind"))
        .where(media_named.c.station_id == station_id, condition)
        .group_by(media_named.c.sha256)
        .order_by(sa.func.max(media_named.c.seq).desc(), media_named.c.sha256)
        .limit(most)
    )
    return [Named(row.sha256, row.kind) for row in connection.execute(query)]


def forget(connection: sa.Connection, names: Iterable[str], kept: Collection[str]) -> None:
    """Delete those of the pictures that no entry names and that are not in ``kept``."""
    gone = [name for name in names if name not in kept]
    if gone:
        connection.execute(sa.delete(media).where(media.c.sha256.in_(gone), _UNNAMED))


def forget_old(connection: sa.Connection, before: dt.datetime, kept: Collection[str]) -> None:
    """The same with every picture that came before a moment: its form was never written down."""
    query = sa.select(media.c.sha256).where(media.c.added_at < _in_utc(before), _UNNAMED)
    forget(connection, list(connection.scalars(query)), kept)


# --- the projection -------------------------------------------------------------------------------


def project(connection: sa.Connection, made: Sequence[tuple[Entry, AnyBody | None]]) -> None:
    """Note what these entries name."""
    rows = [
        {"station_id": entry.station_id, "seq": entry.seq, "sha256": one.sha256, "kind": one.kind}
        for entry, body in made
        for one in named_by(body)
    ]
    if rows:
        _NAME.write_many(connection, rows)


def forget_named(connection: sa.Connection) -> None:
    """Before what entries name is derived again. The pictures themselves stay."""
    connection.execute(sa.delete(media_named))


def _in_utc(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds")
