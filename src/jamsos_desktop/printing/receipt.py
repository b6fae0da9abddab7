"""Receipts for who was registered (*tanda terima pendaftaran*): on A4, or on slips from a roll.

A receipt says what was registered, by whom and when, what happens next, and how to ask for one's
data. It is never the official card, and says so in the weight of its title.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias, get_args

from reportlab.lib.pagesizes import A4, landscape

from jamsos_desktop.domain import card as says
from jamsos_desktop.domain.card import CardContent
from jamsos_desktop.i18n import N_, _, in_every_language
from jamsos_desktop.printing.by_sheet import by_sheet
from jamsos_desktop.printing.card_design import LONGEST
from jamsos_desktop.printing.layout import Content, Painter, flags_up
from jamsos_desktop.printing.pdf import MM, DocumentCanvas, Writable
from jamsos_desktop.printing.pictures import PictureData
from jamsos_desktop.printing.template import (
    DocumentKind,
    Template,
    field_rules,
    own_or_shipped,
    recoloured,
)
from jamsos_desktop.printing.template_check import check_template, check_told, check_weight

#: Four A6 on a sheet; two on a sheet, as large as A5, for who reads small type badly; a roll.
ReceiptKind: TypeAlias = Literal["a6_4", "a6_2", "slip_80", "slip_58"]
KINDS: tuple[ReceiptKind, ...] = get_args(ReceiptKind)

TITLE = N_("TANDA TERIMA PENDAFTARAN")
VALIDATED = N_("BPJS Ketenagakerjaan memeriksa data ini dulu. Kartu resminya menyusul.")
#: On a receipt that was given before.
COPY = N_("SALINAN KE-{copy}")
#: How people use their rights (UU 27/2022, art. 5 to 9).
RIGHTS = N_(
    "Ini data Anda. Ingin melihatnya, membetulkannya, atau mencabut persetujuan? Sebutkan nomor"
    " pendaftaran di atas kepada petugas, atau datanglah ke {office}."
)
_TEMPLATES: dict[ReceiptKind, str] = {
    "a6_4": "receipt-a6",
    "a6_2": "receipt-a6",
    "slip_80": "slip-80",
    "slip_58": "slip-58",
}
#: Thermal printers reach 72 mm of an 80 mm roll; sheets need the usual 8 mm.
_MARGINS = {"receipt": 8.0, "slip": 4.0}
_LONGEST_OFFICE = "Dinas Tenaga Kerja, Koperasi, dan UKM Kabupaten Pasuruan"
_NO_COLOURS: Mapping[str, str] = MappingProxyType({})


class Receipt(NamedTuple):
    """The texts of one receipt; ``registered`` is the day and time, ``office`` answers for it.

    ``copy`` counts how often it was given; the first one does not say so.
    """

    card: CardContent
    registered: str
    office: str
    copy: int = 1


class PaperLook(NamedTuple):
    """What a city brings of its own to its papers."""

    city: str = ""
    colours: Mapping[str, str] = _NO_COLOURS
    logo: PictureData | None = None
    own: Mapping[str, str] = _NO_COLOURS  # texts of the city's own templates, by name

    @property
    def pictures(self) -> dict[str, PictureData]:
        """The logo by its name in templates."""
        return {"logo": self.logo} if self.logo else {}


@cache
def receipt_kind(document: str) -> DocumentKind:
    """What stands on a receipt (``receipt``) or on a slip (``slip``), at its longest."""
    must = {
        "title": in_every_language(TITLE),
        "not_official": in_every_language(says.NOT_OFFICIAL),
        "state": in_every_language(says.NO_KPJ_YET),
        "validated": in_every_language(VALIDATED),
        "accident": in_every_language(says.REPORT_ACCIDENT),
        "jkm": in_every_language(says.FULL_JKM),
        "call": (says.CALL_CENTRE,),
        "rights": tuple(t.format(office=_LONGEST_OFFICE) for t in in_every_language(RIGHTS)),
        "registered": ("12-11-2025 10:12",),
        **{name: LONGEST[name] for name in _SHOWN},
    }
    may = {
        "address": LONGEST["address"],
        "call_name": in_every_language(says.CALL_CENTRE_NAME),
        "practice": in_every_language(says.PRACTICE),
        "city": LONGEST["city"],
        "copy": tuple(text.format(copy=99) for text in in_every_language(COPY)),
    }
    return DocumentKind(
        name=document,
        fields=field_rules(must, may),
        margin=_MARGINS[document],
        flags=("practice", "city", "copy"),
        pictures=("logo",),
    )


def load_receipt(
    kind: ReceiptKind,
    colours: Mapping[str, str] = _NO_COLOURS,
    own: Mapping[str, str] = _NO_COLOURS,
) -> Template:
    """The template of a kind of receipt in a city's colours; the city's ``own`` if it has one.

    Raises ``template_…``.
    """
    template = recoloured(own_or_shipped(_TEMPLATES[kind], own), colours)
    check_receipt(template)
    return template


def check_receipt(template: Template) -> None:
    """Raise ``template_…`` for what does not fit on a receipt or softens its warning."""
    document = template.document if template.document in _MARGINS else "receipt"
    check_template(template, receipt_kind(document))
    check_weight(template, {"title", "not_official"})
    check_told(template, "copy")


def write_receipts(
    receipts: Iterable[Receipt],
    target: Writable,
    kind: ReceiptKind = "a6_4",
    look: PaperLook = PaperLook(),  # noqa: B008  (a frozen value)
    *,
    total: int = 0,
    report: Callable[[int, int], None] | None = None,
    check_cancelled: Callable[[], None] | None = None,
) -> int:
    """Write the receipts and return how many there are.

    The rest is as :func:`by_sheet` takes it. Raises ``template_…`` where something does not fit.
    """
    template = load_receipt(kind, look.colours, look.own)
    sheet = _sheet(kind, template)
    canvas = DocumentCanvas(target, title=_("Tanda terima pendaftaran"), size=sheet.size)
    painter = Painter(canvas, template, _common(look), look.pictures)
    done, most = 0, len(sheet.corners)
    for page in by_sheet(receipts, most, total, report, check_cancelled):
        _draw_cuts(canvas, sheet)
        for receipt, (x, y) in zip(page, sheet.corners, strict=False):
            canvas.saveState()
            canvas.translate(x, y)
            canvas.scale(sheet.scale, sheet.scale)
            painter.draw(_content(receipt, look))
            canvas.restoreState()
        canvas.showPage()
        done += len(page)
    if not done:
        raise ValueError("no receipts to print")
    canvas.save()
    return done


def receipts_on_page(kind: ReceiptKind) -> int:
    """How many receipts stand on one page."""
    return {"a6_4": 4, "a6_2": 2}.get(kind, 1)


class _Sheet(NamedTuple):
    """A page, where receipts stand on it (lower left corners), and how much larger they are."""

    size: tuple[float, float]
    corners: list[tuple[float, float]]
    scale: float = 1.0


def _sheet(kind: ReceiptKind, template: Template) -> _Sheet:
    if kind in ("slip_80", "slip_58"):
        return _Sheet((template.width * MM, template.height * MM), [(0.0, 0.0)])
    size = A4 if kind == "a6_4" else landscape(A4)
    rows = 2 if kind == "a6_4" else 1
    width, height = size[0] / 2, size[1] / rows
    corners = [(width * column, height * row) for row in reversed(range(rows)) for column in (0, 1)]
    # Paper sizes are rounded to whole millimetres: A5 is not quite A6 times the root of two.
    return _Sheet(size, corners, min(width / template.width, height / template.height) / MM)


def _draw_cuts(canvas: DocumentCanvas, sheet: _Sheet) -> None:
    """Dotted lines between the receipts of a page."""
    width, height = sheet.size
    canvas.saveState()
    canvas.setStrokeGray(0.5)
    canvas.setLineWidth(0.4)
    canvas.setDash(0.8, 2.4)
    edge = 8 * MM  # what printers do not reach
    if len(sheet.corners) > 1:
        canvas.line(width / 2, edge, width / 2, height - edge)
    if len(sheet.corners) > 2:
        canvas.line(edge, height / 2, width - edge, height / 2)
    canvas.restoreState()


def _common(look: PaperLook) -> dict[str, str]:
    """What stands on every receipt alike."""
    return {
        "title": _(TITLE),
        "not_official": _(says.NOT_OFFICIAL),
        "state": _(says.NO_KPJ_YET),
        "validated": _(VALIDATED),
        "accident": _(says.REPORT_ACCIDENT),
        "jkm": _(says.FULL_JKM),
        "call_name": _(says.CALL_CENTRE_NAME),
        "call": says.CALL_CENTRE,
        "practice": _(says.PRACTICE),
        "city": look.city,
    }


def _content(receipt: Receipt, look: PaperLook) -> Content:
    values = {name: getattr(receipt.card, name) for name in (*_SHOWN, "address")}
    values["registered"] = receipt.registered
    values["rights"] = _(RIGHTS, office=receipt.office)
    values["copy"] = _(COPY, copy=receipt.copy)
    up = flags_up(practice=receipt.card.practice, city=look.city, copy=receipt.copy > 1)
    return Content(values, up)


#: What of a card stands on every receipt.
_SHOWN = (
    *("name", "masked_nik", "number", "occupation"),
    *("programme", "coverage", "event", "officer"),
)
