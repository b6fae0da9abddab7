"""The office's balance (*neraca kantor*) on paper: each station, below it its events and days."""

import datetime as dt
import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from jamsos_desktop.i18n import _
from jamsos_desktop.printing.list_page import (
    STEP,
    Column,
    Heading,
    Section,
    Table,
    counted,
    write_list,
)
from jamsos_desktop.printing.pdf import Writable

_LINE = 44  # characters of what is missing on one line: none of it may be cut


class Part(NamedTuple):
    """A station with its figures, those of its days, and what is missing."""

    name: str
    figures: Sequence[str]
    days: Sequence[tuple[str, Sequence[str]]]
    missing: str = ""


def write_office_balance(
    target: Writable,
    heading: Heading,
    headings: Sequence[str],
    parts: Sequence[Part],
    *,
    date: dt.date,
    officer: str,
) -> None:
    """Write what every station made and what became of it, signed by the coordinator."""
    columns = [Column(_("Pos, kegiatan, dan hari"), 58)]
    columns += [Column(title, 12, right=True) for title in headings]
    rows: list[Sequence[str]] = []
    for part in parts:
        rows.append((part.name, *part.figures))
        rows += [(STEP + name, *figures) for name, figures in part.days]
        lines = textwrap.wrap(part.missing, _LINE)
        rows += [(line, *("" for _title in headings)) for line in lines]
    table, closing = Table(columns, row=8), counted(heading.office, date, officer)
    write_list(target, heading, table, [Section(rows)], closing)
