"""A list of candidates from XLSX or CSV: what its columns are, what is wrong, and taking it in.

The same rows are judged before anything is written and again while they are, in one transaction
for each batch. Taking the same list in again changes nothing; an empty cell takes nothing away.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.activities import CandidatesImported
from jamsos_desktop.domain.candidate_row import COLUMN_FIELDS, CandidateRow, read_row
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.list_cells import all_rounded
from jamsos_desktop.domain.records import Programme
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.candidate_match import Matcher, Outcome
from jamsos_desktop.services.candidate_places import list_rules
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.headings import field_of, key_of
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.services.spreadsheets import read_rows, sheet_names
from jamsos_desktop.storage import facts, journal, records
from jamsos_desktop.storage.models import entry

_BATCH = 500
_ABOVE = 30  # rows among which the headings are looked for
_SAMPLES = 5
#: So many lines does a report keep; the counts are always whole.
MOST_LINES = 20_000


class Before(NamedTuple):
    """When the very same file was taken in, and by whom."""

    at: str  # ISO 8601 with zone
    officer_id: str


class ListLook(NamedTuple):
    """What a file looks like, and what its columns seem to be."""

    path: Path
    sheets: tuple[str, ...]  # none of a CSV file
    sheet: str
    line: int  # where the headings stand, as a spreadsheet counts
    headings: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]  # the first rows, as wide as the headings
    rows: int
    fields: tuple[str, ...]  # of COLUMN_FIELDS, or empty, for each heading
    remembered_at: str  # when a person last said so; empty where it is a proposal
    before: Before | None


class Source(NamedTuple):
    """What is to be taken in, and how it is understood."""

    path: Path
    sheet: str
    line: int
    headings: tuple[str, ...]
    fields: tuple[str, ...]
    programme_id: str
    region: str  # within which villages are looked for, dotted; "" for the whole country


class LineReport(NamedTuple):
    """What became of one line, for those of which there is something to say."""

    line: int  # as a spreadsheet counts
    name: str
    outcome: Outcome
    findings: tuple[Finding, ...]
    changes: tuple[str, ...] = ()  # fields of a known candidate that the line changes


@dataclass
class ListReport:
    """What a list would do or did; the sum of ``counts`` is the number of its rows."""

    counts: dict[Outcome, int] = field(
        default_factory=lambda: {"new": 0, "changed": 0, "same": 0, "refused": 0}
    )
    warned: int = 0  # rows that were taken though something is odd
    lines: list[LineReport] = field(default_factory=list)
    stopped: bool = False

    @property
    def rows(self) -> int:
        """How many rows were judged."""
        return sum(self.counts.values())


def look_into(desk: Desk, path: Path, sheet: str = "") -> ListLook:
    """Read headings and first rows, and propose what the columns are.

    Raises ``list_empty`` and what reading can raise.
    """
    sheets = sheet_names(path)
    sheet = sheet or (sheets[0] if sheets else "")
    rows = list(read_rows(path, sheet))
    line = _headings_line(rows)
    if not line:
        raise UserError("list_empty", file=path.name)
    headings = tuple(rows[line - 1])
    below = [row for row in rows[line:] if any(row)]
    with desk.database.reading() as connection:
        remembered = facts.read_columns(connection, _keys(headings))
        before = _taken_before(connection, _sha256(path))
    return ListLook(
        path=path,
        sheets=sheets,
        sheet=sheet,
        line=line,
        headings=headings,
        samples=tuple(_wide(row, len(headings)) for row in below[:_SAMPLES]),
        rows=len(below),
        fields=remembered.fields if remembered else _proposed(headings),
        remembered_at=remembered.at if remembered else "",
        before=before,
    )


def check_list(
    desk: Desk, source: Source, report: Report = silent, cancel: CancelToken | None = None
) -> ListReport:
    """What taking the list in would do; nothing is written.

    Raises ``programme_unknown``, ``list_columns``, ``list_changed``, ``list_lost_digits``, and what
    reading can raise.
    """
    result = ListReport()
    rows = _understand(desk, source)
    total = len(rows)
    with desk.database.reading() as connection:
        matcher = Matcher(connection, source.programme_id, desk.clock())
        for batch in _batches(rows):
            if cancel is not None:
                cancel.check()
            _judge(matcher, batch, result)
            report(result.rows, total)
    return result


def import_list(
    desk: Desk, source: Source, report: Report = silent, cancel: CancelToken | None = None
) -> ListReport:
    """Take the good rows in, batch by batch; bad ones are reported and left out.

    Cancelling keeps the batches that were written, and says so by ``stopped``; going on later takes
    in the rest. Raises ``office_only`` and what checking can raise.
    """
    if desk.installation.mode != "office":
        raise UserError("office_only")
    result = ListReport()
    rows = _understand(desk, source)
    total, seen = len(rows), Matcher.nothing_seen()
    for batch in _batches(rows):
        if cancel is not None and cancel.wanted:
            result.stopped = True
            return result
        with desk.database.writing() as connection:
            matcher = Matcher(connection, source.programme_id, desk.clock(), seen)
            journal.append(connection, desk.author, desk.clock(), _judge(matcher, batch, result))
        report(result.rows, total)
    with desk.database.writing() as connection:
        _remember(desk, connection, source, result)
    return result


def _understand(desk: Desk, source: Source) -> list[tuple[int, CandidateRow]]:
    """Every row that is not empty with its line, understood."""
    named = [name for name in source.fields if name]
    if "name" not in named or len(named) != len(set(named)):
        raise UserError("list_columns")
    with desk.database.reading() as connection:
        programme = records.get(connection, source.programme_id)
    if programme is None or not isinstance(programme.body, Programme):
        raise UserError("programme_unknown")
    rows = list(read_rows(source.path, source.sheet))
    if tuple(rows[source.line - 1 : source.line][:1]) != (list(source.headings),):
        raise UserError("list_changed", file=source.path.name)
    rules = list_rules(desk, source.programme_id, source.region)
    understood = [
        (line, read_row(_cells(source.fields, row), rules))
        for line, row in enumerate(rows[source.line :], source.line + 1)
        if any(row)
    ]
    if all_rounded(sorted({row.candidate.nik for _line, row in understood if row.candidate.nik})):
        raise UserError("list_lost_digits")
    return understood


def _judge(
    matcher: Matcher, batch: Sequence[tuple[int, CandidateRow]], result: ListReport
) -> list[journal.New]:
    news = []
    for (line, row), judged in zip(batch, matcher.judge(batch), strict=True):
        result.counts[judged.outcome] += 1
        warned = judged.outcome != "refused" and bool(judged.findings)
        result.warned += warned
        if (judged.findings or judged.changes) and len(result.lines) < MOST_LINES:
            told = (judged.outcome, judged.findings, judged.changes)
            result.lines.append(LineReport(line, row.candidate.name, *told))
        if judged.new is not None:
            news.append(judged.new)
    return news


def _remember(desk: Desk, connection: sa.Connection, source: Source, result: ListReport) -> None:
    """What the columns are, and that this file was taken in if it changed anything."""
    now = desk.clock()
    at = now.isoformat(timespec="milliseconds")
    columns = facts.ColumnSet(_keys(source.headings), source.fields, at)
    facts.write_columns(connection, columns)
    counts = result.counts
    if counts["new"] or counts["changed"]:
        done = CandidatesImported(
            sha256=_sha256(source.path),
            new=counts["new"],
            changed=counts["changed"],
            refused=counts["refused"],
        )
        journal.append(connection, desk.author, now, [journal.New(source.programme_id, done)])


def _headings_line(rows: Sequence[Sequence[str]]) -> int:
    """The line with most known headings, or else the first with two cells; 0 without any."""
    known = [sum(bool(name) for name in _proposed(row)) for row in rows[:_ABOVE]]
    if known and max(known) >= 2:
        return known.index(max(known)) + 1
    full = (line for line, row in enumerate(rows[:_ABOVE], 1) if sum(map(bool, row)) >= 2)
    return next(full, 0)


def _proposed(headings: Sequence[str]) -> tuple[str, ...]:
    """What each heading stands for; what a heading before it stands for already, it does not."""
    fields: list[str] = []
    for heading in headings:
        name = field_of(heading, COLUMN_FIELDS)
        fields.append("" if name in fields else name)
    return tuple(fields)


def _keys(headings: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(key_of, headings))


def _cells(fields: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    return {name: cell for name, cell in zip(fields, row, strict=False) if name}


def _wide(row: Sequence[str], width: int) -> tuple[str, ...]:
    return tuple(islice((*row, *[""] * width), width))


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise UserError("csv_unreadable", file=path.name) from error


def _taken_before(connection: sa.Connection, sha256: str) -> Before | None:
    query = sa.select(entry.c.body, entry.c.recorded_at, entry.c.author_id)
    query = query.where(entry.c.type == "candidates_imported", entry.c.body.is_not(None))
    for row in connection.execute(query.order_by(entry.c.id)):
        if msgspec.json.decode(row.body, type=CandidatesImported).sha256 == sha256:
            return Before(row.recorded_at, row.author_id)
    return None


def _batches(
    rows: Sequence[tuple[int, CandidateRow]],
) -> Iterator[Sequence[tuple[int, CandidateRow]]]:
    return (rows[start : start + _BATCH] for start in range(0, len(rows), _BATCH))
