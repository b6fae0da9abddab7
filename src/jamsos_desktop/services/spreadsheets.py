"""The rows of a list that came from elsewhere, as texts: CSV, and the first sheet of XLSX or ODS.

A number in a cell is no identifier. A spreadsheet keeps 15 digits of a number, so the last digit of
a NIK that was typed as one is lost; it is given here as ``3.57603570890000E+15``, as Excel shows
it, and no reader takes that for a NIK.
"""

import csv
import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

from jamsos_desktop.errors import UserError

LARGEST_FILE = 64 * 1024 * 1024
#: What calamine reads; everything else is read as CSV.
WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
#: Digits of a number that a spreadsheet keeps (IEEE 754, and Excel's own limit).
_KEPT = 10**15
_HEAD = 30  # lines of a CSV that tell what separates its cells


def read_rows(path: Path) -> Iterator[list[str]]:
    """Every row of the file, the one with the headings as well; empty cells are empty texts.

    Raises ``csv_unreadable``, ``csv_too_large``, ``csv_encoding``, ``sheet_damaged``, and
    ``list_broken`` (``line``) while rows are read.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UserError("csv_too_large", most=LARGEST_FILE // 1024**2)
        raw = path.read_bytes()
    except OSError as error:
        raise UserError("csv_unreadable", file=path.name) from error
    return _sheet(raw, path.name) if path.suffix.lower() in WORKBOOKS else _csv(raw, path.name)


def _csv(raw: bytes, name: str) -> Iterator[list[str]]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("csv_encoding", file=name) from error
    # The first lines may be a title, with a comma in it.
    return _parsed(text, max(";,\t", key="".join(text.split("\n", _HEAD)[:_HEAD]).count))


def _parsed(text: str, delimiter: str) -> Iterator[list[str]]:
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        for row in rows:
            yield [cell.strip() for cell in row]
    except csv.Error as error:
        raise UserError("list_broken", line=rows.line_num) from error


def _sheet(raw: bytes, name: str) -> Iterator[list[str]]:
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
        # With what is empty above and before, so that rows count as the spreadsheet counts them.
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except python_calamine.CalamineError as error:
        raise UserError("sheet_damaged", file=name) from error
    return ([_text(cell) for cell in row] for row in rows)


def _text(cell: object) -> str:
    if isinstance(cell, float) and abs(cell) >= _KEPT:
        return f"{cell:.14E}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.date):  # a moment as well
        return f"{cell:%d-%m-%Y}"
    return str(cell).strip()
