"""The attendance list of an event (*daftar hadir*), to be signed and continued by hand."""

import datetime as dt
from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4

from jamsos_desktop.domain.card import PRACTICE
from jamsos_desktop.domain.person_fields import long_date
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD
from jamsos_desktop.printing.pdf import MM, DocumentCanvas, Writable
from jamsos_desktop.printing.text import LEADING, Room, fit_text

ROWS = 20  # a page
_LEFT, _RIGHT = 18 * MM, A4[0] - 15 * MM
_TOP, _ROW = A4[1] - 52 * MM, 10.5 * MM
_BRAND, _TEXT, _QUIET = (HexColor(value) for value in ("#1F1853", "#000000", "#3A3846"))
_TITLES = (N_("No."), N_("Nama"), N_("Alamat"), N_("Tanda tangan"))
_WIDTHS = (12 * MM, 62 * MM, 58 * MM)  # signatures get the rest
_EDGES = (
    _LEFT,
    _LEFT + _WIDTHS[0],
    _LEFT + sum(_WIDTHS[:2]),
    _LEFT + sum(_WIDTHS),
    _RIGHT,
)


def write_attendance_list(
    target: Writable,
    people: Sequence[tuple[str, str]],
    *,
    event: str,
    place: str,
    date: dt.date,
    office: str,
    practice: bool,
) -> None:
    """Write name and address of each, numbered, and empty rows to the end of the last page.

    There is always an empty row: a full page is followed by an empty one.
    """
    pages = len(people) // ROWS + 1
    canvas = DocumentCanvas(target, title=_("Daftar hadir"), size=A4)
    for page in range(pages):
        _draw_head(canvas, event, f"{long_date(date)} · {place}", practice=practice)
        _draw_grid(canvas)
        for row in range(ROWS):
            number = page * ROWS + row
            texts = people[number] if number < len(people) else ("", "")
            _draw_row(canvas, _TOP - row * _ROW, (str(number + 1), *texts))
        _draw_foot(canvas, office, page + 1, pages)
        canvas.showPage()
    canvas.save()


def _draw_head(canvas: DocumentCanvas, event: str, where: str, *, practice: bool) -> None:
    title = _("Daftar hadir sosialisasi")
    canvas.setFillColor(_BRAND)
    canvas.setFont(BOLD, 17)
    canvas.drawString(_LEFT, A4[1] - 22 * MM, title)
    if practice:
        canvas.setFont(SEMIBOLD, 12)
        canvas.drawRightString(_RIGHT, A4[1] - 22 * MM, _(PRACTICE))
    canvas.setFillColor(_TEXT)
    _draw_text(canvas, event, (_LEFT, A4[1] - 29 * MM), Room(SEMIBOLD, 12, 8, _RIGHT - _LEFT, 14))
    _draw_text(canvas, where, (_LEFT, A4[1] - 35 * MM), Room(REGULAR, 10, 7, _RIGHT - _LEFT, 12))


def _draw_grid(canvas: DocumentCanvas) -> None:
    head, bottom = _TOP + 8 * MM, _TOP - ROWS * _ROW
    canvas.setFillColor(_BRAND)
    canvas.setFont(SEMIBOLD, 9)
    for edge, title in zip(_EDGES, _TITLES, strict=False):
        canvas.drawString(edge + 2 * MM, _TOP + 2.6 * MM, _(title))
    canvas.setStrokeColor(_QUIET)
    canvas.setLineWidth(0.5)
    for y in (head, *(_TOP - row * _ROW for row in range(ROWS + 1))):
        canvas.line(_LEFT, y, _RIGHT, y)
    for x in _EDGES:
        canvas.line(x, bottom, x, head)


def _draw_row(canvas: DocumentCanvas, top: float, texts: Sequence[str]) -> None:
    """What does not fit on one line takes two, and shrinks."""
    canvas.setFillColor(_TEXT)
    for edge, following, text in zip(_EDGES, _EDGES[1:], texts, strict=False):
        room = Room(REGULAR, 10, 7, following - edge - 4 * MM, _ROW - 2 * MM, lines=2)
        fitted = fit_text(text, room)
        leading = fitted.size * LEADING
        middle = top - _ROW / 2 - fitted.size * 0.35
        first = middle + leading * (len(fitted.lines) - 1) / 2
        canvas.setFont(REGULAR, fitted.size)
        for line, words in enumerate(fitted.lines):
            canvas.drawString(edge + 2 * MM, first - line * leading, words)


def _draw_text(canvas: DocumentCanvas, text: str, corner: tuple[float, float], room: Room) -> None:
    fitted = fit_text(text, room)
    canvas.setFont(room.font, fitted.size)
    canvas.drawString(*corner, "".join(fitted.lines))


def _draw_foot(canvas: DocumentCanvas, office: str, page: int, pages: int) -> None:
    canvas.setFillColor(_QUIET)
    number = _("Lembar {page} dari {pages}", page=page, pages=pages)
    canvas.setFont(REGULAR, 8)
    canvas.drawRightString(_RIGHT, 12 * MM, number)
    _draw_text(canvas, office, (_LEFT, 12 * MM), Room(REGULAR, 8, 6, 120 * MM, 10))
