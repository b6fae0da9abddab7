"""Queue numbers on A4, to be cut apart and handed out."""

import datetime as dt
from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4

from jamsos_desktop.domain.card import PRACTICE
from jamsos_desktop.domain.dates import short_date
from jamsos_desktop.i18n import _
from jamsos_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD
from jamsos_desktop.printing.pdf import MM, DocumentCanvas, Writable
from jamsos_desktop.printing.text import Room, fit_text

COLUMNS, ROWS = 3, 8
_MARGIN = 10 * MM  # what an office printer cannot reach
_WIDTH = (A4[0] - 2 * _MARGIN) / COLUMNS
_HEIGHT = (A4[1] - 2 * _MARGIN) / ROWS
_TEXT, _QUIET = HexColor("#000000"), HexColor("#3A3846")


def write_queue_strip(
    target: Writable, numbers: Sequence[str], *, event: str, date: dt.date, practice: bool
) -> None:
    """Write the numbers from left to right and from the top down, 24 to a page, with cut lines.

    Raises :class:`ValueError` without a number: an empty document helps nobody.
    """
    if not numbers:
        raise ValueError("no numbers")
    canvas = DocumentCanvas(target, title=_("Nomor antrean"), size=A4)
    foot = f"{short_date(date)} · {_(PRACTICE)}" if practice else short_date(date)
    full = COLUMNS * ROWS
    for index, number in enumerate(numbers):
        place = index % full
        if place == 0:
            _draw_cut_lines(canvas)
        row, column = divmod(place, COLUMNS)
        middle = _MARGIN + (column + 0.5) * _WIDTH
        bottom = A4[1] - _MARGIN - (row + 1) * _HEIGHT
        _draw_number(canvas, middle, bottom, number, event, foot)
        if place == full - 1:
            canvas.showPage()
    canvas.save()


def _draw_number(
    canvas: DocumentCanvas, middle: float, bottom: float, number: str, event: str, foot: str
) -> None:
    """The number large in the middle; above it the event, below it what to do and the day."""
    canvas.setFillColor(_QUIET)
    head = fit_text(event, Room(SEMIBOLD, 9, 7, _WIDTH - 8 * MM, 8 * MM))
    canvas.setFont(SEMIBOLD, head.size)
    canvas.drawCentredString(middle, bottom + 27 * MM, "".join(head.lines))
    canvas.setFillColor(_TEXT)
    large = fit_text(number, Room(BOLD, 27, 12, _WIDTH - 8 * MM, 12 * MM))
    canvas.setFont(BOLD, large.size)
    canvas.drawCentredString(middle, bottom + 14.5 * MM, "".join(large.lines))
    canvas.setFillColor(_QUIET)
    canvas.setFont(REGULAR, 8)
    canvas.drawCentredString(middle, bottom + 8.5 * MM, _("Tunggu nomor ini dipanggil"))
    canvas.drawCentredString(middle, bottom + 4.5 * MM, foot)


def _draw_cut_lines(canvas: DocumentCanvas) -> None:
    canvas.saveState()
    canvas.setStrokeGray(0.5)
    canvas.setLineWidth(0.5)
    canvas.setDash(3, 3)
    for column in range(COLUMNS + 1):
        x = _MARGIN + column * _WIDTH
        canvas.line(x, _MARGIN, x, A4[1] - _MARGIN)
    for row in range(ROWS + 1):
        y = _MARGIN + row * _HEIGHT
        canvas.line(_MARGIN, y, A4[0] - _MARGIN, y)
    canvas.restoreState()
