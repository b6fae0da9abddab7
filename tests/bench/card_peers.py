"""The same cards as other people's tools make them: pylabels with ReportLab's QR, fpdf2 with segno.

Each gets the texts and the signed code of every card and puts ten on A4, in the way that its own
documentation shows. Nobody's layout is copied: texts stand below each other, the code beside them.
"""

import importlib.util
import io
from collections.abc import Sequence
from typing import Any

from jamsos_desktop.domain.card import CardContent
from jamsos_desktop.paths import resource

Signed = Sequence[tuple[CardContent, str]]

FIELDS = [field for field in CardContent.__struct_fields__ if field not in {"practice", "kpj"}]
_WIDTH, _HEIGHT, _QR = 85.6, 53.98, 29.2  # mm
_FONT = "PlusJakartaSans-SemiBold"


def missing() -> list[str]:
    """Which of the tools are not installed: they belong to the benchmarks' own lock."""
    needed = {"pylabels": ["labels"], "fpdf2": ["fpdf", "segno"]}
    return [
        name
        for name, modules in needed.items()
        if any(importlib.util.find_spec(module) is None for module in modules)
    ]


def print_with_pylabels(cards: Signed) -> None:
    """A page of labels, each drawn with ReportLab's graphics."""
    import labels
    from reportlab.graphics.barcode.qr import QrCodeWidget
    from reportlab.graphics.shapes import Drawing, String
    from reportlab.lib.units import mm

    def draw(label: Any, width: float, height: float, card: tuple[CardContent, str]) -> None:
        content, code = card
        for line, field in enumerate(FIELDS):
            text = getattr(content, field)
            label.add(String(8, height - 14 - line * 12, text, fontName=_FONT, fontSize=7))
        widget = QrCodeWidget(code, barLevel="M")
        left, bottom, right, top = widget.getBounds()
        size = _QR * mm
        scale = [size / (right - left), 0, 0, size / (top - bottom), 0, 0]
        drawing = Drawing(size, size, transform=scale)
        drawing.add(widget)
        drawing.translate((width - size - 6) / scale[0], 30 / scale[3])
        label.add(drawing)

    shape = labels.Specification(210, 297, 2, 5, _WIDTH, _HEIGHT)
    sheet = labels.Sheet(shape, draw)
    sheet.add_labels(cards)
    sheet.save(io.BytesIO())


def print_with_fpdf2(cards: Signed) -> None:
    """Pages of cells, the codes as pictures of one pixel a module."""
    import segno
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.add_font("card", fname=str(resource(f"fonts/{_FONT}.ttf")))
    pdf.set_font("card", size=7)
    for index, (content, code) in enumerate(cards):
        row, column = divmod(index % 10, 2)
        if index % 10 == 0:
            pdf.add_page()
        left, top = 19.4 + column * _WIDTH, 13.5 + row * _HEIGHT
        for line, field in enumerate(FIELDS):
            pdf.text(left + 3, top + 6 + line * 4, getattr(content, field))
        picture = io.BytesIO()
        segno.make(code, error="m").save(picture, kind="png", scale=1)
        pdf.image(picture, left + 53, top + 12, _QR, _QR)
    pdf.output(io.BytesIO())  # type: ignore[arg-type]
