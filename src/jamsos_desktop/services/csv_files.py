"""Tables as CSV that a spreadsheet opens and computes nothing of (CWE-1236)."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from jamsos_desktop.bundle.safe_write import write_new
from jamsos_desktop.domain.mapping import harmless


def csv_bytes(rows: Sequence[Sequence[str]]) -> bytes:
    """The rows with semicolons, as spreadsheets in Indonesia expect them; UTF-8 with its mark."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def save_csv(target: Path, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    """Write a table, never over an existing file. Raises what writing can raise."""
    if target.suffix.lower() != ".csv":
        target = target.with_name(f"{target.name}.csv")
    return write_new(target, csv_bytes([headings, *rows])).path
