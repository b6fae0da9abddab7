"""A large page on many sheets of A4, to be cut at the marks and pasted over one another."""

from collections.abc import Callable
from math import ceil
from typing import NamedTuple

from reportlab.lib.pagesizes import A4, landscape

from jamsos_desktop.i18n import _
from jamsos_desktop.printing.fonts import BOLD, REGULAR
from jamsos_desktop.printing.pdf import MM, DocumentCanvas

#: How far a sheet covers the one beside it, mm.
OVERLAP = 8.0
_EDGE = 8.0  # what printers do not reach, mm
_STRIP = 3.0  # for marks and the sheet's place, around the picture
_GAP, _MARK = 0.8 * MM, 2.2 * MM


class Tiling(NamedTuple):
    """How many sheets there are, their size (points), and what each shows of the page (mm)."""

    columns: int
    rows: int
    size: tuple[float, float]
    width: float
    height: float

    @property
    def corners(self) -> list[tuple[float, float]]:
        """Upper left corners on the page (mm), in the order of reading; the first is 0, 0."""
        across, down = self.width - OVERLAP, self.height - OVERLAP
        return [(c * across, r * down) for r in range(self.rows) for c in range(self.columns)]

    @property
    def covered(self) -> tuple[float, float]:
        """Width and height of all sheets together, mm."""
        across, down = self.width - OVERLAP, self.height - OVERLAP
        return self.columns * across + OVERLAP, self.rows * down + OVERLAP


def tile(width: float, height: float) -> Tiling:
    """The fewest sheets of A4 for a page of this size (mm), upright or lying."""
    return min((_tiling(width, height, size) for size in (A4, landscape(A4))), key=_sheets)


def draw_tiles(
    canvas: DocumentCanvas,
    name: str,
    width: float,
    height: float,
    draw: Callable[[], None],
) -> None:
    """Draw a page of this size (mm) on sheets, and on a last one how they lie together.

    ``draw`` draws the page with its upper left corner at 0, 0; ``name`` stands on each sheet.
    """
    tiling = tile(width, height)
    left, top = (
        (all_ - one) / 2 for all_, one in zip(tiling.covered, (width, height), strict=True)
    )
    edge = (_EDGE + _STRIP) * MM
    for number, (x, y) in enumerate(tiling.corners, 1):
        canvas.setPageSize(tiling.size)
        canvas.saveState()
        window = canvas.beginPath()
        window.rect(edge, edge, tiling.width * MM, tiling.height * MM)
        canvas.clipPath(window, stroke=0, fill=0)
        canvas.translate(edge + (left - x) * MM, tiling.size[1] - edge - (top - y) * MM)
        draw()
        canvas.restoreState()
        _draw_marks(canvas, tiling)
        _draw_place(canvas, name, number, tiling)
        canvas.showPage()
    _draw_plan(canvas, tiling, (left, top), draw)


def _tiling(width: float, height: float, size: tuple[float, float]) -> Tiling:
    wide, high = (side / MM - 2 * (_EDGE + _STRIP) for side in size)
    columns, rows = (
        max(1, ceil((whole - OVERLAP) / (part - OVERLAP) - 1e-6))
        for whole, part in ((width, wide), (height, high))
    )
    return Tiling(columns, rows, size, wide, high)


def _sheets(tiling: Tiling) -> int:
    return tiling.columns * tiling.rows


def _draw_marks(canvas: DocumentCanvas, tiling: Tiling) -> None:
    """Where the sheet is cut, and, shorter and dotted, up to where the next one covers it."""
    left = bottom = (_EDGE + _STRIP) * MM
    right, top = left + tiling.width * MM, bottom + tiling.height * MM
    canvas.saveState()
    canvas.setStrokeGray(0)
    canvas.setLineWidth(0.4)
    _draw_ticks(canvas, (left, right), (bottom, top), (left, bottom, right, top))
    canvas.setDash(0.8, 0.8)
    across, down = right - OVERLAP * MM, bottom + OVERLAP * MM
    _draw_ticks(canvas, (across,), (down,), (left, bottom, right, top))
    canvas.restoreState()


def _draw_ticks(
    canvas: DocumentCanvas,
    across: tuple[float, ...],
    along: tuple[float, ...],
    window: tuple[float, float, float, float],
) -> None:
    left, bottom, right, top = window
    for x in across:
        canvas.line(x, bottom - _MARK, x, bottom - _GAP)
        canvas.line(x, top + _GAP, x, top + _MARK)
    for y in along:
        canvas.line(left - _MARK, y, left - _GAP, y)
        canvas.line(right + _GAP, y, right + _MARK, y)


def _draw_place(canvas: DocumentCanvas, name: str, number: int, tiling: Tiling) -> None:
    row, column = divmod(number - 1, tiling.columns)
    values = {"row": row + 1, "column": column + 1}
    text = _(
        "{name}, lembar {number}: baris {row}, kolom {column}", name=name, number=number, **values
    )
    canvas.setFillGray(0)
    canvas.setFont(REGULAR, 6)
    canvas.drawString((_EDGE + _STRIP + 2) * MM, (_EDGE + 0.6) * MM, text)


def _draw_plan(
    canvas: DocumentCanvas,
    tiling: Tiling,
    offset: tuple[float, float],
    draw: Callable[[], None],
) -> None:
    """All sheets together, small, with their numbers and what to do.

    It lies as the sheets do, so that the printer need not turn its paper.
    """
    canvas.setPageSize(tiling.size)
    page_width, page_height = tiling.size
    edge, top = 16 * MM, page_height - 62 * MM
    canvas.setFillGray(0)
    canvas.setFont(BOLD, 18)
    canvas.drawString(edge, page_height - 26 * MM, _("Cara menyusun papan"))
    canvas.setFont(REGULAR, 10.5)
    steps = (
        _("1. Cetak semua lembar pada 100 %, tanpa penskalaan."),
        _("2. Gunting tepi kiri dan tepi atas setiap lembar pada tanda di sudutnya."),
        _("3. Tempel lembar demi lembar sampai tanda putus-putus: tindih {overlap} mm."),
    )
    for line, step in enumerate(steps):
        said = step.format(overlap=f"{OVERLAP:g}")
        canvas.drawString(edge, page_height - (36 + 6.5 * line) * MM, said)
    wide, high = tiling.covered
    scale = min((page_width - 2 * edge) / (wide * MM), (top - edge) / (high * MM))
    canvas.saveState()
    canvas.translate(edge, top)
    canvas.scale(scale, scale)
    canvas.saveState()
    canvas.translate(offset[0] * MM, -offset[1] * MM)
    draw()
    canvas.restoreState()
    _draw_outlines(canvas, tiling, scale)
    canvas.restoreState()
    canvas.showPage()


def _draw_outlines(canvas: DocumentCanvas, tiling: Tiling, scale: float) -> None:
    canvas.setStrokeGray(0.35)
    canvas.setLineWidth(0.8 / scale)
    for number, (x, y) in enumerate(tiling.corners, 1):
        canvas.rect(x * MM, -(y + tiling.height) * MM, tiling.width * MM, tiling.height * MM)
        middle, low = (x + tiling.width / 2) * MM, -(y + 14 / scale) * MM
        canvas.setFillGray(1)
        canvas.circle(middle, low + 2 * MM / scale, 5 * MM / scale, stroke=1, fill=1)
        canvas.setFillGray(0)
        canvas.setFont(BOLD, 14 / scale)
        canvas.drawCentredString(middle, low + 0.3 * MM / scale, str(number))
