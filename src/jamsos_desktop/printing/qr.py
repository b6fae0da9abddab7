"""QR codes as vector drawings: sharp on every printer, small in the file."""

import re
from functools import cache
from typing import NamedTuple

import zxingcpp
from reportlab.pdfgen.canvas import Canvas

#: ISO/IEC 18004 asks for four light modules around the symbol.
QUIET_ZONE = 4
#: Choosing among the eight masks takes six times as long as all the rest, and serves to break up
#: large even areas. Signed and encoded bytes have none.
_MASK = 3
_DARK_RUN = re.compile(rb"\x00+")


class QrSymbol(NamedTuple):
    """``modules`` is the side without the quiet zone; ``path`` draws it in units of one module."""

    modules: int
    path: str


def make_qr(text: str) -> QrSymbol:
    """The symbol with error correction M (15 % may be lost).

    Dark runs of a row are one rectangle, and all of them one path, so that no seams show.
    """
    barcode = zxingcpp.create_barcode(
        text, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=_MASK
    )
    image = memoryview(barcode.to_image(scale=1, add_quiet_zones=False))
    side = image.shape[0]
    # One light column more, so that no run goes on into the next row.
    pixels = b"\xff".join(bytes(row) for row in image.tolist())
    rectangles = [_rectangle(side, *run.span()) for run in _DARK_RUN.finditer(pixels)]
    return QrSymbol(side, "\n".join((*rectangles, "f")))


@cache
def _rectangle(side: int, start: int, end: int) -> str:
    """One run of dark modules as a PDF operator. They recur: a sheet needs few thousand of them."""
    row, column = divmod(start, side + 1)
    return f"{column} {side - 1 - row} {end - start} 1 re"


def draw_qr(canvas: Canvas, symbol: QrSymbol, x: float, y: float, size: float) -> None:
    """Draw into the square with its lower left corner at x, y (points), quiet zone included."""
    module = size / (symbol.modules + 2 * QUIET_ZONE)
    canvas.saveState()
    canvas.translate(x + QUIET_ZONE * module, y + QUIET_ZONE * module)
    canvas.scale(module, module)
    canvas.setFillGray(0)
    canvas.addLiteral(symbol.path)
    canvas.restoreState()
