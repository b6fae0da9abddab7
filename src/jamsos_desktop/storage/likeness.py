"""Who could be the same person: few enough people to look at, found by two indexes.

Who was voided or has taken their consent back is nobody's duplicate.

``born`` and ``alike`` lie in one index, so that all who were born on some days are read from it
alone; the other index is by family card. Everything that is compared closely is read afterwards,
for the few who are left.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.matching import comparable_number, dates_near
from jamsos_desktop.domain.names import COMMON, canonical
from jamsos_desktop.domain.records import Candidate as CandidateRecord
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.models import KK_KNOWN, entry, participant, record
from jamsos_desktop.storage.prepared import Prepared

_Condition = sa.ColumnElement[bool] | sa.TextClause

_BEGINNING = 3  # letters of a word that must be the same where the birth date is not
_MOST = 2000  # rows that one day, or all days near it, may give: a bound on time, not on likeness


_PIECE = 500  # ids in one IN (...)
_read_state = msgspec.json.Decoder(Participant).decode


class Candidate(NamedTuple):
    """Somebody who was born on such a day or belongs to the same family."""

    id: int
    born: dt.date | None
    name: tuple[str, ...]  # canonical
    by_number: bool  # has the NIK or the family card


class Known(NamedTuple):
    """A participant with everything that is compared."""

    record_id: str
    body: Participant


def keys_of(person: Participant | CandidateRecord) -> dict[str, object]:
    """The columns by which a participant or a candidate of the office is found."""
    return {
        "born": day_of(person.birth_date),
        "alike": "".join(f" {word}" for word in canonical(person.name)),
        "kk": comparable_number(person.kk),
    }


def candidates(connection: sa.Connection, person: Participant) -> list[Candidate]:
    """Who has the NIK or the KK, or was born that day, or nearly then and has a word like theirs.

    Nobody is found by what is not known.
    """
    keys = keys_of(person)
    begins = _beginnings(canonical(person.name))
    near = dates_near(person.birth_date) if person.birth_date and begins else ()
    asked = {
        "nik": comparable_number(person.nik),
        "kk": keys["kk"],
        "born": keys["born"],
        "near": [day_of(day) for day in near],
        **{name: begins[n % len(begins)] if begins else "" for n, name in enumerate(_BEGINS)},
    }
    found: dict[int, Candidate] = {}
    for id_, born, alike, by_number in _CANDIDATES.rows(connection, asked):
        if by_number or id_ not in found:
            found[id_] = Candidate(id_, date_of(born), tuple(alike.split()), bool(by_number))
    return list(found.values())


def read_people(connection: sa.Connection, ids: Sequence[int]) -> list[Known]:
    """The participants with these row numbers as they stand now."""
    return list(read_by_id(connection, ids).values())


def read_by_id(connection: sa.Connection, ids: Sequence[int]) -> dict[int, Known]:
    """The same by their row numbers, of any number of people."""
    found = {}
    for start in range(0, len(ids), _PIECE):
        piece = list(ids[start : start + _PIECE])
        for id_, record_id, state in _PEOPLE.rows(connection, {"ids": piece}):
            found[id_] = Known(record_id, _read_state(state))
    return found


def _those(*conditions: _Condition, by_number: int = 0) -> sa.Select[Any]:
    """One of the ways to be found, as a part of a union."""
    columns = (participant.c.id, participant.c.born, participant.c.alike)
    number = sa.literal(by_number).label("by_number")
    found = sa.select(*columns, number).where(*conditions, COUNTS)
    return sa.select(found.limit(_MOST).subquery())


_BEGINS = ("begin1", "begin2", "begin3", "begin4")
# Made once: making them anew takes longer than the answer. What is not known is asked as nothing.
_CANDIDATES = Prepared(
    sa.union_all(
        _those(participant.c.nik == sa.bindparam("nik"), participant.c.nik != "", by_number=1),
        _those(participant.c.kk == sa.bindparam("kk"), KK_KNOWN, by_number=1),
        _those(participant.c.born == sa.bindparam("born"), participant.c.born != 0),
        _those(
            participant.c.born.in_(sa.bindparam("near", expanding=True)),
            sa.or_(*(participant.c.alike.like(sa.bindparam(name)) for name in _BEGINS)),
        ),
    )
)
#: The body of a participant's record as it stands, beside the tables record and entry.
PERSON_STATE = sa.func.coalesce(record.c.merged, entry.c.body)
_PEOPLE = Prepared(
    sa.select(participant.c.id, participant.c.record_id, PERSON_STATE)
    .join(record, record.c.record_id == participant.c.record_id)
    .outerjoin(entry, record.c.entry_id == entry.c.id)
    .where(participant.c.id.in_(sa.bindparam("ids", expanding=True)), PERSON_STATE.is_not(None))
)


def _beginnings(words: Iterable[str]) -> list[str]:
    """What a canonical name must hold to have a word that begins like one that says something."""
    said = [word for word in words if len(word) >= _BEGINNING]
    telling = [word for word in said if word not in COMMON] or said
    return [f"% {word[:_BEGINNING]}%" for word in telling[: len(_BEGINS)]]


def day_of(day: dt.date | None) -> int:
    """A day as a number, YYYYMMDD; 0 where it is not known."""
    return 0 if day is None else day.year * 10000 + day.month * 100 + day.day


def date_of(number: int) -> dt.date | None:
    """The day of such a number."""
    return dt.date(number // 10000, number // 100 % 100, number % 100) if number else None
