"""The file with which registrations go to BPJS Ketenagakerjaan, and who cannot be in it yet."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.bundle.safe_write import write_new
from jamsos_desktop.domain.activities import SentToBpjs
from jamsos_desktop.domain.completeness import is_complete
from jamsos_desktop.domain.mapping import (
    DATE_FORMS,
    ExportMapping,
    Lacking,
    harmless,
    row_of,
)
from jamsos_desktop.domain.records import Participant, Programme
from jamsos_desktop.domain.standing import Standing
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.reference import DECIDERS, occupations, regions
from jamsos_desktop.services.travel import standing_here, travel_of
from jamsos_desktop.storage import journal, records
from jamsos_desktop.storage.models import participant
from jamsos_desktop.storage.reference import load_mapping

Format = Literal["xlsx", "csv", "json"]
#: What may go out; all else waits for somebody, or is over.
_MAY_GO: tuple[Standing, ...] = ("diterima", "ditolak_bpjs")
_PIECE = 500
_LEVELS = ("province_name", "regency_name", "district_name", "village_name")

#: What a column may take: the record's own fields, and what is looked up for it.
FIELDS = frozenset(
    {
        *Participant.__struct_fields__,
        *_LEVELS,
        *("occupation_name", "programme_name", "group_number", "branch"),
    }
)


class Ready(NamedTuple):
    """A registration that can go, with its cells in the mapping's order."""

    record_id: str
    person: Participant
    cells: list[str]


class Held(NamedTuple):
    """One that cannot, and why: ``why`` is where it stands, or what the file would lack."""

    record_id: str
    number: str
    name: str
    why: str
    lacking: tuple[Lacking, ...] = ()


class Preflight(NamedTuple):
    """Who would be in the file, and who would not."""

    ready: list[Ready]
    held: list[Held]


@cache
def mapping(name: str = "bpjs-bpu") -> ExportMapping:
    """A mapping of ``resources/mappings``. Raises ``reference_invalid``."""
    return load_mapping(name, FIELDS)


def check_export(desk: Desk, programme_id: str, layout: ExportMapping) -> Preflight:
    """Look at everybody of a programme before a file is written; nothing is changed.

    Raises ``office_only``, ``programme_unknown``.
    """
    if desk.installation.mode != "office":
        raise UserError("office_only")
    ready, held = [], []
    with desk.database.reading() as connection:
        stored = records.get(connection, programme_id)
        if stored is None or not isinstance(stored.body, Programme):
            raise UserError("programme_unknown")
        for record_id, person, why in _people(desk, connection, programme_id):
            if why:
                held.append(Held(record_id, person.number, person.name, why))
                continue
            cells, lacking = row_of(layout, _values(person, stored.body, layout))
            if lacking:
                held.append(Held(record_id, person.number, person.name, "lacking", tuple(lacking)))
            else:
                ready.append(Ready(record_id, person, cells))
    return Preflight(ready, held)


def export_to_bpjs(
    desk: Desk, programme_id: str, folder: Path, layout: ExportMapping, form: Format
) -> tuple[Path, Preflight]:
    """Write everybody who can go into one file and journal that they stood in it.

    The file is plain: BPJS must be able to read it. Only a coordinator may make it. Raises
    ``coordinator_only``, ``nobody_to_send``, what :func:`check_export` and writing can raise.
    """
    if desk.officer.role not in DECIDERS:
        raise UserError("coordinator_only")
    checked = check_export(desk, programme_id, layout)
    if not checked.ready:
        raise UserError("nobody_to_send", held=len(checked.held))
    name = f"BPJS_{desk.clock():%Y%m%d-%H%M%S}.{form}"
    path = write_new(folder / name, _content(checked.ready, layout, form)).path
    sent = SentToBpjs(batch=path.name)
    with desk.database.writing() as connection:
        news = [journal.New(one.record_id, sent) for one in checked.ready]
        journal.append(connection, desk.author, desk.clock(), news)
    return path, checked


def _people(
    desk: Desk, connection: sa.Connection, programme_id: str
) -> Iterator[tuple[str, Participant, str]]:
    """Everybody of the programme in the order of registration, and what holds them back."""
    travel = travel_of(connection, desk.installation.station_id)
    query = sa.select(participant).where(participant.c.programme_id == programme_id)
    rows = connection.execute(query.order_by(participant.c.id)).all()
    for start in range(0, len(rows), _PIECE):
        piece = rows[start : start + _PIECE]
        stored = records.get_many(connection, [row.record_id for row in piece])
        for row in piece:
            person = stored[row.record_id].body if row.record_id in stored else None
            if isinstance(person, Participant):
                stands = standing_here(row, desk.installation, travel)
                yield row.record_id, person, _holds_back(row, person, stands)


def _holds_back(row: sa.Row[*tuple[object, ...]], person: Participant, stands: Standing) -> str:
    if stands not in _MAY_GO:
        return stands
    if row.conflict:
        return "conflict"
    if not is_complete(person):
        return "incomplete"
    if person.consent is None:
        return "consent_missing"
    return "already_insured" if person.already_insured == "ya" else ""


def _values(person: Participant, programme: Programme, layout: ExportMapping) -> Mapping[str, str]:
    form = DATE_FORMS[layout.date_form]
    plain = {name: _text(getattr(person, name), form) for name in person.__struct_fields__}
    path = regions().path(person.village)
    places = dict(zip(_LEVELS, (region.name for region in path), strict=False))
    known = occupations().get(person.occupation)
    values = {
        **plain,
        **dict.fromkeys(_LEVELS, ""),
        **places,
        "occupation_name": person.occupation_text or (known.name if known else ""),
        "programme_name": programme.name,
        "group_number": programme.group_number,
        "branch": programme.branch,
    }
    if layout.capitals:
        names = ("name", "mother_name", "heir_name")
        values |= {name: values[name].upper() for name in names}
    return values


def _text(value: object, date_form: str) -> str:
    if value is None:
        return ""
    if hasattr(value, "strftime"):
        return str(value.strftime(date_form))
    return value if isinstance(value, str) else str(value)


def _content(ready: Sequence[Ready], layout: ExportMapping, form: Format) -> bytes:
    if form == "json":
        people = [msgspec.to_builtins(one.person) | {"record_id": one.record_id} for one in ready]
        return msgspec.json.format(msgspec.json.encode(people, order="sorted"), indent=1)
    rows = [[column.header for column in layout.column], *(one.cells for one in ready)]
    return _workbook(rows, layout.sheet) if form == "xlsx" else _csv(rows)


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _workbook(rows: Sequence[Sequence[str]], sheet: str) -> bytes:
    """Every cell as text: a spreadsheet would take the last digit of a NIK for a rounding error."""
    import xlsxwriter

    content = io.BytesIO()
    # Never through temporary files: they would be plain text outside of the vault.
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    page = book.add_worksheet(sheet)
    bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            page.write_string(number, place, cell, bold if number == 0 else text)
    page.freeze_panes(1, 0)
    page.autofit()
    book.close()
    return content.getvalue()
