"""Which registrations are likely of one person, and what the office has answered about them.

The pairs lie in a table that is brought up to date piece by piece: every revision since the last
time is compared with everybody whom the indexes of ``participant`` put near it, many people in one
statement. A new record is compared with those before it only, for those after it ask themselves.
"""

import datetime as dt
from array import array
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain.activities import Decided, NotTheSame
from jamsos_desktop.domain.matching import comparable_number, dates_near
from jamsos_desktop.domain.pairs import MOST_BEGINNINGS, Pair, beginnings
from jamsos_desktop.domain.standing import standing_apart, standing_decisions
from jamsos_desktop.storage import facts
from jamsos_desktop.storage.activities import told_of
from jamsos_desktop.storage.likeness import date_of, day_of
from jamsos_desktop.storage.models import KK_KNOWN, entry, pair, participant, settled
from jamsos_desktop.storage.prepared import Prepared

#: Types of entries that say something about two records.
TYPES = frozenset(("decided", "decision_undone", "not_the_same", "not_the_same_undone"))

# In the order in which they came: SQLite would rather walk through all of one type, and sort them
# for every piece, if type were not hidden from its index in an expression.
_REVISIONS = (entry.c.kind == "revision", entry.c.type.concat("") == "participant")

# Those who are compared now, and the days near their birth dates. They live in memory.
_temporary = sa.MetaData()
_asked = sa.Table(
    "asked",
    _temporary,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("bound", sa.Integer, nullable=False),  # compared with those below it only
    sa.Column("nik", sa.String, nullable=False),
    sa.Column("family", sa.String, nullable=False),
    sa.Column("born", sa.Integer, nullable=False),
    *(sa.Column(f"begin{n}", sa.String, nullable=True) for n in range(MOST_BEGINNINGS)),
    prefixes=["TEMPORARY"],
)
_near = sa.Table(
    "near",
    _temporary,
    sa.Column("born", sa.Integer, primary_key=True),
    sa.Column("day", sa.Integer, primary_key=True),
    prefixes=["TEMPORARY"],
)
_PUT_ASKED, _PUT_NEAR = Prepared(sa.insert(_asked)), Prepared(sa.insert(_near))


class Close(NamedTuple):
    """Two participants whom the indexes bring together, and what these tell of both."""

    id: int  # of whom is asked for
    name: tuple[str, ...]  # canonical
    born: dt.date | None
    other_id: int
    other_name: tuple[str, ...]
    other_born: dt.date | None
    by_number: bool  # they have the same NIK or family card


class Piece(NamedTuple):
    """A part of the journal whose records are to be compared: who with whom."""

    last: int = 0  # the number of its last entry; 0 when there is nothing new
    revisions: int = 0
    corrected: tuple[int, ...] = ()  # participants whose pairs are to be made anew
    close: tuple[Close, ...] = ()


class Row(NamedTuple):
    """What the projection tells of a participant without their record being read."""

    record_id: str
    nik: str
    kk: str
    village: str


def next_piece(connection: sa.Connection, size: int) -> Piece:
    """Whom the next revisions, at most ``size``, bring together with whom."""
    after = facts.read_compared(connection)
    new = connection.execute(
        sa.select(entry.c.id, entry.c.record_id)
        .where(entry.c.id > after, *_REVISIONS)
        .order_by(entry.c.id)
        .limit(size)
    ).all()
    if not new:
        return Piece()
    _temporary.create_all(connection)
    people = _people(connection, {row.record_id for row in new})
    first = {row.id for row in new}
    _ask(connection, people, first)
    corrected = tuple(row.id for row in people if row.id not in first)
    return Piece(new[-1].id, len(new), corrected, tuple(_found(connection, people)))


def rows_of(connection: sa.Connection, ids: Sequence[int]) -> dict[int, Row]:
    """What the projection tells of these participants."""
    columns = (participant.c.nik, participant.c.kk, participant.c.village)
    query = sa.select(participant.c.id, participant.c.record_id, *columns)
    found = dict[int, Row]()
    for start in range(0, len(ids), 500):
        rows = connection.execute(query.where(participant.c.id.in_(ids[start : start + 500])))
        found |= {row[0]: Row(*row[1:]) for row in rows}
    return found


def count_waiting(connection: sa.Connection) -> int:
    """How many revisions nobody has looked at yet."""
    after = facts.read_compared(connection)
    query = sa.select(sa.func.count()).where(entry.c.id > after, *_REVISIONS)
    return connection.scalar(query) or 0


def keep(
    connection: sa.Connection, piece: Piece, found: Iterable[tuple[int, int, float, str]]
) -> None:
    """Write the pairs of a piece, by the smaller id first, and that it was looked at."""
    for start in range(0, len(piece.corrected), 500):
        ids = piece.corrected[start : start + 500]
        gone = sa.or_(pair.c.one.in_(ids), pair.c.other.in_(ids))
        connection.execute(sa.delete(pair).where(gone))
    rows = [dict(zip(("one", "other", "weight", "seen"), row, strict=True)) for row in found]
    if rows:
        connection.execute(sa.insert(pair).prefix_with("OR REPLACE"), rows)
    facts.write_compared(connection, piece.last)


def open_pairs(connection: sa.Connection) -> list[Pair]:
    """Every pair about which nobody has decided, the likeliest first.

    Who was voided, withdrew their consent, or is a duplicate or refused already is asked about no
    more; who was sent back to the station only when the station has answered.
    """
    one, other = participant.alias("p1"), participant.alias("p2")
    query = (
        sa.select(one.c.record_id, other.c.record_id, pair.c.weight)
        .join_from(pair, one, one.c.id == pair.c.one)
        .join(other, other.c.id == pair.c.other)
        .where(
            one.c.programme_id == other.c.programme_id,
            *(
                condition
                for who in (one, other)
                for condition in (
                    sa.not_(who.c.voided),
                    sa.not_(who.c.withdrawn),
                    who.c.said.not_in(("duplikat", "ditolak")),
                )
            ),
            sa.not_(_is_settled(one, other)),
            sa.not_(_is_settled(other, one)),
        )
    )
    found = [
        Pair(min(row[0], row[1]), max(row[0], row[1]), row[2]) for row in connection.execute(query)
    ]
    return sorted(found, key=lambda p: (-p.weight, p.one, p.other))


def apart_from(connection: sa.Connection, record_id: str) -> list[tuple[str, str]]:
    """The entries that keep a record apart from others, in either direction, and still stand.

    Each with the record that it is about.
    """
    others = connection.scalars(
        sa.select(settled.c.record_id).where(settled.c.other_id == record_id, settled.c.seen != "")
    )
    found = []
    for one, told in told_of(connection, [record_id, *others]).items():
        bodies = {made.entry_hash: made.body for made in told}
        for name in standing_apart(told):
            body = bodies[name]
            if one == record_id or (isinstance(body, NotTheSame) and record_id in body.others):
                found.append((one, name))
    return sorted(found)


def project(connection: sa.Connection, record_ids: Sequence[str]) -> None:
    """Write what stands of the office's answers about these records and others."""
    for start in range(0, len(record_ids), 500):
        ids = record_ids[start : start + 500]
        connection.execute(sa.delete(settled).where(settled.c.record_id.in_(ids)))
        rows = set[tuple[str, str, str]]()
        for record_id, told in told_of(connection, ids).items():
            bodies = {one.entry_hash: one.body for one in told}
            for name in standing_apart(told):
                body = bodies[name]
                assert isinstance(body, NotTheSame)
                rows |= {(record_id, *it) for it in zip(body.others, body.seen, strict=False)}
            for name in standing_decisions(told):
                body = bodies[name]
                assert isinstance(body, Decided)
                rows |= {(record_id, other, "") for other in body.alike}
        if rows:
            names = ("record_id", "other_id", "seen")
            connection.execute(
                sa.insert(settled), [dict(zip(names, row, strict=True)) for row in sorted(rows)]
            )


def forget_all(connection: sa.Connection) -> None:
    """Before everything is derived again. The pairs are found anew by whoever asks."""
    connection.execute(sa.delete(settled))
    connection.execute(sa.delete(pair))
    facts.write_compared(connection, 0)


def _is_settled(one: sa.FromClause, other: sa.FromClause) -> sa.ColumnElement[bool]:
    """The office answered it in an entry about the first: apart, or sent back and not answered."""
    back = sa.and_(settled.c.seen == "", one.c.said == "perlu_perbaikan")
    return sa.exists().where(
        settled.c.record_id == one.c.record_id,
        settled.c.other_id == other.c.record_id,
        sa.or_(settled.c.seen == pair.c.seen, back),
    )


_Person = sa.Row[*tuple[Any, ...]]


def _people(connection: sa.Connection, record_ids: set[str]) -> Sequence[_Person]:
    columns = (participant.c.id, participant.c.nik, participant.c.kk, participant.c.born)
    query = sa.select(*columns, participant.c.alike)
    return connection.execute(query.where(participant.c.record_id.in_(record_ids))).all()


def _ask(connection: sa.Connection, people: Sequence[_Person], first: set[int]) -> None:
    connection.execute(sa.delete(_asked))
    connection.execute(sa.delete(_near))
    rows = []
    for row in people:
        begin = sorted(beginnings(row.alike.split()))
        patterns = [*(f" {letters}" for letters in begin), *[None] * MOST_BEGINNINGS]
        rows.append(
            {
                "id": row.id,
                "bound": row.id if row.id in first else 1 << 62,
                "nik": comparable_number(row.nik),
                "family": row.kk,
                "born": row.born,
                **{f"begin{n}": patterns[n] for n in range(MOST_BEGINNINGS)},
            }
        )
    if rows:
        _PUT_ASKED.write_many(connection, rows)
    days = {row.born for row in people if row.born}
    near = [{"born": born, "day": day} for born in sorted(days) for day in _days_near(born)]
    if near:
        _PUT_NEAR.write_many(connection, near)


def _found(connection: sa.Connection, people: Sequence[_Person]) -> Iterable[Close]:
    names = {row.id: tuple(row.alike.split()) for row in people}
    days = {row.id: date_of(row.born) for row in people}
    begin = {id_: beginnings(name) for id_, name in names.items()}
    for id_, other_id, born, alike, how in connection.execute(_CLOSE):
        name = tuple(alike.split())
        if how != "near" or begin[id_] & beginnings(name):
            day = date_of(born)
            yield Close(id_, names[id_], days[id_], other_id, name, day, how == "number")


@cache
def _days_near(born: int) -> Sequence[int]:
    """Numbers of four bytes: there are some 30,000 days on which people were born."""
    day = date_of(born)
    return array("I", map(day_of, dates_near(day))) if day else ()


def _close(how: str, *conditions: sa.ColumnElement[bool] | sa.TextClause) -> sa.Select[Any]:
    """One of the ways in which two people are brought together, as a part of a union."""
    return sa.select(
        _asked.c.id,
        participant.c.id.label("other_id"),
        participant.c.born,
        participant.c.alike,
        sa.literal(how).label("how"),
    ).where(participant.c.id < _asked.c.bound, participant.c.id != _asked.c.id, *conditions)


_CLOSE = sa.union_all(
    _close("number", participant.c.nik == _asked.c.nik, participant.c.nik != ""),
    _close("number", participant.c.kk == _asked.c.family, KK_KNOWN),
    _close("day", participant.c.born == _asked.c.born, participant.c.born != 0),
    _close(
        "near",
        _near.c.born == _asked.c.born,
        participant.c.born == _near.c.day,
        sa.or_(
            *(
                sa.func.instr(participant.c.alike, _asked.c[f"begin{n}"]) > 0
                for n in range(MOST_BEGINNINGS)
            )
        ),
    ),
)
