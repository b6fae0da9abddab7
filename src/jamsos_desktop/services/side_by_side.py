"""A few registrations as somebody looks at them who has to say whether they are one person."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from jamsos_desktop.domain import matching
from jamsos_desktop.domain.activities import NikRevealed
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.services import find
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.duplicates import similarity
from jamsos_desktop.services.find import Person
from jamsos_desktop.services.known import participant_of
from jamsos_desktop.storage import journal


class SideBySide(NamedTuple):
    """The records, the oldest first; ``bodies`` hold whole numbers, ``people`` masked ones."""

    people: tuple[Person, ...]
    bodies: tuple[Participant, ...]
    heads: Mapping[str, tuple[str, ...]]
    score: int  # of the likeliest pair, 0 to 100
    reasons: tuple[str, ...]  # why that one is likely, in words


def look_side_by_side(desk: Desk, record_ids: Sequence[str]) -> SideBySide:
    """Look at two or more participants. Raises ``participant_unknown``."""
    record_ids = sorted(record_ids)  # ids begin with the moment in which they were made
    with desk.database.reading() as connection:
        known = [participant_of(connection, record_id) for record_id in record_ids]
        people = find.look_at_several(desk, connection, known)
    traits = {i: matching.traits_of(one.body) for i, one in zip(record_ids, known, strict=True)}
    compared = (
        matching.compare(traits[one], traits[other], similarity())
        for one, other in combinations(record_ids, 2)
    )
    best = max(compared, key=lambda found: found.weight)
    return SideBySide(
        people=people,
        bodies=tuple(one.body for one in known),
        heads={i: one.stored.heads for i, one in zip(record_ids, known, strict=True)},
        score=best.score,
        reasons=matching.reasons(best),
    )


def reveal_numbers(desk: Desk, record_ids: Sequence[str]) -> None:
    """Journal for each of these people that somebody looks at their whole NIK and family card.

    Raises ``participant_unknown``.
    """
    with desk.database.writing() as connection:
        for record_id in record_ids:
            participant_of(connection, record_id)
        news = [journal.New(record_id, NikRevealed()) for record_id in record_ids]
        journal.append(connection, desk.author, desk.clock(), news)
