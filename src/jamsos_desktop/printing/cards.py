"""Participant cards: CR80, ten on a sheet of A4, with cutting lines.

What does not change from card to card is drawn once, as a form of the PDF, and only referred to.
"""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import NamedTuple

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from jamsos_desktop.domain import card as says
from jamsos_desktop.domain.card import CardContent
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.printing.card_template import (
    FONTS,
    Area,
    CardTemplate,
    TextBox,
    load_card_template,
)
from jamsos_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD
from jamsos_desktop.printing.ornament import draw_kawung
from jamsos_desktop.printing.pdf import MM, DocumentCanvas, Writable
from jamsos_desktop.printing.qr import draw_qr, make_qr
from jamsos_desktop.printing.text import CAPITAL, LEADING, Room, fit_text

COLUMNS, ROWS = 2, 5
#: What common printers cannot reach is up to 5 MM, and sheets go in askew by up to 1.5 MM.
SAFE_MARGIN = 8 * MM
_MARK = 4 * MM  # length of a cutting mark
_GAP = 1 * MM  # between a mark and the card
_CORNER = 1.3 * MM
_ORNAMENT_ROWS = 3

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
    target: Writable,
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
    painter = CardPainter(canvas, load_card_template())
    rest, done = iter(cards), 0
    while sheet := list(islice(rest, COLUMNS * ROWS)):
        _draw_sheet(painter, sheet)
        done += len(sheet)
        if report:
            report(done, total)
        if check_cancelled:
            check_cancelled()
    if not done:
        raise ValueError("no cards to print")
    canvas.save()
    return done


class CardPainter:
    """Draws cards on one canvas after a template."""

    def __init__(self, canvas: Canvas, template: CardTemplate) -> None:
        self.canvas = canvas
        self.template = template
        self.width = template.width * MM
        self.height = template.height * MM
        self._colours = {name: HexColor(value) for name, value in template.colours.items()}
        self._text_x = (template.table.x + template.table.label_width) * MM

    def draw(self, card: PrintedCard, x: float, y: float) -> None:
        """Draw one card with its lower left corner at x, y (points)."""
        canvas, template = self.canvas, self.template
        form = "card-practice" if card.content.practice else "card"
        if not canvas.hasForm(form):
            canvas.beginForm(form, 0, 0, self.width, self.height)
            self._draw_static(practice=card.content.practice)
            canvas.endForm()
        canvas.saveState()
        canvas.translate(x, y)
        canvas.doForm(form)
        self._draw_values(card.content)
        self._draw_text(template.boxes.name, card.content.name)
        self._draw_text(template.boxes.number, card.content.number)
        qr = template.qr
        draw_qr(canvas, make_qr(card.code), qr.x * MM, self._up(qr.y + qr.size), qr.size * MM)
        canvas.restoreState()

    def _draw_static(self, *, practice: bool) -> None:
        """Everything that all cards have in common."""
        if practice:
            self._draw_practice_mark()
        self._draw_frames()
        if practice:
            self._draw_practice_tag()
        else:
            self._draw_ornament()
        boxes = self.template.boxes
        self._draw_text(boxes.title, _(says.TITLE))
        self._draw_text(boxes.not_official, _(says.NOT_OFFICIAL))
        self._draw_text(boxes.no_kpj, _(says.NO_KPJ_YET))
        self._draw_text(boxes.accident, _(says.REPORT_ACCIDENT))
        self._draw_text(boxes.jkm, _(says.FULL_JKM))
        self._draw_text(boxes.call_name, _(says.CALL_CENTRE_NAME))
        self._draw_text(boxes.call, says.CALL_CENTRE)
        self._draw_labels()

    def _draw_frames(self) -> None:
        """The dark field of the title and the frame around the notice."""
        canvas, template = self.canvas, self.template
        canvas.setFillColor(self._colours["brand"])
        canvas.roundRect(*self._place(template.header), _CORNER, stroke=0, fill=1)
        canvas.setStrokeColor(self._colours["accent"])
        canvas.setLineWidth(0.9)
        canvas.roundRect(*self._place(template.notice), _CORNER, stroke=1, fill=0)

    def _draw_ornament(self) -> None:
        left, bottom, width, height = self._place(self.template.ornament)
        tile = height / _ORNAMENT_ROWS
        draw_kawung(
            self.canvas,
            x=left,
            y=bottom,
            tile=tile,
            columns=int(width / tile),
            rows=_ORNAMENT_ROWS,
            petal=self._colours["paper"],
            heart=self._colours["accent"],
        )

    def _draw_practice_tag(self) -> None:
        """LATIHAN upright in the place of the ornament, where nothing runs across it."""
        canvas = self.canvas
        left, bottom, width, height = self._place(self.template.ornament)
        canvas.setFillColor(self._colours["paper"])
        canvas.roundRect(left, bottom, width, height, _CORNER / 2, stroke=0, fill=1)
        canvas.saveState()
        canvas.translate(left + width / 2, bottom + height / 2)
        canvas.rotate(90)
        fitted = fit_text(_(says.PRACTICE), Room(BOLD, 9, 5, height - 1 * MM, width))
        canvas.setFillColor(self._colours["text"])
        canvas.setFont(BOLD, fitted.size)
        canvas.drawCentredString(0, -CAPITAL / 2 * fitted.size, fitted.lines[0])
        canvas.restoreState()

    def _draw_practice_mark(self) -> None:
        """LATIHAN across the card beside the QR code, below everything else."""
        canvas, template = self.canvas, self.template
        canvas.saveState()
        canvas.setFillGray(0.86)
        top = template.header.y + template.header.height
        canvas.translate(template.qr.x / 2 * MM, self._up((top + template.notice.y) / 2))
        canvas.rotate(24)
        canvas.setFont(BOLD, 31)
        canvas.drawCentredString(0, -11, _(says.PRACTICE))
        canvas.restoreState()

    def _draw_labels(self) -> None:
        table = self.template.table
        self.canvas.setFillColor(self._colours["quiet"])
        self.canvas.setFont(REGULAR, table.label_size)
        top = table.y
        for row in table.rows:
            self.canvas.drawString(table.x * MM, self._baseline(top), _(_LABELS[row.field]))
            top += row.lines * table.row_height

    def _draw_values(self, content: CardContent) -> None:
        table = self.template.table
        width = (table.width - table.label_width) * MM
        self.canvas.setFillColor(self._colours["text"])
        top = table.y
        for row in table.rows:
            height = row.lines * table.row_height * MM
            room = Room(SEMIBOLD, table.size, table.smallest, width, height, row.lines)
            fitted = fit_text(getattr(content, row.field), room)
            self.canvas.setFont(SEMIBOLD, fitted.size)
            for index, line in enumerate(fitted.lines):
                y = self._baseline(top + index * table.row_height)
                self.canvas.drawString(self._text_x, y, line)
            top += row.lines * table.row_height

    def _draw_text(self, box: TextBox, text: str) -> None:
        """A text in its box, centred in its height."""
        left, bottom, width, height = self._place(box)
        font = FONTS[box.font]
        fitted = fit_text(text, Room(font, box.size, box.smallest, width, height, box.lines))
        self.canvas.setFillColor(self._colours[box.colour])
        self.canvas.setFont(font, fitted.size)
        leading = fitted.size * LEADING
        y = bottom + (height - CAPITAL * fitted.size + (len(fitted.lines) - 1) * leading) / 2
        for line in fitted.lines:
            if box.align == "centre":
                self.canvas.drawCentredString(left + width / 2, y, line)
            else:
                self.canvas.drawString(left, y, line)
            y -= leading

    def _baseline(self, top: float) -> float:
        """Where the letters of a table row stand whose upper edge is at ``top`` millimetres."""
        return self._up(top + self.template.table.row_height * 0.78)

    def _up(self, y: float) -> float:
        """Millimetres from the upper edge as points from the lower one."""
        return (self.template.height - y) * MM

    def _place(self, area: Area) -> tuple[float, float, float, float]:
        """An area as x, y, width, height in points from the lower left corner."""
        return area.x * MM, self._up(area.y + area.height), area.width * MM, area.height * MM


def _draw_sheet(painter: CardPainter, cards: list[PrintedCard]) -> None:
    """One page: up to ten cards, row by row, with cutting lines and a foot line."""
    canvas, width, height = painter.canvas, painter.width, painter.height
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
        painter.draw(card, left + column * width, bottom + (ROWS - 1 - row) * height)
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
    y = SAFE_MARGIN + 1 * MM
    canvas.setFillGray(0.3)
    canvas.setFont(REGULAR, 6.5)
    canvas.drawString(left + 2 * MM, y, _("Cetak 100 % tanpa penskalaan, lalu gunting pada garis."))
    if practice:
        canvas.setFillGray(0)
        canvas.setFont(BOLD, 8)
        text = _("LATIHAN: kartu ini bukan untuk dibagikan")
        canvas.drawRightString(A4[0] - left - 2 * MM, y, text)
