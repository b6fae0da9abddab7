"""Participant cards: CR80, ten on a sheet of A4, with cutting lines.

What does not change from card to card is drawn once, as a form of the PDF, and only referred to.
"""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import BinaryIO, NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from jamsos_desktop.domain import card as says
from jamsos_desktop.domain.card import CardContent
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.printing.card_template import FONTS, CardTemplate, TextBox, load_card_template
from jamsos_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD, printable
from jamsos_desktop.printing.ornament import draw_kawung
from jamsos_desktop.printing.pdf import DocumentCanvas
from jamsos_desktop.printing.qr import draw_qr, make_qr
from jamsos_desktop.printing.text import fit_text

COLUMNS, ROWS = 2, 5
#: What common printers cannot reach is up to 5 mm, and sheets go in askew by up to 1.5 mm.
SAFE_MARGIN = 8 * mm
_MARK = 4 * mm  # length of a cutting mark
_GAP = 1 * mm  # between a mark and the card

_LABELS = {
    "masked_nik": N_("NIK"),
    "address": N_("Alamat"),
    "occupation": N_("Pekerjaan"),
    "programme": N_("Program"),
    "coverage": N_("Rencana"),
    "event": N_("Kegiatan"),
    "officer": N_("Petugas"),
}


class PrintedCard(NamedTuple):
    """A card's texts and the signed text of its QR code."""

    content: CardContent
    code: str


def write_card_sheet(
    cards: Iterable[PrintedCard],
    target: BinaryIO,
    *,
    total: int = 0,
    report: Callable[[int, int], None] | None = None,
    check_cancelled: Callable[[], None] | None = None,
) -> int:
    """Write sheets of ten cards and return how many cards there are.

    ``report(done, total)`` and ``check_cancelled()`` are called after each sheet; the latter may
    raise to stop. ``cards`` are taken one by one, so that any number of them needs the same memory.
    """
    canvas = DocumentCanvas(target, title=_("Kartu tanda terdaftar"), size=A4)
    template = load_card_template()
    rest, done = iter(cards), 0
    while sheet := list(islice(rest, COLUMNS * ROWS)):
        _draw_sheet(canvas, template, sheet)
        done += len(sheet)
        if report:
            report(done, total)
        if check_cancelled:
            check_cancelled()
    if not done:
        raise ValueError("no cards to print")
    canvas.save()
    return done


def draw_card(
    canvas: Canvas, template: CardTemplate, card: PrintedCard, x: float, y: float
) -> None:
    """Draw one card with its lower left corner at x, y (points)."""
    form = "card-practice" if card.content.practice else "card"
    if not canvas.hasForm(form):
        canvas.beginForm(form, 0, 0, template.width * mm, template.height * mm)
        _draw_static(canvas, template, practice=card.content.practice)
        canvas.endForm()
    canvas.saveState()
    canvas.translate(x, y)
    canvas.doForm(form)
    qr = template.qr
    bottom = (template.height - qr.y - qr.size) * mm
    draw_qr(canvas, make_qr(card.code), qr.x * mm, bottom, qr.size * mm)
    _draw_text(canvas, template, template.boxes.name, card.content.name)
    _draw_text(canvas, template, template.boxes.number, card.content.number)
    _draw_values(canvas, template, card.content)
    canvas.restoreState()


def _draw_static(canvas: Canvas, template: CardTemplate, *, practice: bool) -> None:
    """Everything that all cards have in common."""
    if practice:
        _draw_practice_mark(canvas, template)
    header, notice, boxes = template.header, template.notice, template.boxes
    canvas.setFillColor(template.colours["brand"])
    canvas.roundRect(*_place(template, header), 1.4 * mm, stroke=0, fill=1)
    left, bottom, width, height = _place(template, header)
    tile = height / 2
    draw_kawung(
        canvas,
        x=left + width - 3 * tile - 1.2 * mm,
        y=bottom,
        tile=tile,
        columns=3,
        rows=2,
        petal=template.colours["paper"],
        heart=template.colours["accent"],
    )
    canvas.setStrokeColor(template.colours["accent"])
    canvas.setLineWidth(0.9)
    canvas.roundRect(*_place(template, notice), 1.2 * mm, stroke=1, fill=0)
    _draw_text(canvas, template, boxes.title, _(says.TITLE))
    _draw_text(canvas, template, boxes.not_official, _(says.NOT_OFFICIAL))
    _draw_text(canvas, template, boxes.accident, _(says.REPORT_ACCIDENT))
    _draw_text(canvas, template, boxes.jkm, _(says.FULL_JKM))
    _draw_text(canvas, template, boxes.call, says.CALL_CENTRE)
    _draw_text(canvas, template, boxes.no_kpj, _(says.NO_KPJ_YET))
    _draw_labels(canvas, template)


def _draw_practice_mark(canvas: Canvas, template: CardTemplate) -> None:
    """LATIHAN across the card, below everything else, beside the QR code."""
    canvas.saveState()
    canvas.setFillGray(0.86)
    canvas.translate(template.qr.x / 2 * mm, template.height * 0.44 * mm)
    canvas.rotate(24)
    canvas.setFont(BOLD, 32)
    canvas.drawCentredString(0, -11, _(says.PRACTICE))
    canvas.restoreState()


def _draw_labels(canvas: Canvas, template: CardTemplate) -> None:
    table = template.table
    canvas.setFillColor(template.colours["quiet"])
    canvas.setFont(REGULAR, table.label_size)
    top = table.y
    for row in table.rows:
        canvas.drawString(table.x * mm, _baseline(template, top), _(_LABELS[row.field]))
        top += row.lines * table.row_height


def _draw_values(canvas: Canvas, template: CardTemplate, content: CardContent) -> None:
    table = template.table
    left, width = table.x + table.label_width, table.width - table.label_width
    canvas.setFillColor(template.colours["text"])
    top = table.y
    for row in table.rows:
        text = printable(getattr(content, row.field), SEMIBOLD)
        fitted = fit_text(
            text,
            SEMIBOLD,
            size=table.size,
            smallest=table.smallest,
            width=width * mm,
            lines=row.lines,
        )
        canvas.setFont(SEMIBOLD, fitted.size)
        for index, line in enumerate(fitted.lines):
            y = _baseline(template, top + index * table.row_height)
            canvas.drawString(left * mm, y, line)
        top += row.lines * table.row_height


def _baseline(template: CardTemplate, top: float) -> float:
    """Where the letters of a table row stand, in points from the card's lower edge."""
    return (template.height - top - template.table.row_height * 0.76) * mm


def _draw_text(canvas: Canvas, template: CardTemplate, box: TextBox, text: str) -> None:
    """A text in its box, centred in its height."""
    font = FONTS[box.font]
    text = printable(text, font)
    left, bottom, width, height = _place(template, box)
    fitted = fit_text(
        text, font, size=box.size, smallest=box.smallest, width=width, lines=box.lines
    )
    canvas.setFillColor(template.colours[box.colour])
    canvas.setFont(font, fitted.size)
    leading = fitted.size * 1.12
    # 0.7 of the size is the height of a capital.
    y = bottom + (height - 0.7 * fitted.size + (len(fitted.lines) - 1) * leading) / 2
    for line in fitted.lines:
        if box.align == "centre":
            canvas.drawCentredString(left + width / 2, y, line)
        else:
            canvas.drawString(left, y, line)
        y -= leading


def _place(template: CardTemplate, area: object) -> tuple[float, float, float, float]:
    """An area of the template as x, y, width, height in points from the lower left corner."""
    x, y, width, height = (getattr(area, name) for name in ("x", "y", "width", "height"))
    return x * mm, (template.height - y - height) * mm, width * mm, height * mm


def _draw_sheet(canvas: Canvas, template: CardTemplate, cards: list[PrintedCard]) -> None:
    """One page: up to ten cards, row by row, with cutting lines and a foot line."""
    width, height = template.width * mm, template.height * mm
    left, bottom = (A4[0] - COLUMNS * width) / 2, (A4[1] - ROWS * height) / 2
    practice = any(card.content.practice for card in cards)
    form = "sheet-practice" if practice else "sheet"
    if not canvas.hasForm(form):
        canvas.beginForm(form, 0, 0, *A4)
        _draw_cutting_lines(canvas, left, bottom, width, height)
        _draw_foot(canvas, left, practice=practice)
        canvas.endForm()
    canvas.doForm(form)
    for index, card in enumerate(cards):
        row, column = divmod(index, COLUMNS)
        draw_card(canvas, template, card, left + column * width, bottom + (ROWS - 1 - row) * height)
    canvas.showPage()


def _draw_cutting_lines(
    canvas: Canvas, left: float, bottom: float, width: float, height: float
) -> None:
    """Marks outside for a guillotine, and a faint dotted line for scissors."""
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


def _draw_foot(canvas: Canvas, left: float, *, practice: bool) -> None:
    y = SAFE_MARGIN + 1 * mm
    canvas.setFillGray(0.3)
    canvas.setFont(REGULAR, 6.5)
    canvas.drawString(left + 2 * mm, y, _("Cetak 100 % tanpa penskalaan, lalu gunting pada garis."))
    if practice:
        canvas.setFillGray(0)
        canvas.setFont(BOLD, 8)
        text = _("LATIHAN: kartu ini bukan untuk dibagikan")
        canvas.drawRightString(A4[0] - left - 2 * mm, y, text)
