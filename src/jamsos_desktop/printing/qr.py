"""QR codes as vector drawings: sharp on every printer, small in the file."""

import io
import re
import sys
from functools import cache
from itertools import product
from typing import Any, NamedTuple

import zxingcpp
from reportlab.pdfgen.canvas import Canvas

#: ISO/IEC 18004 asks for four light modules around the symbol.
QUIET_ZONE = 4
#: Choosing among the eight masks takes six times as long as all the rest, and serves to break up
#: large even areas. Signed and encoded bytes have none.
_MASK = 3
#: Four modules of a row are looked at together, as one integer.
_GROUP = 4
_LIGHT = b"\xff"
_DARK_RUN = re.compile(rb"\x00+")


class QrSymbol(NamedTuple):
    """``modules`` is the side without the quiet zone; ``path`` draws it in units of one module."""

    modules: int
    path: str


def make_qr(text: str) -> QrSymbol:
    """The symbol with error correction M (15 % may be lost).

    All dark modules are rectangles of one path, so that no seams show between them.
    """
    barcode = zxingcpp.create_barcode(
        text, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=_MASK
    )
    image: Any = barcode.to_image(scale=1, add_quiet_zones=False)
    pixels = memoryview(image)
    side = len(pixels)
    padding = _LIGHT * (-side % _GROUP)
    flat = pixels.tobytes()
    rows = [flat[start : start + side] + padding for start in range(0, side * side, side)]
    groups = memoryview(b"".join(rows)).cast("I")
    pieces = [table[group] for table, group in zip(_rectangles(side), groups, strict=True)]
    return QrSymbol(side, "".join((*pieces, "f")))


def read_qr(picture: bytes) -> str:
    """The text of the QR code on a JPEG or PNG; empty where none can be read."""
    from PIL import Image

    with Image.open(io.BytesIO(picture)) as image:
        only = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        found = zxingcpp.read_barcodes(image.convert("L"), formats=only)
    return found[0].text if found else ""


@cache
def _rectangles(side: int) -> list[dict[int, str]]:
    """For each group of modules of a symbol: what to draw for each of its 16 patterns.

    Looking this up is five times as fast as finding the dark runs of each symbol anew.
    """
    patterns = [bytes(modules) for modules in product((0x00, 0xFF), repeat=_GROUP)]
    runs = {
        int.from_bytes(pattern, sys.byteorder): [run.span() for run in _DARK_RUN.finditer(pattern)]
        for pattern in patterns
    }
    return [
        {
            pattern: "".join(f"{left + start} {row} {end - start} 1 re\n" for start, end in spans)
            for pattern, spans in runs.items()
        }
        for row in reversed(range(side))
        for left in range(0, side, _GROUP)
    ]


def draw_qr(canvas: Canvas, symbol: QrSymbol, x: float, y: float, size: float) -> None:
    """Draw into the square with its lower left corner at x, y (points), quiet zone included."""
    module = size / (symbol.modules + 2 * QUIET_ZONE)
    canvas.saveState()
    canvas.transform(module, 0, 0, module, x + QUIET_ZONE * module, y + QUIET_ZONE * module)
    canvas.setFillGray(0)
    canvas.addLiteral(symbol.path)
    canvas.restoreState()
