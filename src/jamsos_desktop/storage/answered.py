"""What the office's desks have answered, as it stands in the journal."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain.activities import Decided
from jamsos_desktop.domain.answered import Written
from jamsos_desktop.domain.standing import Told, standing_apart, standing_decisions
from jamsos_desktop.storage.activities import told_of
from jamsos_desktop.storage.models import CORRECTS, DUPLICATE, entry, participant, settled

_PIECE = 500  # ids in one IN (...)


class Who(NamedTuple):
    """What a list says of a registration."""

    number: str
    name: str
    said: str  # by the office, last


class Decider(NamedTuple):
    """A revision that brought several together; whether they were in conflict it does not say."""

    record_id: str
    entry_hash: str
    station_id: str
    recorded_at: str
    author_id: str


def standing_answers(connection: sa.Connection) -> list[Written]:
    """The entries by which registrations are duplicates, kept apart or sent back, and still are.

    Of a registration sent back those of which its station has not said anything since.
    """
    twice = sa.select(participant.c.record_id).where(DUPLICATE)
    about = sa.select(settled.c.record_id).distinct()
    ids = sorted({*connection.scalars(twice), *connection.scalars(about)})
    found: list[Written] = []
    for piece in _pieces(ids):
        people, told = who_of(connection, piece), told_of(connection, piece)
        bodies = {
            one.entry_hash: one
            for key, known in told.items()
            for one in _in_force(known, people[key].said if key in people else "")
        }
        query = sa.select(
            *(entry.c.entry_hash, entry.c.record_id, entry.c.station_id, entry.c.seq),
            *(entry.c.recorded_at, entry.c.author_id),
        ).where(
            entry.c.record_id.in_(piece),
            entry.c.type.concat("").in_(("decided", "not_the_same")),  # not by the index of types
        )
        found += (
            Written(*row, bodies[row.entry_hash].body)
            for row in connection.execute(query)
            if row.entry_hash in bodies
        )
    return found


def who_of(connection: sa.Connection, record_ids: Sequence[str]) -> dict[str, Who]:
    """Names and numbers of these participants."""
    columns = (participant.c.record_id, participant.c.number, participant.c.name)
    query = sa.select(*columns, participant.c.said)
    found = dict[str, Who]()
    for piece in _pieces(record_ids):
        rows = connection.execute(query.where(participant.c.record_id.in_(piece)))
        found |= {row[0]: Who(*row[1:]) for row in rows}
    return found


def deciders(connection: sa.Connection) -> list[Decider]:
    """The revisions that may have decided a conflict, in no order.

    They have several parents, or are of a record about which a conflict was asked again.
    """
    again = sa.select(entry.c.record_id).where(entry.c.type == "conflict_reopened")
    columns = (entry.c.record_id, entry.c.entry_hash, entry.c.station_id)
    query = sa.select(*columns, entry.c.recorded_at, entry.c.author_id).where(
        CORRECTS,
        entry.c.kind == "revision",
        entry.c.type.concat("") == "participant",
        sa.or_(
            sa.func.instr(entry.c.parents, " ") > 0,
            entry.c.record_id.in_(sorted(set(connection.scalars(again)))),
        ),
    )
    return [Decider(*row) for row in connection.execute(query)]


def _in_force(told: Sequence[Told], said: str) -> Iterator[Told]:
    """What still holds of what was decided about a registration of which ``said`` was said last."""
    apart, decided = set(standing_apart(told)), set(standing_decisions(told))
    for one in told:
        verdict = isinstance(one.body, Decided) and one.entry_hash in decided
        if one.entry_hash in apart or (verdict and _at_a_desk(one.body, said)):
            yield one


def _at_a_desk(body: object, said: str) -> bool:
    return isinstance(body, Decided) and body.verdict == said and bool(body.kept_id or body.alike)


def _pieces(ids: Sequence[str]) -> Iterator[list[str]]:
    return (list(ids[n : n + _PIECE]) for n in range(0, len(ids), _PIECE))
