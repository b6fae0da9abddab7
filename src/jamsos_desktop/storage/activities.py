"""What activities say of participants: how often a card was printed, and whether consent stands."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.activities import ConsentRefused
from jamsos_desktop.domain.consent import standing_withdrawals
from jamsos_desktop.domain.journal import decode_body
from jamsos_desktop.domain.records import AnyBody
from jamsos_desktop.storage.models import entry, participant

#: Types of entries after which a participant's row must be looked at again.
TYPES = frozenset({"card_printed", "consent_withdrawn", "consent_restored"})
_CONSENT = ("consent_withdrawn", "consent_restored")
_PIECE = 500  # ids in one IN (...)

# Made once, because saving a form runs it. SQLite would rather walk through every print there ever
# was than look up 500 ids, if type were not hidden from its index in an expression.
_IDS: sa.BindParameter[str] = sa.bindparam("ids", expanding=True)
_TYPE = entry.c.type.concat("")
_COUNTS = (
    sa.select(
        entry.c.record_id,
        sa.func.count().filter(entry.c.type == "card_printed"),
        sa.func.count().filter(entry.c.type == "consent_withdrawn"),
    )
    .where(entry.c.record_id.in_(_IDS), _TYPE.in_(("card_printed", "consent_withdrawn")))
    .group_by(entry.c.record_id)
)
_WITHDRAWALS = sa.select(entry.c.record_id, entry.c.entry_hash, entry.c.body).where(
    entry.c.record_id.in_(_IDS), _TYPE.in_(_CONSENT)
)
_SET = (
    sa.update(participant)
    .where(participant.c.record_id == sa.bindparam("who"))
    .values(printed=sa.bindparam("copies"), withdrawn=sa.bindparam("gone"))
)


class Activities(NamedTuple):
    """What happened to one participant."""

    printed: int = 0
    withdrawn: bool = False


def activities_of(connection: sa.Connection, ids: Iterable[str]) -> dict[str, Activities]:
    """What happened to these participants; who is not in it has nothing to tell."""
    found: dict[str, Activities] = {}
    for piece in _pieces(ids):
        rows = connection.execute(_COUNTS, {"ids": piece}).all()
        gone = _withdrawn(connection, [row[0] for row in rows if row[2]])
        found.update({row[0]: Activities(row[1], row[0] in gone) for row in rows})
    return found


def project(connection: sa.Connection, ids: Iterable[str]) -> None:
    """Write what happened to these participants into their rows."""
    changes = [
        {"who": record_id, "copies": one.printed, "gone": one.withdrawn}
        for record_id, one in activities_of(connection, sorted(ids)).items()
    ]
    if changes:
        connection.execute(_SET, changes)


def withdrawals_of(connection: sa.Connection, record_id: str) -> tuple[str, ...]:
    """The withdrawals of one participant that nobody has undone, by the hashes of their entries."""
    rows = connection.execute(_WITHDRAWALS, {"ids": [record_id]})
    return standing_withdrawals((row.entry_hash, _body(row.body)) for row in rows)


def count_refusals(connection: sa.Connection, event_id: str) -> int:
    """How many people did not agree at an event. There are few, and each entry is looked at."""
    rows = connection.execute(sa.select(entry.c.body).where(entry.c.type == "consent_refused"))
    refused = (_body(row.body) for row in rows)
    return sum(isinstance(r, ConsentRefused) and r.event_id == event_id for r in refused)


def _withdrawn(connection: sa.Connection, ids: list[str]) -> set[str]:
    if not ids:
        return set()
    entries: dict[str, list[tuple[str, AnyBody | None]]] = {}
    for row in connection.execute(_WITHDRAWALS, {"ids": ids}):
        entries.setdefault(row.record_id, []).append((row.entry_hash, _body(row.body)))
    return {record_id for record_id, made in entries.items() if standing_withdrawals(made)}


def _body(raw: bytes | None) -> AnyBody | None:
    if raw is None:
        return None
    try:
        return decode_body(raw)
    except msgspec.DecodeError:
        return None


def _pieces(ids: Iterable[str]) -> Iterable[list[str]]:
    items = list(ids)
    return (items[n : n + _PIECE] for n in range(0, len(items), _PIECE))
