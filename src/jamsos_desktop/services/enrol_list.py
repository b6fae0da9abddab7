"""Enrolling a list from a CSV file: the rules of the form, and a line of report for each row.

Good rows are kept, bad ones are named with what is wrong, who is likely registered already is held
back, and nothing is guessed.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.carry_over import next_form
from jamsos_desktop.domain.enrolment_form import (
    FIELDS,
    EnrolmentForm,
    Rules,
    is_village,
    read,
)
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.occupation import Occupation
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import listed_consent
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.duplicates import find_likely
from jamsos_desktop.services.enrol import check_forms, enrol_at_once
from jamsos_desktop.services.headings import field_of
from jamsos_desktop.services.listed_likely import Waiting, held_back, left_to_the_office
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.services.reference import regions

_BATCH = 200
LARGEST_FILE = 64 * 1024 * 1024

_KNOWN = {*FIELDS, *listed_consent.COLUMNS.values()}


class RowReport(NamedTuple):
    """What became of one row. Without a ``number`` it was not taken in; ``findings`` say why."""

    line: int  # as a spreadsheet counts: the headings are line 1
    number: str
    findings: tuple[Finding, ...]


@dataclass
class ListReport:
    """What became of a list: ``enrolled`` + ``held`` + ``refused`` = its rows.

    ``held`` rows lack nothing, but are likely somebody who is registered already.
    """

    enrolled: int = 0
    held: int = 0
    refused: int = 0
    rows: list[RowReport] = field(default_factory=list)

    @property
    def done(self) -> int:
        """Rows that were looked at."""
        return self.enrolled + self.held + self.refused


def enrol_list(
    desk: Desk,
    path: Path,
    rules: Rules,
    report: Report = silent,
    cancel: CancelToken | None = None,
    *,
    accept_likely: bool = False,
) -> ListReport:
    """Enrol every good row of a CSV file.

    Who is likely registered already is held back; with ``accept_likely`` they are taken in and left
    to the office to decide. Raises ``csv_unreadable``, ``csv_encoding``, ``csv_headers``
    (``missing``), ``csv_too_large`` before anything is saved. Cancelling keeps the rows that were
    saved so far; running the list again refuses them as already enrolled.
    """
    text = _read(path)
    total = text.count("\n")
    intake = _Intake(desk, rules, accept_likely)
    forms = _forms(desk, text, rules)
    # What counts those before must have seen them saved.
    size = 1 if rules.book.counts else _BATCH
    while batch := list(islice(forms, size)):
        if cancel is not None:
            cancel.check()
        intake.take(batch)
        report(intake.result.done, total)
    return intake.result


class _Intake:
    """Takes the rows of one list in, several in one transaction."""

    def __init__(self, desk: Desk, rules: Rules, accept_likely: bool) -> None:
        self.result = ListReport()
        self._desk = desk
        self._rules = rules
        self._accept_likely = accept_likely
        self._seen: dict[str, int] = {}  # NIK -> line
        self._good: list[tuple[int, EnrolmentForm]] = []
        self._waiting = Waiting()

    def take(self, batch: list[tuple[int, EnrolmentForm]]) -> None:
        """Look at these rows, save those that are good, and report each."""
        checks = check_forms(self._desk, [form for _line, form in batch], self._rules)
        for (line, form), checked in zip(batch, checks, strict=True):
            number = nik.normalise(form.nik)
            findings = checked.standing_in_the_way
            if number in self._seen and not findings and not nik.is_placeholder(number):
                findings = (_twice(self._seen[number]),)
            if findings:
                self.result.refused += 1
                self.result.rows.append(RowReport(line, "", findings))
            else:
                self._take_good(line, form)
        self._save()
        self.result.rows.sort()

    def _take_good(self, line: int, form: EnrolmentForm) -> None:
        person = read(form, "", self._rules)
        if self._waiting.could_hold(person):
            self._save()
        likely = find_likely(self._desk, form, self._rules)
        if likely and not self._accept_likely:
            self.result.held += 1
            self.result.rows.append(RowReport(line, "", (held_back(likely[0]),)))
            return
        self._seen[nik.normalise(form.nik)] = line
        self._good.append((line, left_to_the_office(form, likely)))
        self._waiting.add(person)

    def _save(self) -> None:
        if not self._good:
            return
        enrolled = enrol_at_once(self._desk, [form for _line, form in self._good], self._rules)
        self.result.enrolled += len(enrolled)
        self.result.rows += [
            RowReport(line, done.number, ())
            for (line, _form), done in zip(self._good, enrolled, strict=True)
        ]
        self._good.clear()
        self._waiting.clear()


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UserError("csv_too_large", most=LARGEST_FILE // 1024**2)
        raw = path.read_bytes()
    except OSError as error:
        raise UserError("csv_unreadable", file=path.name) from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("csv_encoding", file=path.name) from error


def _forms(desk: Desk, text: str, rules: Rules) -> Iterator[tuple[int, EnrolmentForm]]:
    first_line = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first_line.count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        more = listed_consent.COLUMNS
        fields = [field_of(heading, _KNOWN, more) for heading in next(rows, [])]
        if missing := [name for name in rules.book.demanded if name not in fields]:
            raise UserError("csv_headers", missing=", ".join(missing))
        for line, row in enumerate(rows, 2):
            if any(cell.strip() for cell in row):
                yield line, _form(desk, dict(zip(fields, row, strict=False)), rules)
    except csv.Error as error:
        raise UserError("csv_broken", line=rows.line_num) from error


def _form(desk: Desk, cells: Mapping[str, str], rules: Rules) -> EnrolmentForm:
    known = {name: cells[name].strip() for name in FIELDS if cells.get(name, "").strip()}
    known["village"] = _village(known.get("village", ""), rules)
    known["occupation"] = _occupation(known.get("occupation", ""), rules.occupations)
    cover = next_form(None, rules)
    defaults = {name: getattr(cover, name) for name in ("coverage_start", "coverage_months")}
    consent = listed_consent.consent_of(desk, cells, rules.today)
    return EnrolmentForm(**(defaults | known), consent=consent)


def _village(text: str, rules: Rules) -> str:
    """The code of a village given by code or by a name that only one in the event's region has."""
    if not text or is_village(rules.places, text):
        return text
    matches = [
        region.code
        for region in regions().find(text, within=rules.region)
        if is_village(rules.places, region.code) and region.name.casefold() == text.casefold()
    ]
    return matches[0] if len(matches) == 1 else text


def _occupation(text: str, occupations: Mapping[str, Occupation]) -> str:
    """The id of an occupation given by id or by its name in the list."""
    wanted = text.casefold()
    for occupation in occupations.values():
        if wanted in {occupation.id, occupation.name.casefold()}:
            return occupation.id
    return text


def _twice(line: int) -> Finding:
    return Finding(level="error", code="nik_twice_in_list", field="nik", values={"line": str(line)})
