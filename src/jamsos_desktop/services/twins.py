"""Who of those that came with a bundle is likely somebody who was here before."""

from collections.abc import Collection, Iterator
from heapq import nlargest
from itertools import islice
from typing import NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain import matching
from jamsos_desktop.domain.matching import SHOWN
from jamsos_desktop.i18n import _
from jamsos_desktop.services.duplicates import similarity
from jamsos_desktop.storage import likeness, twins
from jamsos_desktop.storage.twins import Newcomer, Pair, Person

#: So many newcomers are looked at closely; of more, only the same NIK or name and birth date are
#: found. 10,000 take a second beside 100,000 people: docs/decisions/0023-inbox.md.
LOOKED_AT = 20_000
#: Names less alike than this of people who were born on one day are not compared closely.
_ALIKE = 0.7
_PIECE = 500  # pairs that are described at once
_CLOSEST = 3  # people who are read whole for each newcomer


class Twin(NamedTuple):
    """Somebody of a bundle and whom they resemble."""

    number: str  # registration numbers
    name: str
    other_number: str
    other_name: str
    other_station: str  # its id
    same_programme: bool
    certain: bool  # the same NIK, or the same name and birth date
    score: int  # 0 to 100
    why: str  # in words


class Certain(NamedTuple):
    """Newcomers who are certainly here already: the first of them, and how many they are."""

    twins: list[Twin]
    rows: frozenset[int]  # row numbers of the first :data:`LOOKED_AT` of these newcomers
    duplicates: int  # for the same programme, of all of them


def find_certain(connection: sa.Connection, after: int, most: int) -> Certain:
    """Count all, show ``most``; read in pieces, so that a large bundle takes no more memory.

    Another programme is no mistake: cover ends, and people are enrolled again.
    """
    shown, rows, duplicates = list[Twin](), set[int](), 0
    pairs = twins.certain(connection, after)
    while piece := list(islice(pairs, _PIECE)):
        told = [
            _Told(pair, 100, _("NIK sama") if pair.nik else _("nama dan tanggal lahir sama"))
            for pair in piece
        ]
        described = _described(connection, told, certain=True)
        duplicates += sum(twin.same_programme for twin in described)
        shown += described[: most - len(shown)]
        rows.update(pair.newcomer for pair in piece[: LOOKED_AT - len(rows)])
    return Certain(shown, frozenset(rows), duplicates)


def look_closely(
    connection: sa.Connection, after: int, known: Collection[int], most: int = LOOKED_AT
) -> list[Twin]:
    """Of the first ``most`` newcomers who are not ``known`` as twins, those who resemble somebody.

    Only people born on the same day or of the same family card are compared.
    """
    found: list[_Told] = []
    for piece in twins.nearby(connection, after, most):
        found += _compare([one for one in piece if one.id not in known], connection)
    return _described(connection, found, certain=False)


class _Told(NamedTuple):
    pair: Pair
    score: int
    why: str


def _compare(piece: list[Newcomer], connection: sa.Connection) -> Iterator[_Told]:
    """The best of those whose names are alike, compared with everything that is known."""
    chosen = {one.id: best for one in piece if (best := _closest(one))}
    ids = sorted({*chosen, *(other for best in chosen.values() for other in best)})
    people = {
        row: matching.traits_of(known.body)
        for row, known in likeness.read_by_id(connection, ids).items()
    }
    for newcomer, others in chosen.items():
        seen = [(o, people[o]) for o in others if o in people and newcomer in people]
        compared = [
            (matching.compare(people[newcomer], traits, similarity()), other)
            for other, traits in seen
        ]
        if compared:
            found, other = max(compared, key=lambda pair: (pair[0].weight, -pair[1]))
            if found.score >= SHOWN:
                why = ", ".join(matching.reasons(found))
                yield _Told(Pair(newcomer, other, found.same_nik), found.score, why)


def _closest(one: Newcomer) -> list[int]:
    similar = similarity()
    alike = [
        (matching.compare_names(other.name, one.name, similar), other.id) for other in one.others
    ]
    return [other for likeness_, other in nlargest(_CLOSEST, alike) if likeness_ >= _ALIKE]


def _described(connection: sa.Connection, told: list[_Told], *, certain: bool) -> list[Twin]:
    people = twins.shown(connection, [row for one in told for row in one.pair[:2]])
    return [_twin(people[one.pair.newcomer], people[one.pair.known], one, certain) for one in told]


def _twin(person: Person, other: Person, told: _Told, certain: bool) -> Twin:
    return Twin(
        number=person.number,
        name=person.name,
        other_number=other.number,
        other_name=other.name,
        other_station=other.station_id,
        same_programme=person.programme_id == other.programme_id,
        certain=certain,
        score=told.score,
        why=told.why,
    )
