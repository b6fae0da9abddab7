"""The rows of a list that came from elsewhere, as texts: CSV, and a sheet of XLSX or ODS.

A number in a cell is no identifier. A spreadsheet keeps 15 digits of a number, so the last digit of
a NIK that was typed as one is lost; it is given here as ``3.57603570890000E+15``, as Excel shows
it, and no reader takes that for a NIK.
"""

import csv
import datetime as dt
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jamsos_desktop.errors import UserError

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

LARGEST_FILE = 64 * 1024 * 1024
#: What calamine reads; everything else is read as CSV.
WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
#: Digits of a number that a spreadsheet keeps (IEEE 754, and Excel's own limit).
_KEPT = 10**15
_BEGINNING = 20  # lines from which the separator is told: titles may stand above the headings


def sheet_names(path: Path) -> tuple[str, ...]:
    """The sheets of a workbook from the left; none of a CSV file. Raises like :func:`read_rows`."""
    raw = _read(path)
    if not _is_workbook(path):
        return ()
    with _known_faults(path.name):
        return tuple(_book(raw).sheet_names)


def read_rows(path: Path, sheet: str = "") -> Iterator[list[str]]:
    """Every row of the file, the one with the headings as well; empty cells are empty texts.

    Without a name it is a workbook's first sheet. Raises ``csv_unreadable``, ``csv_too_large``,
    ``csv_encoding``, ``sheet_damaged``, and ``list_broken`` (``line``) while rows are read.
    """
    raw = _read(path)
    return _sheet(raw, path.name, sheet) if _is_workbook(path) else _csv(raw, path.name)


def _is_workbook(path: Path) -> bool:
    return path.suffix.lower() in WORKBOOKS


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UserError("csv_too_large", most=LARGEST_FILE // 1024**2)
        return path.read_bytes()
    except OSError as error:
        raise UserError("csv_unreadable", file=path.name) from error


def _csv(raw: bytes, name: str) -> Iterator[list[str]]:
    text = _decoded(raw, name)
    beginning = "".join(text.splitlines(keepends=True)[:_BEGINNING])
    return _parsed(text, max(";,\t", key=beginning.count))


def _decoded(raw: bytes, name: str) -> str:
    """UTF-8, what Excel calls Unicode text, or what older ones write in Indonesia (cp1252)."""
    encodings = ("utf-16",) if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "cp1252")
    fault: UnicodeDecodeError | None = None
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError as error:
            fault = error
    raise UserError("csv_encoding", file=name) from fault


def _parsed(text: str, delimiter: str) -> Iterator[list[str]]:
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        for row in rows:
            yield [cell.strip() for cell in row]
    except csv.Error as error:
        raise UserError("list_broken", line=rows.line_num) from error


def _sheet(raw: bytes, name: str, sheet: str) -> Iterator[list[str]]:
    with _known_faults(name):
        book = _book(raw)
        found = book.get_sheet_by_name(sheet) if sheet else book.get_sheet_by_index(0)
        # With what is empty above and before, so that rows count as the spreadsheet counts them.
        rows = found.to_python(skip_empty_area=False)
    return ([_text(cell) for cell in row] for row in rows)


def _book(raw: bytes) -> "CalamineWorkbook":
    import python_calamine

    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))


@contextmanager
def _known_faults(name: str) -> Iterator[None]:
    import python_calamine

    try:
        yield
    except python_calamine.CalamineError as error:
        raise UserError("sheet_damaged", file=name) from error


def _text(cell: object) -> str:
    if isinstance(cell, float) and abs(cell) >= _KEPT:
        return f"{cell:.14E}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.date):  # a moment as well
        return f"{cell:%d-%m-%Y}"
    return str(cell).strip()
