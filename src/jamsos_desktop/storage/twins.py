"""People who came with a bundle and resemble somebody who was here before, found in pieces.

Every newcomer is asked for the same NIK, and for the same name and birth date: two look-ups in an
index. Looking closer, at names that are only alike, costs reading the people; the caller says for
how many. Who was voided or withdrawn is nobody's twin.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain.matching import comparable_number
from jamsos_desktop.storage.models import participant
from jamsos_desktop.storage.prepared import Prepared

_PIECE = 500  # newcomers at once
_MANY = 5000  # people of one day or one family that are looked at; a bound on memory

_NEW = participant.alias("newcomer")
_OLD = participant.alias("known")
_THOSE: sa.BindParameter[Any] = sa.bindparam("those", expanding=True)


class Pair(NamedTuple):
    """Row numbers of a newcomer and of who was here before them; ``nik`` where that is the same."""

    newcomer: int
    known: int
    nik: bool


class Neighbour(NamedTuple):
    """Somebody who was here before: row number and canonical name."""

    id: int
    name: tuple[str, ...]


class Newcomer(NamedTuple):
    """Somebody who came, and who was born that day or is of that family."""

    id: int
    name: tuple[str, ...]
    others: tuple[Neighbour, ...]


class Person(NamedTuple):
    """What is shown of somebody."""

    number: str
    name: str
    station_id: str
    programme_id: str


def _counts(table: sa.FromClause) -> sa.ColumnElement[bool]:
    return sa.and_(sa.not_(table.c.voided), sa.not_(table.c.withdrawn))


def _first(*conditions: sa.ColumnElement[bool]) -> sa.ScalarSelect[int]:
    """The first who was here before the newcomer; found in an index, whoever else is alike."""
    query = sa.select(_OLD.c.id).where(*conditions, _OLD.c.id < _NEW.c.id, _counts(_OLD))
    return query.limit(1).correlate(_NEW).scalar_subquery()


_ANY_NIK = _first(_OLD.c.nik == _NEW.c.nik)
_BEST_NIK = sa.func.coalesce(
    _first(_OLD.c.nik == _NEW.c.nik, _OLD.c.programme_id == _NEW.c.programme_id), _ANY_NIK
)
_SAME_NAME = _first(_OLD.c.born == _NEW.c.born, _OLD.c.alike == _NEW.c.alike)
_CERTAIN = Prepared(
    sa.select(
        _NEW.c.id,
        _NEW.c.nik,
        sa.case((_NEW.c.nik == "", None), (_ANY_NIK.is_not(None), _BEST_NIK)),
        sa.case((sa.and_(_NEW.c.born != 0, _NEW.c.alike != ""), _SAME_NAME)),
    )
    .where(_NEW.c.id > sa.bindparam("after"), _counts(_NEW))
    .order_by(_NEW.c.id)
    .limit(sa.bindparam("most"))
)
_NEWCOMERS = Prepared(
    sa.select(_NEW.c.id, _NEW.c.born, _NEW.c.kk, _NEW.c.alike)
    .where(_NEW.c.id > sa.bindparam("after"), _counts(_NEW))
    .order_by(_NEW.c.id)
    .limit(sa.bindparam("most"))
)
_BY_DAY = Prepared(
    sa.select(_OLD.c.id, _OLD.c.born, _OLD.c.alike).where(_OLD.c.born.in_(_THOSE), _counts(_OLD))
)
_BY_FAMILY = Prepared(
    sa.select(_OLD.c.id, _OLD.c.kk, _OLD.c.alike).where(
        _OLD.c.kk.in_(_THOSE), _OLD.c.kk != "", _counts(_OLD)
    )
)
_SHOWN = Prepared(
    sa.select(_OLD.c.id, _OLD.c.number, _OLD.c.name, _OLD.c.station_id, _OLD.c.programme_id).where(
        _OLD.c.id.in_(_THOSE)
    )
)


def certain(connection: sa.Connection, after: int) -> Iterator[Pair]:
    """Newcomers (rows beyond ``after``) whose NIK, or name and birth date, somebody had before.

    The NIK of somebody in the same programme comes first. A placeholder is nobody's NIK.
    """
    while rows := _CERTAIN.rows(connection, {"after": after, "most": _PIECE}):
        for newcomer, nik, by_nik, by_name in rows:
            known = by_nik if comparable_number(nik) else None
            if known is not None or by_name is not None:
                yield Pair(newcomer, known or by_name, known is not None)
        after = rows[-1][0]


def nearby(connection: sa.Connection, after: int, most: int) -> Iterator[list[Newcomer]]:
    """The first ``most`` newcomers in pieces, with everybody of the same birth date or family."""
    while most > 0:
        rows = _NEWCOMERS.rows(connection, {"after": after, "most": min(_PIECE, most)})
        if not rows:
            return
        most, after = most - len(rows), rows[-1][0]
        days = _grouped(connection, _BY_DAY, {row[1] for row in rows if row[1]})
        families = _grouped(connection, _BY_FAMILY, {row[2] for row in rows if row[2]})
        yield [
            Newcomer(key, tuple(alike.split()), _before(key, (*days[born], *families[kk])))
            for key, born, kk, alike in rows
        ]


def shown(connection: sa.Connection, ids: Iterable[int]) -> dict[int, Person]:
    """What is shown of the people with these row numbers."""
    wanted = sorted(set(ids))
    found: dict[int, Person] = {}
    for start in range(0, len(wanted), _PIECE):
        for key, *person in _SHOWN.rows(connection, {"those": wanted[start : start + _PIECE]}):
            found[key] = Person(*person)
    return found


def _before(newcomer: int, others: Iterable[Neighbour]) -> tuple[Neighbour, ...]:
    return tuple(sorted({other for other in others if other.id < newcomer}))


def _grouped(
    connection: sa.Connection, query: Prepared, values: Collection[object]
) -> defaultdict[object, list[Neighbour]]:
    groups: defaultdict[object, list[Neighbour]] = defaultdict(list)
    if values:
        for key, group, alike in query.rows(connection, {"those": list(values)}):
            if len(groups[group]) < _MANY:
                groups[group].append(Neighbour(key, tuple(alike.split())))
    return groups
