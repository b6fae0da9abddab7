"""The file with which registrations go to BPJS Ketenagakerjaan."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from jamsos_desktop.bundle.safe_write import write_new
from jamsos_desktop.domain.activities import SentToBpjs
from jamsos_desktop.domain.mapping import ExportMapping
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.bpjs_check import Preflight, Ready, Selection, check_export
from jamsos_desktop.services.csv_files import csv_bytes
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.storage import journal

Format = Literal["xlsx", "csv", "json"]
_MEASURED = 200  # rows by which the columns' widths are chosen
_WIDEST = 50  # characters


def export_to_bpjs(
    desk: Desk,
    chosen: Selection,
    folder: Path,
    layout: ExportMapping,
    form: Format,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> tuple[Path, Preflight]:
    """Write everybody who can go into one file and journal that they stood in it.

    The file is plain: BPJS must be able to read it. It was read back before anything is journalled.
    Only a coordinator may make it. Raises ``coordinator_only``, ``nobody_to_send``, what
    :func:`check_export` and writing can raise.
    """
    if desk.officer.role not in DECIDERS:
        raise UserError("coordinator_only")
    checked = check_export(desk, chosen, layout, report, cancel)
    if not checked.ready:
        raise UserError("nobody_to_send", held=len(checked.held))
    name = f"BPJS_{desk.clock():%Y%m%d-%H%M%S}.{form}"
    path = write_new(folder / name, _content(checked.ready, layout, form)).path
    sent = SentToBpjs(batch=path.name)
    with desk.database.writing() as connection:
        news = [journal.New(one.record_id, sent) for one in checked.ready]
        journal.append(connection, desk.author, desk.clock(), news)
    return path, checked


def _content(ready: Sequence[Ready], layout: ExportMapping, form: Format) -> bytes:
    if form == "json":
        people = [msgspec.to_builtins(one.person) | {"record_id": one.record_id} for one in ready]
        return msgspec.json.format(msgspec.json.encode(people, order="sorted"), indent=1)
    rows = [[column.header for column in layout.column], *(one.cells for one in ready)]
    return workbook(rows, layout.sheet) if form == "xlsx" else csv_bytes(rows)


def workbook(rows: Sequence[Sequence[str]], sheet: str) -> bytes:
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
    for place, cells in enumerate(zip(*rows[:_MEASURED], strict=True)):
        page.set_column(place, place, min(max(map(len, cells)) + 2, _WIDEST))
    book.close()
    return content.getvalue()
