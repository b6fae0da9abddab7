"""A4 pages with a table, as lists are printed: head, rows, signatures at the end, page numbers.

What does not fit on one line of its cell takes more, and shrinks; nothing leaves its cell.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4

from jamsos_desktop.domain.card import PRACTICE
from jamsos_desktop.domain.person_fields import long_date
from jamsos_desktop.i18n import _
from jamsos_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD
from jamsos_desktop.printing.pdf import MM, DocumentCanvas, Writable
from jamsos_desktop.printing.text import LEADING, Room, fit_text

LEFT, RIGHT = 18 * MM, A4[0] - 15 * MM
BRAND, TEXT, QUIET = (HexColor(value) for value in ("#1F1853", "#000000", "#3A3846"))
_HEAD = 8 * MM  # of a table
_TOP, _BOTTOM = A4[1] - 52 * MM, 20 * MM
_WORDS = 14 * MM  # for the sentence above the table
_SIGNATURES = 48 * MM
_KEPT = 3  # rows that stay with the signatures
_PAD = 1.3 * MM  # at both sides of a cell
STEP = "–  "  # before what belongs to the row above, or is a part of it
_MARK = HexColor("#E4E2EC")


class Heading(NamedTuple):
    """What every page says. ``words`` is a sentence above the table."""

    title: str
    about: str
    where: str
    office: str
    practice: bool
    words: str = ""


class Column(NamedTuple):
    """``width`` in millimetres; the columns share what is left over as widely as they are."""

    title: str
    width: float
    right: bool = False  # numbers stand at the right


class Table(NamedTuple):
    """``row`` is the height of each row in millimetres."""

    columns: Sequence[Column]
    row: float = 10.5

    @property
    def height(self) -> float:
        """Of a row, in points."""
        return self.row * MM


class Section(NamedTuple):
    """Rows that begin on a page of their own, below ``where``; empty for the heading's."""

    rows: Sequence[Sequence[str]]
    where: str = ""


class Closing(NamedTuple):
    """Where and when, and who signs: what they are, and their name or nothing."""

    place: str
    date: dt.date
    signers: Sequence[tuple[str, str]]


def counted(office: str, date: dt.date, officer: str) -> Closing:
    """Signed by who counted and by the coordinator."""
    signers = ((_("Petugas yang menghitung"), officer), (_("Koordinator"), ""))
    return Closing(office, date, signers)


class _Page(NamedTuple):
    where: str
    rows: Sequence[Sequence[str]]
    closes: bool


def write_list(
    target: Writable,
    heading: Heading,
    table: Table,
    sections: Sequence[Section],
    closing: Closing | None = None,
) -> None:
    """Write the rows of each section; long ones go on over pages that say which they are."""
    canvas = DocumentCanvas(target, title=heading.title, size=A4)
    top = _TOP - (_WORDS if heading.words else 0)
    room = int((top - _BOTTOM) / table.height), int((top - _BOTTOM - _SIGNATURES) / table.height)
    pages = list(_pages(sections, room if closing else (room[0], room[0])))
    for number, page in enumerate(pages, 1):
        draw_head(canvas, heading._replace(where=page.where or heading.where))
        bottom = draw_table(canvas, table, page.rows, top)
        if page.closes and closing is not None:
            draw_closing(canvas, closing, bottom - 8 * MM)
        draw_foot(canvas, heading.office, number, len(pages))
        canvas.showPage()
    canvas.save()


def _pages(sections: Sequence[Section], room: tuple[int, int]) -> Iterator[_Page]:
    """``room`` is how many rows a page takes, and how many the last one."""
    most, last = room
    for place, section in enumerate(sections, 1):
        closes = place == len(sections)
        rows = section.rows
        while len(rows) > (last if closes else most):
            # Signatures alone on a page would sign nothing.
            taken = min(most, max(len(rows) - _KEPT, 1))
            yield _Page(section.where, rows[:taken], closes=False)
            rows = rows[taken:]
        yield _Page(section.where, rows, closes=closes)


def draw_head(canvas: DocumentCanvas, heading: Heading) -> None:
    """Title, what it is about, where and when, and whether it is only practice."""
    wide = RIGHT - LEFT
    canvas.setFillColor(BRAND)
    room = Room(BOLD, 17, 11, wide - (30 * MM if heading.practice else 0), 20)
    _draw_text(canvas, heading.title, (LEFT, A4[1] - 22 * MM), room)
    if heading.practice:
        canvas.setFont(SEMIBOLD, 12)
        canvas.drawRightString(RIGHT, A4[1] - 22 * MM, _(PRACTICE))
        _draw_watermark(canvas)
    canvas.setFillColor(TEXT)
    _draw_text(canvas, heading.about, (LEFT, A4[1] - 29 * MM), Room(SEMIBOLD, 12, 8, wide, 14))
    _draw_text(canvas, heading.where, (LEFT, A4[1] - 35 * MM), Room(REGULAR, 10, 7, wide, 12))
    if heading.words:
        room = Room(REGULAR, 10, 7, wide, _WORDS, lines=3, leading=1.3)
        _draw_text(canvas, heading.words, (LEFT, A4[1] - 43 * MM), room)


def _draw_watermark(canvas: DocumentCanvas) -> None:
    """Behind everything, so light that what is written over it stays readable."""
    canvas.saveState()
    canvas.setFillColor(_MARK)
    canvas.setFont(BOLD, 110)
    canvas.translate(A4[0] / 2, A4[1] / 2)
    canvas.rotate(55)
    canvas.drawCentredString(0, -40, _(PRACTICE))
    canvas.restoreState()


def draw_table(
    canvas: DocumentCanvas, table: Table, rows: Sequence[Sequence[str]], top: float
) -> float:
    """Head and rows below ``top``; gives where the table ends, in points from the bottom."""
    columns, tall = table.columns, table.height
    edges = _edges(columns)
    head, bottom = top + _HEAD, top - len(rows) * tall
    canvas.setFillColor(BRAND)
    for column, edge, following in zip(columns, edges, edges[1:], strict=False):
        room = Room(SEMIBOLD, 9, 6, following - edge - 2 * _PAD, _HEAD - 1 * MM, lines=2)
        _draw_cell(canvas, column.title, (edge, following), (head, top), room, right=column.right)
    canvas.setStrokeColor(QUIET)
    canvas.setLineWidth(0.5)
    for y in (head, *(top - row * tall for row in range(len(rows) + 1))):
        canvas.line(LEFT, y, RIGHT, y)
    for x in edges:
        canvas.line(x, bottom, x, head)
    canvas.setFillColor(TEXT)
    for place, row in enumerate(rows):
        upper = top - place * tall
        for column, edge, following, text in zip(columns, edges, edges[1:], row, strict=False):
            room = Room(REGULAR, 10, 6.5, following - edge - 2 * _PAD, tall - 1.2 * MM, lines=3)
            across, down = (edge, following), (upper, upper - tall)
            _draw_cell(canvas, text, across, down, room, right=column.right)
    return bottom


def draw_closing(canvas: DocumentCanvas, closing: Closing, top: float) -> None:
    """Place and date, and a line for each who signs."""
    wide = (RIGHT - LEFT) / len(closing.signers)
    canvas.setFillColor(TEXT)
    said = (
        f"{closing.place}, {long_date(closing.date)}" if closing.place else long_date(closing.date)
    )
    _draw_text(canvas, said, (LEFT, top), Room(REGULAR, 10, 7, RIGHT - LEFT, 12))
    for place, (role, name) in enumerate(closing.signers):
        left = LEFT + place * wide
        room = Room(SEMIBOLD, 10, 7, wide - 8 * MM, 24, lines=2)
        _draw_text(canvas, role, (left, top - 7 * MM), room)
        line = top - 32 * MM
        canvas.setStrokeColor(QUIET)
        canvas.line(left, line, left + wide - 8 * MM, line)
        room = Room(REGULAR, 9, 6.5, wide - 8 * MM, 11)
        _draw_text(canvas, name or _("Nama jelas"), (left, line - 4 * MM), room)


def draw_foot(canvas: DocumentCanvas, office: str, page: int, pages: int) -> None:
    """Whose paper it is, and which page of how many."""
    canvas.setFillColor(QUIET)
    number = _("Halaman {page} dari {pages}", page=page, pages=pages)
    canvas.setFont(REGULAR, 8)
    canvas.drawRightString(RIGHT, 12 * MM, number)
    _draw_text(canvas, office, (LEFT, 12 * MM), Room(REGULAR, 8, 6, 120 * MM, 10))


def _edges(columns: Sequence[Column]) -> list[float]:
    scale = (RIGHT - LEFT) / sum(column.width for column in columns)
    edges = [LEFT]
    for column in columns:
        edges.append(edges[-1] + column.width * scale)
    return edges


def _draw_cell(
    canvas: DocumentCanvas,
    text: str,
    across: tuple[float, float],
    down: tuple[float, float],
    room: Room,
    *,
    right: bool,
) -> None:
    fitted = fit_text(text, room)
    leading = fitted.size * LEADING
    middle = (down[0] + down[1]) / 2 - fitted.size * 0.35
    first = middle + leading * (len(fitted.lines) - 1) / 2
    canvas.setFont(room.font, fitted.size)
    for line, words in enumerate(fitted.lines):
        y = first - line * leading
        if right:
            canvas.drawRightString(across[1] - _PAD, y, words)
        else:
            canvas.drawString(across[0] + _PAD, y, words)


def _draw_text(canvas: DocumentCanvas, text: str, corner: tuple[float, float], room: Room) -> None:
    """Lines downwards from the corner."""
    fitted = fit_text(text, room)
    canvas.setFont(room.font, fitted.size)
    for line, words in enumerate(fitted.lines):
        canvas.drawString(corner[0], corner[1] - line * fitted.size * room.leading, words)
