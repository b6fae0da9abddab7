"""The test sheet of a printer: a cross and two rulers, to be measured with a real one."""

from reportlab.lib.pagesizes import A4

from jamsos_desktop.domain.calibration import ACROSS, CROSS, DOWN
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD
from jamsos_desktop.printing.imposition import SAFE_MARGIN
from jamsos_desktop.printing.pdf import MM, DocumentCanvas, Writable
from jamsos_desktop.printing.text import wrap

_X, _Y = CROSS * MM, A4[1] - CROSS * MM
_LEFT, _RIGHT = 48 * MM, A4[0] - 20 * MM
_STEPS = (
    N_("Cetak lembar ini 100 %, tanpa penskalaan, di kertas A4."),
    N_("A: ukur dari tepi kiri kertas sampai garis tegak tebal."),
    N_("B: ukur dari tepi atas kertas sampai garis datar tebal."),
    N_("C: ukur garis datar tebal dari ujung ke ujung; seharusnya {across} mm."),
    N_("D: ukur garis tegak tebal dari ujung ke ujung; seharusnya {down} mm."),
    N_("Ketik keempat ukuran itu di halaman Cetak, pada “Ukur printer”."),
    N_("A dan B seharusnya {cross} mm; selisihnya diperbaiki setiap kali mencetak."),
)
_BLANKS = ("A", "B", "C", "D")


def write_ruler_sheet(target: Writable, printer: str = "") -> None:
    """Write one page of A4, never put right: what the printer makes wrong shall be measured."""
    canvas = DocumentCanvas(target, title=_("Lembar ukur printer"), size=A4)
    _draw_rulers(canvas)
    _draw_safe_margin(canvas)
    canvas.setFillGray(0)
    canvas.setFont(BOLD, 20)
    canvas.drawString(_LEFT, A4[1] - 56 * MM, _("Lembar ukur printer"))
    canvas.setFont(SEMIBOLD, 11)
    canvas.drawString(_LEFT, A4[1] - 63 * MM, printer)
    y = _draw_steps(canvas, A4[1] - 76 * MM)
    _draw_blanks(canvas, y - 8 * MM)
    canvas.showPage()
    canvas.save()


def _draw_rulers(canvas: DocumentCanvas) -> None:
    """From the cross to the right and down, with a mark each millimetre."""
    canvas.setStrokeGray(0)
    canvas.setLineWidth(0.9)
    canvas.line(_X, _Y, _X + ACROSS * MM, _Y)
    canvas.line(_X, _Y, _X, _Y - DOWN * MM)
    canvas.setLineWidth(0.25)
    canvas.setFillGray(0)
    canvas.setFont(REGULAR, 7)
    for step in range(int(ACROSS) + 1):
        x = _X + step * MM
        canvas.line(x, _Y, x, _Y - _mark(step))
        if step % 10 == 0 and step:
            canvas.drawCentredString(x, _Y - 8 * MM, str(step))
    for step in range(int(DOWN) + 1):
        y = _Y - step * MM
        canvas.line(_X, y, _X + _mark(step), y)
        if step % 10 == 0 and step:
            canvas.drawString(_X + 6 * MM, y - 2.5, str(step))
    canvas.setFont(BOLD, 11)
    canvas.drawCentredString(_X / 2 + 4 * MM, _Y - 1.5 * MM, "A")
    canvas.drawCentredString(_X, (_Y + A4[1]) / 2 - 3 * MM, "B")
    canvas.drawString(_X + ACROSS * MM + 3 * MM, _Y - 1.5 * MM, "C")
    canvas.drawCentredString(_X, _Y - DOWN * MM - 5.5 * MM, "D")


def _mark(step: int) -> float:
    """Longer each 5 and each 10 millimetres."""
    return (5 if step % 10 == 0 else 3.5 if step % 5 == 0 else 2) * MM


def _draw_safe_margin(canvas: DocumentCanvas) -> None:
    """A dotted frame inside of which everything is printed: it should be seen all around."""
    canvas.setDash(1, 3)
    inside = SAFE_MARGIN + 0.5
    canvas.rect(inside, inside, A4[0] - 2 * inside, A4[1] - 2 * inside)
    canvas.setDash()


def _draw_steps(canvas: DocumentCanvas, y: float) -> float:
    canvas.setFont(REGULAR, 11)
    values = {"across": f"{ACROSS:g}", "down": f"{DOWN:g}", "cross": f"{CROSS:g}"}
    for number, text in enumerate(_STEPS, start=1):
        canvas.drawString(_LEFT, y, f"{number}.")
        for line in wrap(_(text, **values), REGULAR, 11, _RIGHT - _LEFT - 8 * MM):
            canvas.drawString(_LEFT + 8 * MM, y, line)
            y -= 5.6 * MM
        y -= 1.2 * MM
    return y


def _draw_blanks(canvas: DocumentCanvas, y: float) -> None:
    """Where the four lengths are written down."""
    for place, letter in enumerate(_BLANKS):
        x = _LEFT + place * 34 * MM
        canvas.setFont(BOLD, 13)
        canvas.drawString(x, y, letter)
        canvas.setFont(REGULAR, 10)
        canvas.drawString(x + 25 * MM, y, "mm")
        canvas.line(x + 5 * MM, y - 1 * MM, x + 24 * MM, y - 1 * MM)
