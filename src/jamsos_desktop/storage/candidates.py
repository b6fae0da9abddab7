"""Those whom the office expects (*calon peserta*): their projection, and who of them is enrolled.

A candidate is registered when a participant whose registration stands was made from them, or has
their NIK in the same programme: a registration in last year's programme is none in this one.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain.matching import comparable_number
from jamsos_desktop.domain.names import spell
from jamsos_desktop.domain.records import Candidate
from jamsos_desktop.storage import likeness
from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.models import FROM_CANDIDATE, candidate, participant
from jamsos_desktop.storage.prepared import Prepared
from jamsos_desktop.storage.visitors import Seen

Rows = Sequence[sa.Row[*tuple[Any, ...]]]

_PIECE = 500  # ids in one IN (...)
_WORD = re.compile(r"[^\W_]+")
_hits = sa.table("candidate_search", sa.column("rowid", sa.Integer))
_PUT = Prepared(sa.insert(candidate).prefix_with("OR REPLACE"))
_PUT_SEARCH = Prepared(
    sa.text(
        "INSERT OR REPLACE INTO candidate_search(rowid, name, alike, nik)"
        " VALUES (:id, :name, :alike, :nik)"
    )
)
_FORGET_SEARCH = sa.text("DELETE FROM candidate_search WHERE rowid = :id")


class Filter(NamedTuple):
    """Which candidates are asked for; what is empty does not matter."""

    programme_id: str = ""
    village: str = ""  # Kemendagri code, dotted; the beginning of one stands for all below it
    rw: str = ""
    rt: str = ""
    text: str = ""  # beginnings of words of the name, or of the NIK
    registered: bool | None = None
    ceremony: bool | None = None


class Place(NamedTuple):
    """A neighbourhood of candidates, with how many there are and how many are registered."""

    village: str
    rw: str
    rt: str
    total: int
    registered: int


def project(connection: sa.Connection, seen: Sequence[Seen], known: Collection[str]) -> None:
    """Bring the table up to date. ``known`` are the records that were there before."""
    rows = [_row(one, one.body) for one in seen if isinstance(one.body, Candidate)]
    if rows:
        _PUT.write_many(connection, rows)
        _PUT_SEARCH.write_many(connection, rows)
    # Those that were erased, or that merge into something that nobody can read.
    forget(connection, [s.record_id for s in seen if s.body is None and s.record_id in known])


def forget(connection: sa.Connection, ids: Sequence[str]) -> None:
    """Take these records out of the table and of its search."""
    for piece in _pieces(ids):
        those = candidate.c.record_id.in_(piece)
        gone = [
            {"id": row.id} for row in connection.execute(sa.select(candidate.c.id).where(those))
        ]
        if gone:
            connection.execute(_FORGET_SEARCH, gone)
            connection.execute(sa.delete(candidate).where(those))


def forget_all(connection: sa.Connection) -> None:
    """Empty the table, before it is derived again."""
    connection.execute(sa.delete(candidate))
    connection.exec_driver_sql("DELETE FROM candidate_search")


def find(connection: sa.Connection, wanted: Filter, *, limit: int = 50, offset: int = 0) -> Rows:
    """Candidates by place and name, each with ``participant_id`` where they are registered."""
    order = (candidate.c.village, candidate.c.rw, candidate.c.rt, candidate.c.name, candidate.c.id)
    query = _narrowed(sa.select(candidate, REGISTRATION.label("participant_id")), wanted)
    return connection.execute(query.order_by(*order).limit(limit).offset(offset)).all()


def count(connection: sa.Connection, wanted: Filter) -> int:
    """How many candidates there are of this kind."""
    query = _narrowed(sa.select(sa.func.count()).select_from(candidate), wanted)
    return connection.scalar(query) or 0


def find_by_nik(connection: sa.Connection, nik: str) -> Rows:
    """Candidates with this NIK, of any programme; nobody for a placeholder."""
    query = sa.select(candidate, REGISTRATION.label("participant_id")).where(
        candidate.c.nik == comparable_number(nik), candidate.c.nik != ""
    )
    return connection.execute(query.order_by(candidate.c.id)).all()


def find_by_name(
    connection: sa.Connection, text: str, *, programme_id: str = "", limit: int = 10
) -> Rows:
    """Candidates of whose names words begin as typed, those first who are not registered."""
    if not _WORD.search(text):
        return []
    query = _narrowed(
        sa.select(candidate, REGISTRATION.label("participant_id")),
        Filter(programme_id=programme_id, text=text),
    )
    order = (sa.literal_column("participant_id").is_not(None), candidate.c.name, candidate.c.id)
    return connection.execute(query.order_by(*order).limit(limit)).all()


def list_unregistered(
    connection: sa.Connection, programme_id: str, village: str = "", rt: str = "", rw: str = ""
) -> Rows:
    """Who of a neighbourhood is still to be visited, by place and name."""
    wanted = Filter(programme_id, village, rw, rt, registered=False)
    return find(connection, wanted, limit=-1)


def with_niks(connection: sa.Connection, programme_id: str, niks: Collection[str]) -> Rows:
    """The programme's candidates who have one of these NIKs."""
    those = (candidate.c.programme_id == programme_id, candidate.c.nik.in_(niks))
    return connection.execute(sa.select(candidate).where(*those).order_by(candidate.c.id)).all()


def with_keys(
    connection: sa.Connection, programme_id: str, born: Collection[int], alike: Collection[str]
) -> Rows:
    """The programme's candidates who were born on one of these days and have one of these names."""
    query = sa.select(candidate).where(
        candidate.c.born.in_(born),
        candidate.c.alike.in_(alike),
        candidate.c.programme_id == programme_id,
    )
    return connection.execute(query.order_by(candidate.c.id)).all()


def registered_niks(
    connection: sa.Connection, programme_id: str, niks: Collection[str]
) -> set[str]:
    """Those of these NIKs under which somebody is registered in the programme."""
    query = sa.select(participant.c.nik).where(
        participant.c.nik.in_(niks),
        participant.c.programme_id == programme_id,
        COUNTS,
    )
    return set(connection.scalars(query))


def count_by_place(connection: sa.Connection, programme_id: str) -> list[Place]:
    """Every neighbourhood that has candidates of a programme, in the order of the list."""
    place = (candidate.c.village, candidate.c.rw, candidate.c.rt)
    query = sa.select(*place, sa.func.count(), sa.func.count(REGISTRATION))
    query = query.where(candidate.c.programme_id == programme_id).group_by(*place).order_by(*place)
    return [Place(*row) for row in connection.execute(query)]


def is_registered(connection: sa.Connection, record_id: str) -> bool:
    """Whether a registration of this candidate stands."""
    query = sa.select(REGISTRATION).select_from(candidate)
    return connection.scalar(query.where(candidate.c.record_id == record_id)) is not None


def _registration(*conditions: sa.ColumnElement[bool] | sa.TextClause) -> Any:
    """A participant who counts and answers to these conditions; NULL without one."""
    return (
        sa.select(participant.c.record_id)
        .where(*conditions, COUNTS)
        .correlate(candidate)
        .order_by(participant.c.id)
        .limit(1)
        .scalar_subquery()
    )


#: The record of the registration that a candidate led to, or NULL.
REGISTRATION = sa.func.coalesce(
    _registration(participant.c.candidate_id == candidate.c.record_id, FROM_CANDIDATE),
    _registration(
        participant.c.nik == candidate.c.nik,
        candidate.c.nik != "",
        participant.c.programme_id == candidate.c.programme_id,
    ),
)


def _narrowed(query: sa.Select[Any], wanted: Filter) -> sa.Select[Any]:
    words = _WORD.findall(wanted.text)
    if words:
        match = sa.text("candidate_search MATCH :words").bindparams(words=_match(words))
        query = query.join(_hits, candidate.c.id == _hits.c.rowid).where(match)
    if wanted.programme_id:
        query = query.where(candidate.c.programme_id == wanted.programme_id)
    if wanted.village:
        below = wanted.village + "/"  # the sign after the dot, so that an index can be walked
        within = (candidate.c.village > wanted.village + ".", candidate.c.village < below)
        query = query.where(sa.or_(candidate.c.village == wanted.village, sa.and_(*within)))
    if wanted.rw:
        query = query.where(candidate.c.rw == wanted.rw)
    if wanted.rt:
        query = query.where(candidate.c.rt == wanted.rt)
    if wanted.registered is not None:
        is_there = REGISTRATION.is_not(None)
        query = query.where(is_there if wanted.registered else sa.not_(is_there))
    if wanted.ceremony is not None:
        query = query.where(candidate.c.ceremony.is_(wanted.ceremony))
    return query


def _match(words: Iterable[str]) -> str:
    """Each word as it is typed, or as all its spellings are written: Moh. finds Muhammad."""
    both = ({word, spell(word.lower())} for word in words)
    return " AND ".join(
        "({})".format(" OR ".join(f'"{word}"*' for word in sorted(pair))) for pair in both
    )


def _row(seen: Seen, body: Candidate) -> dict[str, object]:
    return {
        "id": seen.first_id,
        "record_id": seen.record_id,
        "programme_id": body.programme_id,
        "name": body.name,
        "nik": comparable_number(body.nik),
        "village": body.village,
        "rt": body.rt,
        "rw": body.rw,
        "occupation": body.occupation_text or body.occupation,
        "ceremony": body.ceremony,
        **likeness.keys_of(body),
    }


def _pieces(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[n : n + _PIECE] for n in range(0, len(ids), _PIECE))
