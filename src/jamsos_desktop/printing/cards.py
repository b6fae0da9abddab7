"""Participant cards: one to a page for card printers, or ten on A4 with cutting lines."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from reportlab.lib.pagesizes import A4

from jamsos_desktop.domain.calibration import TRUE, Calibration
from jamsos_desktop.domain.print_settings import Sheet
from jamsos_desktop.i18n import _
from jamsos_desktop.printing.by_sheet import by_sheet
from jamsos_desktop.printing.card_design import (
    PrintedCard,
    common_values,
    content_of,
    load_design,
)
from jamsos_desktop.printing.fonts import BOLD, REGULAR
from jamsos_desktop.printing.imposition import (
    ON_SHEET,
    SAFE_MARGIN,
    apply_calibration,
    back_places,
    corner,
    draw_cutting_lines,
    places,
)
from jamsos_desktop.printing.layout import Content, Painter
from jamsos_desktop.printing.pdf import MM, DocumentCanvas, Writable
from jamsos_desktop.printing.pictures import PictureData

_NO_COLOURS: Mapping[str, str] = MappingProxyType({})


class CardLook(NamedTuple):
    """How cards come out: the design, the sheet, and what a city brings of its own."""

    design: str = "card-kawung"
    sheet: Sheet = "a4_long"
    city: str = ""
    colours: Mapping[str, str] = _NO_COLOURS
    logo: PictureData | None = None
    calibration: Calibration = TRUE
    own: Mapping[str, str] = _NO_COLOURS  # texts of the city's own templates, by name


def write_card_sheet(
    cards: Iterable[PrintedCard],
    target: Writable,
    look: CardLook = CardLook(),  # noqa: B008  (a frozen value)
    *,
    total: int = 0,
    report: Callable[[int, int], None] | None = None,
    check_cancelled: Callable[[], None] | None = None,
) -> int:
    """Write the cards and return how many there are.

    The rest is as :func:`by_sheet` takes it. Raises ``template_…`` for a design that does not fit,
    as with a city's pale colour.
    """
    printing = _Printing(target, look)
    done = 0
    for sheet in by_sheet(cards, ON_SHEET, total, report, check_cancelled):
        printing.add(sheet)
        done += len(sheet)
    if not done:
        raise ValueError("no cards to print")
    printing.canvas.save()
    return done


class _Printing:
    """A document of cards while it is written."""

    def __init__(self, target: Writable, look: CardLook) -> None:
        template = load_design(look.design, look.colours, look.own)
        self._look = look
        self._size = A4
        if look.sheet == "cr80":
            self._size = (template.width * MM, template.height * MM)
        self.canvas = DocumentCanvas(target, title=_("Kartu tanda terdaftar"), size=self._size)
        logo = {"logo": look.logo} if look.logo else {}
        self._painter = Painter(self.canvas, template, common_values(look.city), logo)

    def add(self, cards: list[PrintedCard]) -> None:
        """Draw these cards, at most a sheet full."""
        contents = [content_of(card, self._look.city) for card in cards]
        if self._look.sheet == "cr80":
            for content in contents:
                for side in range(self._painter.sides):
                    self._calibrate()
                    self._painter.draw(content, side=side)
                    self.canvas.showPage()
            return
        self._draw_sheet(contents)
        if self._painter.sides > 1:
            self._draw_backs(contents)

    def _draw_sheet(self, contents: list[Content]) -> None:
        canvas, painter = self.canvas, self._painter
        practice = any("practice" in content.flags for content in contents)
        form = "sheet-practice" if practice else "sheet"
        if not canvas.hasForm(form):
            canvas.beginForm(form, 0, 0, *A4)
            draw_cutting_lines(canvas, painter.width, painter.height)
            self._draw_foot(practice=practice)
            canvas.endForm()
        self._calibrate()
        canvas.doForm(form)
        for content, place in zip(contents, places(painter.width, painter.height), strict=False):
            painter.draw(content, place.x, place.y)
        canvas.showPage()

    def _draw_backs(self, contents: list[Content]) -> None:
        canvas, painter = self.canvas, self._painter
        self._calibrate()
        behind = back_places(painter.width, painter.height, self._look.sheet)
        for content, place in zip(contents, behind, strict=False):
            canvas.saveState()
            canvas.translate(place.x, place.y)
            if place.turned:
                canvas.translate(painter.width, painter.height)
                canvas.rotate(180)
            painter.draw(content, side=1)
            canvas.restoreState()
        canvas.showPage()

    def _calibrate(self) -> None:
        if self._look.calibration != TRUE:
            apply_calibration(self.canvas, self._look.calibration, self._size[1])

    def _draw_foot(self, *, practice: bool) -> None:
        canvas = self.canvas
        left, y = corner(self._painter.width, self._painter.height)[0], SAFE_MARGIN + 1 * MM
        canvas.setFillGray(0.3)
        canvas.setFont(REGULAR, 6.5)
        said = _("Cetak 100 % tanpa penskalaan, lalu gunting pada garis.")
        canvas.drawString(left + 2 * MM, y, said)
        if practice:
            canvas.setFillGray(0)
            canvas.setFont(BOLD, 8)
            text = _("LATIHAN: kartu ini bukan untuk dibagikan")
            canvas.drawRightString(A4[0] - left - 2 * MM, y, text)
