"""BPJS Ketenagakerjaan's answers come in: matched by NIK and name, shown, and only then taken."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.activities import BpjsAnswered
from jamsos_desktop.domain.mapping import ResultLayout, columns_of
from jamsos_desktop.domain.matching import WORTH_A_LOOK, compare_names
from jamsos_desktop.domain.names import canonical
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.duplicates import similarity
from jamsos_desktop.services.headings import key_of
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.services.spreadsheets import read_rows
from jamsos_desktop.storage import activities, journal
from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.models import participant
from jamsos_desktop.storage.reference import load_result_layout

#: ``new`` and ``changed`` can be taken; ``same`` says nothing new; all else is for a person to see.
Outcome = Literal["new", "changed", "same", "name_differs", "unknown", "several", "unreadable"]
_PIECE = 500
_TAKEN: dict[bool, tuple[Outcome, ...]] = {False: ("new",), True: ("new", "changed")}


class AnswerRow(NamedTuple):
    """One row of the file and what it means here."""

    line: int
    outcome: Outcome
    name: str  # as BPJS writes it
    masked_nik: str
    number: str = ""  # the registration number here
    record_id: str = ""
    answer: BpjsAnswered | None = None
    before: BpjsAnswered | None = None  # what BPJS answered earlier


class _Person(NamedTuple):
    record_id: str
    number: str
    name: str


class _Typed(NamedTuple):
    line: int
    nik: str
    name: str
    answer: BpjsAnswered | None


@cache
def result_layout(name: str = "hasil-bpjs") -> ResultLayout:
    """A layout of ``resources/mappings``. Raises ``reference_invalid``."""
    return load_result_layout(name)


def check_results(desk: Desk, path: Path, layout: ResultLayout) -> list[AnswerRow]:
    """Read a file of answers and say of each row whom it is about; nothing is changed.

    Raises ``office_only``, ``results_headings`` (``missing``), and what reading can raise.
    """
    if desk.installation.mode != "office":
        raise UserError("office_only")
    typed = list(_typed(path, layout))
    rows: list[AnswerRow] = []
    with desk.database.reading() as connection:
        for start in range(0, len(typed), _PIECE):
            rows += _judge(connection, typed[start : start + _PIECE])
    return rows


def take_results(desk: Desk, rows: Sequence[AnswerRow], *, changed_too: bool = False) -> int:
    """Journal the new answers of a file that was looked at; how many.

    With ``changed_too`` also those that say something else than before. An answer that became
    known meanwhile is not journalled twice. Raises ``office_only``, ``coordinator_only``.
    """
    if desk.installation.mode != "office":
        raise UserError("office_only")
    if desk.officer.role not in DECIDERS:
        raise UserError("coordinator_only")
    wanted = [row for row in rows if row.outcome in _TAKEN[changed_too] and row.answer is not None]
    news = []
    with desk.database.writing() as connection:
        for start in range(0, len(wanted), _PIECE):
            piece = wanted[start : start + _PIECE]
            before = _last_answers(connection, [row.record_id for row in piece])
            news += [
                journal.New(row.record_id, row.answer)
                for row in piece
                if row.answer is not None and before.get(row.record_id) == row.before
            ]
        journal.append(connection, desk.author, desk.clock(), news)
    return len(news)


def _typed(path: Path, layout: ResultLayout) -> Iterator[_Typed]:
    """The rows below the first one that has the headings; titles may stand above it."""
    columns: dict[str, int] = {}
    for line, row in enumerate(read_rows(path), 1):
        if not columns:
            found = columns_of(layout, [key_of(cell) for cell in row])
            columns = found if {"status", "nik", "person"} <= found.keys() else {}
        elif any(row):
            yield _read(line, row, columns, layout)
    if not columns:
        names = (layout.status[0], layout.nik[0], layout.person[0])
        raise UserError("results_headings", missing=", ".join(names))


def _read(line: int, row: Sequence[str], columns: dict[str, int], layout: ResultLayout) -> _Typed:
    def cell(part: str) -> str:
        place = columns.get(part, len(row))
        return row[place].strip() if place < len(row) else ""

    status = cell("status").casefold()
    answer = None
    if status in layout.accepted or status in layout.refused:
        accepted = status in layout.accepted
        answer = BpjsAnswered(accepted=accepted, number=cell("number"), reason=cell("reason"))
    return _Typed(line, nik.normalise(cell("nik")), cell("person"), answer)


def _judge(connection: sa.Connection, typed: Sequence[_Typed]) -> Iterator[AnswerRow]:
    known: dict[str, list[_Person]] = {}
    query = sa.select(
        participant.c.nik, participant.c.record_id, participant.c.number, participant.c.name
    ).where(participant.c.nik.in_([one.nik for one in typed if _is_one(one.nik)]), COUNTS)
    for row in connection.execute(query):
        known.setdefault(row.nik, []).append(_Person(row.record_id, row.number, row.name))
    ids = [person.record_id for people in known.values() for person in people]
    before = _last_answers(connection, ids)
    return (_row(one, known.get(one.nik, []), before) for one in typed)


def _row(one: _Typed, found: Sequence[_Person], answers: Mapping[str, BpjsAnswered]) -> AnswerRow:
    plain = AnswerRow(one.line, "unreadable", one.name, nik.mask(one.nik))
    if one.answer is None or not _is_one(one.nik):
        return plain
    if len(found) != 1:
        return plain._replace(outcome="several" if found else "unknown", answer=one.answer)
    (person,) = found
    before = answers.get(person.record_id)
    here = plain._replace(
        number=person.number, record_id=person.record_id, answer=one.answer, before=before
    )
    if compare_names(canonical(one.name), canonical(person.name), similarity()) < WORTH_A_LOOK:
        return here._replace(outcome="name_differs")
    if before == one.answer:
        return here._replace(outcome="same")
    return here._replace(outcome="new" if before is None else "changed")


def _last_answers(connection: sa.Connection, ids: Sequence[str]) -> dict[str, BpjsAnswered]:
    found = {}
    for record_id, told in activities.told_of(connection, ids).items():
        for one in sorted(told, key=lambda t: (t.lamport, t.entry_hash)):
            if isinstance(one.body, BpjsAnswered):
                found[record_id] = one.body
    return found


def _is_one(text: str) -> bool:
    return len(text) == nik.LENGTH and not nik.is_placeholder(text)
