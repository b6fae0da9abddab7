"""Counting for the office's balance: each figure of all stations in one query."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.activities import BundleImported, Claim
from jamsos_desktop.domain.office_balance import Figures, Range
from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.models import entry, fork, participant

T = TypeVar("T")

_TO = participant.c
_DAY = sa.func.substr(_TO.recorded_at, 1, 10)
#: Which word of the office or of BPJS makes which figure.
_SAID = {
    "undecided": "",
    "to_correct": "perlu_perbaikan",
    "duplicate": "duplikat",
    "rejected": "ditolak",
    "to_send": "diterima",
    "unanswered": "dikirim",
    "active": "aktif",
    "refused": "ditolak_bpjs",
}
_TAIL = 7  # characters of a registration number behind its code and hyphen: 00042-K


class Arrived(NamedTuple):
    """What is here of one station, event and day."""

    station_id: str
    event_id: str
    day: str
    figures: Figures


class LastBundle(NamedTuple):
    """When a bundle of the station was taken in last, and what its furthest one says it made."""

    at: str  # ISO 8601 with zone
    claims: tuple[Claim, ...]


def count_arrived(connection: sa.Connection) -> list[Arrived]:
    """Everybody who is here, by station, event and day."""
    count = sa.func.count()
    sums = (
        count.filter(COUNTS, ~_TO.incomplete).label("complete"),
        count.filter(COUNTS, _TO.incomplete).label("incomplete"),
        count.filter(_TO.voided).label("voided"),
        count.filter(_TO.withdrawn, ~_TO.voided).label("withdrawn"),
        *(count.filter(COUNTS, _TO.said == word).label(name) for name, word in _SAID.items()),
    )
    keys = (_TO.station_id, _TO.event_id, _DAY)
    query = sa.select(*keys, *sums).group_by(*keys).order_by(*keys)
    return [
        Arrived(row[0], row[1], row[2], Figures(**dict(zip(_NAMES, row[3:], strict=True))))
        for row in connection.execute(query)
    ]


_NAMES = ("complete", "incomplete", "voided", "withdrawn", *_SAID)


def claims_of(connection: sa.Connection, station_id: str) -> tuple[Claim, ...]:
    """What a station made, by event and day, as it says so to its office."""
    query = (
        sa.select(_TO.event_id, _DAY.label("day"), sa.func.count().label("made"))
        .where(_TO.station_id == station_id)
        .group_by(_TO.event_id, _DAY)
        .order_by(_TO.event_id, _DAY)
    )
    rows = connection.execute(query)
    return tuple(Claim(event_id=row.event_id, day=row.day, made=row.made) for row in rows)


def last_bundles(connection: sa.Connection, office_id: str) -> dict[str, LastBundle]:
    """Of each station that ever sent one, by the office's own journal and nobody else's.

    The bundle that goes furthest says what was made.
    """
    query = sa.select(entry.c.recorded_at, entry.c.body).where(
        entry.c.type == "bundle_imported",
        entry.c.station_id == office_id,
        entry.c.body.is_not(None),
    )
    found: dict[str, tuple[str, BundleImported]] = {}
    for at, raw in connection.execute(query):
        done = msgspec.json.decode(raw, type=BundleImported)
        last, furthest = found.get(done.station_id, (at, done))
        further = max(furthest, done, key=lambda one: (one.last_seq, len(one.claims)))
        found[done.station_id] = (max(last, at), further)
    return {key: LastBundle(at, one.claims) for key, (at, one) in found.items()}


def journal_gaps(connection: sa.Connection) -> dict[str, tuple[Range, ...]]:
    """Numbers of entries that have not arrived, between others that have, by station."""
    before = sa.func.lag(entry.c.seq, 1, 0).over(
        partition_by=entry.c.station_id, order_by=entry.c.seq
    )
    steps = sa.select(entry.c.station_id, entry.c.seq, before.label("before")).subquery()
    return _ranges(connection, steps.c.station_id, steps.c.seq, steps.c.before)


def skipped_numbers(connection: sa.Connection) -> dict[str, tuple[Range, ...]]:
    """Registration numbers that nobody has, below the highest that is here, by station code."""
    length = sa.func.length(_TO.number)
    code = sa.func.substr(_TO.number, 1, length - _TAIL - 1)
    digits = sa.cast(sa.func.substr(_TO.number, length - _TAIL + 1, 5), sa.Integer)
    known = sa.select(code.label("code"), digits.label("seq")).where(length > _TAIL).distinct()
    numbers = known.subquery()
    before = sa.func.lag(numbers.c.seq, 1, 0).over(
        partition_by=numbers.c.code, order_by=numbers.c.seq
    )
    steps = sa.select(numbers.c.code, numbers.c.seq, before.label("before")).subquery()
    return _ranges(connection, steps.c.code, steps.c.seq, steps.c.before)


def count_aside(connection: sa.Connection) -> dict[str, int]:
    """How many entries of each station are set aside."""
    query = (
        sa.select(entry.c.station_id, sa.func.count())
        .where(entry.c.type == "", entry.c.body.is_not(None))
        .group_by(entry.c.station_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def forked_numbers(connection: sa.Connection) -> dict[str, tuple[int, ...]]:
    """Numbers that a station used for two entries."""
    rows = connection.execute(sa.select(fork.c.station_id, fork.c.seq).order_by(*fork.c))
    return {key: tuple(seqs) for key, seqs in _grouped((row[0], row[1]) for row in rows).items()}


def _ranges(
    connection: sa.Connection,
    of: sa.ColumnElement[str],
    number: sa.ColumnElement[int],
    before: sa.ColumnElement[int],
) -> dict[str, tuple[Range, ...]]:
    query = sa.select(of, before + 1, number - 1).where(number > before + 1).order_by(of, number)
    found = _grouped((row[0], (row[1], row[2])) for row in connection.execute(query))
    return {key: tuple(ranges) for key, ranges in found.items()}


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
