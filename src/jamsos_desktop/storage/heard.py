"""What was heard of the other laptops of an event. Local: no journal, no bundle, no balance."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain.heard import Heard
from jamsos_desktop.domain.matching import dates_near
from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.likeness import PERSON_STATE, date_of, day_of
from jamsos_desktop.storage.models import entry, heard, heard_station, participant, record
from jamsos_desktop.storage.prepared import Prepared

_MOST = 500  # rows that days near a birth date may give


class Source(NamedTuple):
    """Another laptop, and its newest file that was read here. Moments: ISO 8601 with zone."""

    event_id: str
    station_id: str
    name: str
    code: str
    seq: int  # how far its journal went
    written_at: str  # by its own clock
    heard_at: str  # by the clock here
    people: int
    hash_key: bytes


class Found(NamedTuple):
    """Somebody registered at another laptop, and where."""

    person: Heard
    station: str


_COLUMNS = (
    heard.c.record_id,
    heard.c.number,
    heard.c.at,
    heard.c.nik,
    heard.c.name,
    heard.c.born,
    heard.c.sex,
    heard.c.village,
    heard_station.c.name,
)
_BOTH = heard.join(
    heard_station,
    sa.and_(
        heard.c.event_id == heard_station.c.event_id,
        heard.c.station_id == heard_station.c.station_id,
    ),
)


def _those(*conditions: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """Who came back with the office's own bundles meanwhile is known better than by hearsay."""
    here = sa.exists().where(participant.c.record_id == heard.c.record_id)
    found = sa.select(*_COLUMNS).select_from(_BOTH).where(*conditions, ~here).limit(_MOST)
    return sa.select(found.subquery())


_KEYS = Prepared(sa.select(heard_station.c.hash_key).distinct())
_BY_NIK = Prepared(_those(heard.c.nik.in_(sa.bindparam("niks", expanding=True))))
_BY_DAY = Prepared(_those(heard.c.born.in_(sa.bindparam("days", expanding=True))))


def hash_keys(connection: sa.Connection) -> list[bytes]:
    """The keys under which NIKs were hashed; none where nothing was heard of anybody."""
    return [key for (key,) in _KEYS.rows(connection)]


def by_nik(connection: sa.Connection, digests: Sequence[bytes]) -> list[Found]:
    """Who has one of these hashes."""
    return _found(_BY_NIK.rows(connection, {"niks": list(digests)})) if digests else []


def by_birth_date(connection: sa.Connection, born: dt.date | None) -> list[Found]:
    """Who was born that day, or on one that is written nearly the same."""
    if born is None:
        return []
    days = [day_of(born), *map(day_of, dates_near(born))]
    return _found(_BY_DAY.rows(connection, {"days": list(days)}))


def sources(connection: sa.Connection, event_id: str) -> list[Source]:
    """The other laptops of an event that were heard of, by name."""
    query = sa.select(heard_station).where(heard_station.c.event_id == event_id)
    return [Source(*row) for row in connection.execute(query.order_by(heard_station.c.name))]


def replace(connection: sa.Connection, source: Source, people: Sequence[Heard]) -> None:
    """All that is known of one laptop's registrations from now on."""
    _forget(connection, source.event_id, source.station_id)
    connection.execute(sa.insert(heard_station).values(source._asdict()))
    if people:
        rows = [_row(source, one) for one in people]
        connection.execute(sa.insert(heard).prefix_with("OR IGNORE"), rows)


def forget_heard_before(connection: sa.Connection, moment: dt.datetime) -> int:
    """Forget the laptops that were not heard of since then, with their people; how many."""
    rows = connection.execute(
        sa.select(heard_station.c.event_id, heard_station.c.station_id, heard_station.c.heard_at)
    ).all()
    old = [row for row in rows if dt.datetime.fromisoformat(row.heard_at) < moment]
    for row in old:
        _forget(connection, row.event_id, row.station_id)
    return len(old)


def own_people(
    connection: sa.Connection, event_id: str, station_id: str
) -> Iterator[tuple[str, str, bytes]]:
    """Record id, moment and body of whom a laptop registered at an event and who still counts."""
    query = (
        sa.select(participant.c.record_id, participant.c.recorded_at, PERSON_STATE)
        .join(record, record.c.record_id == participant.c.record_id)
        .outerjoin(entry, record.c.entry_id == entry.c.id)
        .where(
            participant.c.event_id == event_id,
            participant.c.station_id == station_id,
            PERSON_STATE.is_not(None),
            COUNTS,
        )
        .order_by(participant.c.id)
    )
    for row in connection.execution_options(yield_per=1000).execute(query):
        yield tuple(row)


def _forget(connection: sa.Connection, event_id: str, station_id: str) -> None:
    for table in (heard, heard_station):
        own = (table.c.event_id == event_id) & (table.c.station_id == station_id)
        connection.execute(sa.delete(table).where(own))


def _row(source: Source, one: Heard) -> dict[str, object]:
    return {
        "event_id": source.event_id,
        "station_id": source.station_id,
        "record_id": one.record_id,
        "number": one.number,
        "at": one.at,
        "nik": one.nik,
        "name": one.name,
        "born": day_of(one.birth_date),
        "sex": one.sex,
        "village": one.village,
    }


def _found(rows: list[tuple[Any, ...]]) -> list[Found]:
    return [Found(_person(*row[:-1]), row[-1]) for row in rows]


def _person(*row: Any) -> Heard:
    record_id, number, at, digest, name, born, sex, village = row
    return Heard(
        record_id=record_id,
        number=number,
        at=at,
        nik=digest,
        name=name,
        birth_date=date_of(born),
        sex=sex,
        village=village,
    )
