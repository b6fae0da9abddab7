"""Which people a batch of cards or papers is for, in the order in which they are handed over.

One choice for everything that is printed: all of an event, those without the paper yet, a range of
numbers, a neighbourhood, those chosen for the ceremony, or a selection of another page.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain.people_choice import (
    Lacking,
    Turn,
    Which,
    hand_over_order,
    number_order,
    read_range,
)
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.reference import place_words
from jamsos_desktop.storage import visitors
from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.card_prints import kpj_numbers, with_active_card
from jamsos_desktop.storage.ceremony import chosen_of
from jamsos_desktop.storage.models import participant
from jamsos_desktop.storage.papers import count_papers
from jamsos_desktop.storage.pieces import in_pieces

_COLUMNS = (
    participant.c.record_id,
    participant.c.number,
    participant.c.event_id,
    participant.c.village,
    participant.c.rw,
    participant.c.rt,
    participant.c.printed,
)


class Place(NamedTuple):
    """A kelurahan, an RW or an RT in which people of an event live; what is empty is all of it."""

    village: str  # code
    rw: str
    rt: str
    words: str
    people: int


class _Person(NamedTuple):
    record_id: str
    number: str
    event_id: str
    village: str
    rw: str
    rt: str
    printed: int


def choose(desk: Desk, event_id: str, which: Which) -> list[str]:
    """The participants, in hand-over order: by queue numbers, then by registration numbers.

    Who is voided or took their consent back is never among them. With ``which.record_ids`` they
    may be of several events, one after the other, and ``event_id`` does not matter. Raises
    ``range_unclear``.
    """
    within = read_range(which.queue_from, which.queue_to)
    with desk.database.reading() as connection:
        people = _people(connection, event_id, which)
        turns = _turns(connection, {person.event_id for person in people})
        if which.ceremony:
            chosen = chosen_of(connection, [person.record_id for person in people])
            people = [person for person in people if person.record_id in chosen]
        people = _without(connection, people, which.not_printed)
    if within is not None:
        people = [p for p in people if within.holds(turns.get(p.record_id, ()), p.number)]
    people.sort(key=lambda p: (p.event_id, hand_over_order(turns.get(p.record_id, ()), p.number)))
    return [person.record_id for person in people]


def places_of(desk: Desk, event_id: str) -> list[Place]:
    """Where the people of an event live who count: each kelurahan, in it each RW, in it each RT."""
    with desk.database.reading() as connection:
        people = _people(connection, event_id, Which())
    return levels_of(Counter((one.village, one.rw, one.rt) for one in people))


def levels_of(people: Mapping[tuple[str, str, str], int]) -> list[Place]:
    """Each kelurahan, in it each RW, in it each RT, where so many people live in each RT.

    Who has no kelurahan is not counted.
    """
    counted: Counter[tuple[str, str, str]] = Counter()
    for (village, rw, rt), count in people.items():
        for place in {(village, "", ""), (village, rw, ""), (village, rw, rt)}:
            counted[place] += count if village else 0
    return [
        Place(village, rw, rt, place_words(village, rt, rw), count)
        for (village, rw, rt), count in sorted(counted.items())
        if count
    ]


def _people(connection: sa.Connection, event_id: str, which: Which) -> list[_Person]:
    query = sa.select(*_COLUMNS).where(COUNTS)
    for column, value in (
        (participant.c.village, which.village),
        (participant.c.rw, which.rw),
        (participant.c.rt, which.rt),
    ):
        if value:
            query = query.where(column == value)
    if which.record_ids is None:
        conditions: Iterable[sa.ColumnElement[bool]] = [participant.c.event_id == event_id]
    else:
        ids = list(dict.fromkeys(which.record_ids))
        conditions = (participant.c.record_id.in_(piece) for piece in in_pieces(ids))
    rows = (row for those in conditions for row in connection.execute(query.where(those)))
    return [_Person(*row) for row in rows]


def _turns(connection: sa.Connection, event_ids: Iterable[str]) -> Mapping[str, Sequence[Turn]]:
    """The places that people had in the queues of these events."""
    turns: dict[str, list[Turn]] = {}
    for event_id in event_ids:
        for row in visitors.turns_of_participants(connection, event_id):
            turns.setdefault(row.participant_id, []).append(number_order(row.number))
    return turns


def _without(connection: sa.Connection, people: list[_Person], lacking: Lacking) -> list[_Person]:
    """Those who do not have it yet."""
    if lacking == "":
        return people
    if lacking == "card":
        return [person for person in people if not person.printed]
    if lacking == "active_card":
        ids = [person.record_id for person in people]
        active = kpj_numbers(connection, ids)
        have_card = with_active_card(connection, ids, active)
        return [p for p in people if p.record_id in active and p.record_id not in have_card]
    have = count_papers(connection, [person.record_id for person in people], lacking)
    return [person for person in people if not have[person.record_id]]
