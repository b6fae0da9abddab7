"""BPJS Ketenagakerjaan's answers come in: matched by NIK and name, shown, and only then taken."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.activities import BpjsAnswered, BpjsAnswersTaken
from jamsos_desktop.domain.bpjs_words import OUTCOMES, answer_words
from jamsos_desktop.domain.mapping import ResultLayout, columns_of
from jamsos_desktop.domain.matching import compare_names
from jamsos_desktop.domain.names import canonical
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _
from jamsos_desktop.services.csv_files import save_csv
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.duplicates import similarity
from jamsos_desktop.services.headings import key_of
from jamsos_desktop.services.plan import new_id
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.services.spreadsheets import read_rows
from jamsos_desktop.storage import activities, journal
from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.models import participant

#: ``new`` is taken, ``changed`` and ``name_differs`` where somebody says so; ``same`` says nothing
#: new; all else is for a person to see.
Outcome = Literal[
    "new", "changed", "same", "name_differs", "contradicts", "unknown", "several", "unreadable"
]
#: These are taken only where somebody says so.
BY_CHOICE: tuple[Outcome, ...] = ("changed", "name_differs")
_PIECE = 500
#: Names less alike are shown to somebody first: titles, spelling and a second name left out stay
#: above it (0.94), another given name does not (Siti Aminah and Siti Rahayu: 0.73).
_SURE_NAME = 0.85


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
    known_name: str = ""  # the name here


class _Person(NamedTuple):
    record_id: str
    number: str
    name: str


class _Typed(NamedTuple):
    line: int
    nik: str
    name: str
    answer: BpjsAnswered | None


def check_results(
    desk: Desk,
    path: Path,
    layouts: Sequence[ResultLayout],
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> list[AnswerRow]:
    """Read a file of answers and say of each row whom it is about; nothing is changed.

    The first layout whose headings the file has counts. Raises ``office_only``,
    ``results_headings`` (``missing``), and what reading can raise.
    """
    if desk.installation.mode != "office":
        raise UserError("office_only")
    typed = list(_typed(path, layouts))
    rows: list[AnswerRow] = []
    with desk.database.reading() as connection:
        for start in range(0, len(typed), _PIECE):
            _step(report, cancel, start, len(typed))
            rows += _judge(connection, typed[start : start + _PIECE])
    return _against_each_other(rows)


def is_taken(row: AnswerRow, chosen: Collection[int]) -> bool:
    """Whether the row is journalled where these lines were chosen beside the new answers."""
    return row.outcome == "new" or (row.outcome in BY_CHOICE and row.line in chosen)


def take_results(
    desk: Desk,
    rows: Sequence[AnswerRow],
    chosen: Collection[int] = (),
    report: Report = silent,
    cancel: CancelToken | None = None,
    *,
    file: str = "",
) -> int:
    """Journal the new answers of a file (by its name ``file``) that was looked at; how many.

    ``chosen`` are the lines of those that say something else than before, or whose name is another,
    and that shall be taken all the same. An answer that became known meanwhile is not journalled
    twice. Who stops has recorded nothing. Raises ``office_only``, ``coordinator_only``.
    """
    if desk.installation.mode != "office":
        raise UserError("office_only")
    if desk.officer.role not in DECIDERS:
        raise UserError("coordinator_only")
    wanted = [row for row in rows if is_taken(row, chosen)]
    news = []
    with desk.database.writing() as connection:
        for start in range(0, len(wanted), _PIECE):
            _step(report, cancel, start, len(wanted))
            piece = wanted[start : start + _PIECE]
            before = _last_answers(connection, [row.record_id for row in piece])
            news += [
                journal.New(row.record_id, row.answer)
                for row in piece
                if row.answer is not None and before.get(row.record_id) == row.before
            ]
        if news:
            first = journal.tip_of(connection, desk.author.station_id).seq + 1
            taken = BpjsAnswersTaken(file=file, first_seq=first, last_seq=first + len(news) - 1)
            news_of_file = [*news, journal.New(new_id(), taken)]
            journal.append(connection, desk.author, desk.clock(), news_of_file)
    return len(news)


def _step(report: Report, cancel: CancelToken | None, done: int, total: int) -> None:
    if cancel is not None:
        cancel.check()
    report(done, total)


def save_results(rows: Sequence[AnswerRow], chosen: Collection[int], target: Path) -> Path:
    """Write as CSV what became of each row, the NIK masked. Raises what writing can raise."""
    headings = (
        *(_("Baris"), _("Hasil"), _("Dicatat"), _("Nomor pendaftaran"), _("Nama menurut BPJS")),
        *(_("Nama di sini"), _("NIK"), _("Jawaban BPJS"), _("Jawaban sebelumnya")),
    )
    lines = [
        (
            str(row.line),
            _(OUTCOMES[row.outcome]),
            _("ya") if is_taken(row, chosen) else _("tidak"),
            row.number,
            row.name,
            row.known_name,
            row.masked_nik,
            answer_words(row.answer),
            answer_words(row.before),
        )
        for row in rows
    ]
    return save_csv(target, headings, lines)


def _typed(path: Path, layouts: Sequence[ResultLayout]) -> Iterator[_Typed]:
    """The rows below the first one that has the headings; titles may stand above it."""
    found: tuple[ResultLayout, dict[str, int]] | None = None
    for line, row in enumerate(read_rows(path), 1):
        if found is None:
            found = _headings(row, layouts)
        elif any(row):
            layout, columns = found
            yield _read(line, row, columns, layout)
    if found is None:
        layout = layouts[0]
        names = (layout.status[0], layout.nik[0], layout.person[0])
        raise UserError("results_headings", missing=", ".join(names))


def _headings(
    row: Sequence[str], layouts: Sequence[ResultLayout]
) -> tuple[ResultLayout, dict[str, int]] | None:
    """The first layout whose columns have their headings in this row."""
    keys = [key_of(cell) for cell in row]
    for layout in layouts:
        columns = columns_of(layout, keys)
        if {"status", "nik", "person"} <= columns.keys():
            return layout, columns
    return None


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
        number=person.number,
        record_id=person.record_id,
        answer=one.answer,
        before=before,
        known_name=person.name,
    )
    if before == one.answer:
        return here._replace(outcome="same")
    if compare_names(canonical(one.name), canonical(person.name), similarity()) < _SURE_NAME:
        return here._replace(outcome="name_differs")
    return here._replace(outcome="new" if before is None else "changed")


def _against_each_other(rows: Sequence[AnswerRow]) -> list[AnswerRow]:
    """A person who stands in the file several times has one answer, or none that can be taken."""
    said: dict[str, set[BpjsAnswered]] = {}
    for row in rows:
        if row.record_id and row.answer is not None:
            said.setdefault(row.record_id, set()).add(row.answer)
    first = {row.record_id: row.line for row in reversed(rows)}
    return [_beside(row, first, said) for row in rows]


def _beside(
    row: AnswerRow, first: Mapping[str, int], said: Mapping[str, set[BpjsAnswered]]
) -> AnswerRow:
    if len(said.get(row.record_id, ())) > 1:
        return row._replace(outcome="contradicts")
    again = row.record_id and first[row.record_id] != row.line
    return row._replace(outcome="same") if again else row


def _last_answers(connection: sa.Connection, ids: Sequence[str]) -> dict[str, BpjsAnswered]:
    last = activities.last_bpjs_answers(connection, ids)
    bodies = ((record_id, told.body) for record_id, told in last.items())
    return {record_id: body for record_id, body in bodies if isinstance(body, BpjsAnswered)}


def _is_one(text: str) -> bool:
    return len(text) == nik.LENGTH and not nik.is_placeholder(text)
