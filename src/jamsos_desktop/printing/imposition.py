"""Several cards on a sheet of A4, their backs on the back, and where they are cut."""

from typing import NamedTuple

from reportlab.lib.pagesizes import A4

from jamsos_desktop.domain.calibration import Calibration
from jamsos_desktop.domain.print_settings import Sheet
from jamsos_desktop.printing.pdf import MM, DocumentCanvas

COLUMNS, ROWS = 2, 5
ON_SHEET = COLUMNS * ROWS
#: What common printers cannot reach is up to 5 mm, and sheets go in askew by up to 1.5 mm.
SAFE_MARGIN = 8 * MM
_MARK = 4 * MM  # length of a cutting mark
_GAP = 1 * MM  # between a mark and the card


class Place(NamedTuple):
    """A lower left corner in points. ``turned``: upside down, from the upper right corner."""

    x: float
    y: float
    turned: bool = False


def places(width: float, height: float) -> list[Place]:
    """The cards of a front page, row by row from the top. Lengths in points."""
    left, bottom = corner(width, height)
    return [
        Place(left + column * width, bottom + (ROWS - 1 - row) * height)
        for row in range(ROWS)
        for column in range(COLUMNS)
    ]


def back_places(width: float, height: float, sheet: Sheet) -> list[Place]:
    """Where the backs go, in the order of the fronts.

    Turned over the long edge, left and right change places. Over the short edge, up and down do,
    and each back stands on its head, so that it is upright when the card is turned like a page.
    """
    if sheet == "a4_short":
        return [
            Place(x, A4[1] - height - y, turned=True) for x, y, _turned in places(width, height)
        ]
    return [Place(A4[0] - width - x, y) for x, y, _turned in places(width, height)]


def corner(width: float, height: float) -> tuple[float, float]:
    """The lower left corner of the block of cards."""
    return (A4[0] - COLUMNS * width) / 2, (A4[1] - ROWS * height) / 2


def apply_calibration(canvas: DocumentCanvas, calibration: Calibration, page_height: float) -> None:
    """Shift and scale the page so that this printer puts everything where it belongs."""
    (wide, high), (right, down) = calibration.scale, calibration.shift
    canvas.transform(wide, 0, 0, high, right * MM, page_height * (1 - high) - down * MM)


def draw_cutting_lines(canvas: DocumentCanvas, width: float, height: float) -> None:
    """Marks outside for a guillotine, and a faint dotted line for scissors."""
    left, bottom = corner(width, height)
    right, top = left + COLUMNS * width, bottom + ROWS * height
    across = [left + column * width for column in range(COLUMNS + 1)]
    along = [bottom + row * height for row in range(ROWS + 1)]
    canvas.setLineWidth(0.25)
    canvas.setStrokeGray(0.65)
    canvas.setDash(0.6, 2)
    canvas.lines([(x, bottom, x, top) for x in across] + [(left, y, right, y) for y in along])
    canvas.setDash()
    canvas.setStrokeGray(0)
    canvas.setLineWidth(0.4)
    for x in across:
        canvas.line(x, bottom - _GAP - _MARK, x, bottom - _GAP)
        canvas.line(x, top + _GAP, x, top + _GAP + _MARK)
    for y in along:
        canvas.line(left - _GAP - _MARK, y, left - _GAP, y)
        canvas.line(right + _GAP, y, right + _GAP + _MARK, y)
