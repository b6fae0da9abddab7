"""What activities say of participants: cards, withdrawn consent, voids, the office's answers."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.activities import ConflictReopened, ConsentRefused
from jamsos_desktop.domain.journal import decode_body
from jamsos_desktop.domain.records import AnyBody
from jamsos_desktop.domain.standing import (
    DECISIONS,
    Answer,
    Said,
    Told,
    answer_of,
    standing_answers,
    standing_decisions,
)
from jamsos_desktop.domain.undoing import standing_voids, standing_withdrawals
from jamsos_desktop.storage.models import entry, participant, record
from jamsos_desktop.storage.prepared import Prepared

_MADE = ("card_printed", "card_handed_over", "consent_withdrawn", "voided", *DECISIONS)
_TOLD = ("consent_withdrawn", "consent_restored", "voided", "void_undone", *DECISIONS)
#: Types of entries after which a participant's row must be looked at again.
TYPES = frozenset({*_MADE, *_TOLD})
#: Who counts for a quota, a family card or a likely duplicate: neither voided nor withdrawn.
COUNTS = sa.and_(sa.not_(participant.c.voided), sa.not_(participant.c.withdrawn))
_PIECE = 500  # ids in one IN (...)

# SQLite would rather walk through every print there ever was than look up 500 ids, if type were
# not hidden from its index in an expression.
_IDS: sa.BindParameter[str] = sa.bindparam("ids", expanding=True)
_TYPE = entry.c.type.concat("")
_COUNTS = Prepared(
    sa.select(
        entry.c.record_id,
        sa.func.count().filter(entry.c.type == "card_printed"),
        sa.func.count().filter(entry.c.type == "card_handed_over"),
        sa.func.count().filter(entry.c.type.not_in(("card_printed", "card_handed_over"))),
    )
    .where(entry.c.record_id.in_(_IDS), _TYPE.in_(_MADE))
    .group_by(entry.c.record_id)
)
_ALL_TOLD = sa.select(entry.c.record_id, entry.c.entry_hash, entry.c.lamport, entry.c.body).where(
    entry.c.record_id.in_(_IDS), _TYPE.in_(_TOLD)
)
_HEADS = sa.select(record.c.record_id, record.c.heads).where(record.c.record_id.in_(_IDS))
_REOPEN = (
    sa.update(participant)
    .where(participant.c.record_id == sa.bindparam("who"))
    .values(conflict=True)
)
_SET = (
    sa.update(participant)
    .where(participant.c.record_id == sa.bindparam("who"))
    .values(
        printed=sa.bindparam("copies"),
        handed=sa.bindparam("given"),
        withdrawn=sa.bindparam("gone"),
        voided=sa.bindparam("void"),
        said=sa.bindparam("answer"),
    )
)


class Activities(NamedTuple):
    """What happened to one participant."""

    printed: int = 0
    handed: bool = False  # the card was handed over
    withdrawn: bool = False
    voided: bool = False
    said: Said = ""
    reopened: bool = False  # what was decided of its conflict is asked again


def activities_of(connection: sa.Connection, ids: Iterable[str]) -> dict[str, Activities]:
    """What happened to these participants; who is not in it has nothing to tell."""
    found: dict[str, Activities] = {}
    for piece in _pieces(ids):
        rows = _COUNTS.rows(connection, {"ids": piece})
        ids_told = [row[0] for row in rows if row[3]]
        told, heads = told_of(connection, ids_told), _heads(connection, ids_told)
        for key, printed, handed, _count in rows:
            happened = _activities(told.get(key, []), heads.get(key, ()))
            found[key] = happened._replace(printed=printed, handed=bool(handed))
    return found


def project(connection: sa.Connection, ids: Iterable[str]) -> None:
    """Write what happened to these participants into their rows."""
    happened = activities_of(connection, sorted(ids))
    reopened = [{"who": key} for key, one in happened.items() if one.reopened]
    if reopened:  # until a revision comes, which writes the whole row
        connection.execute(_REOPEN, reopened)
    changes = [
        {
            "who": key,
            "copies": one.printed,
            "given": one.handed,
            "gone": one.withdrawn,
            "void": one.voided,
            "answer": one.said,
        }
        for key, one in happened.items()
    ]
    if changes:
        connection.execute(_SET, changes)


def withdrawals_of(connection: sa.Connection, record_id: str) -> tuple[str, ...]:
    """The withdrawals of one participant that nobody has undone, by the hashes of their entries."""
    return standing_withdrawals(_pairs(told_of(connection, [record_id]).get(record_id, [])))


def count_refusals(connection: sa.Connection, event_id: str, day: dt.date | None = None) -> int:
    """How many people did not agree at an event, or there on one day.

    There are few, and each entry is looked at.
    """
    query = sa.select(entry.c.body).where(entry.c.type == "consent_refused")
    if day is not None:
        query = query.where(sa.func.substr(entry.c.recorded_at, 1, 10) == day.isoformat())
    refused = (_body(row.body) for row in connection.execute(query))
    return sum(isinstance(r, ConsentRefused) and r.event_id == event_id for r in refused)


def voids_of(connection: sa.Connection, record_id: str) -> tuple[str, ...]:
    """The voids of one participant that nobody has undone, by the hashes of their entries."""
    return standing_voids(_pairs(told_of(connection, [record_id]).get(record_id, [])))


def decisions_of(connection: sa.Connection, record_id: str) -> tuple[str, ...]:
    """The office's verdicts on one participant that nobody has undone, likewise."""
    return standing_decisions(told_of(connection, [record_id]).get(record_id, []))


def last_bpjs_answers(connection: sa.Connection, ids: Sequence[str]) -> dict[str, Told]:
    """What BPJS answered last of each of these participants, as far as nobody took it back."""
    found: dict[str, Told] = {}
    for record_id, told in told_of(connection, ids).items():
        if names := standing_answers(told):
            found[record_id] = next(one for one in told if one.entry_hash == names[-1])
    return found


def answer(connection: sa.Connection, record_id: str) -> Answer:
    """What the office or BPJS said last of one participant, with the entry that says why."""
    return answers(connection, [record_id])[record_id]


def answers(connection: sa.Connection, ids: Sequence[str]) -> dict[str, Answer]:
    """The same of several."""
    told, heads = told_of(connection, ids), _heads(connection, list(ids))
    return {key: answer_of(told.get(key, []), heads.get(key, ())) for key in ids}


def _activities(told: list[Told], heads: tuple[str, ...]) -> Activities:
    return Activities(
        withdrawn=bool(standing_withdrawals(_pairs(told))),
        voided=bool(standing_voids(_pairs(told))),
        said=answer_of(told, heads).said,
        reopened=any(
            isinstance(one.body, ConflictReopened) and one.body.heads == heads for one in told
        ),
    )


def _pairs(told: list[Told]) -> list[tuple[str, AnyBody | None]]:
    return [(one.entry_hash, one.body) for one in told]


def told_of(connection: sa.Connection, ids: Sequence[str]) -> dict[str, list[Told]]:
    """For each of these participants what was withdrawn, voided, decided, and undone."""
    entries: dict[str, list[Told]] = {}
    if ids:
        for row in connection.execute(_ALL_TOLD, {"ids": list(ids)}):
            told = Told(row.entry_hash, row.lamport, _body(row.body))
            entries.setdefault(row.record_id, []).append(told)
    return entries


def _heads(connection: sa.Connection, ids: list[str]) -> dict[str, tuple[str, ...]]:
    """The revisions of these participants that nobody has replaced."""
    if not ids:
        return {}
    rows = connection.execute(_HEADS, {"ids": ids})
    return {row.record_id: tuple(row.heads.split()) for row in rows}


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
