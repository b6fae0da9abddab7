"""Logos that were drawn as SVG: sharp at every size, and only what prints the same everywhere.

Letters are refused, because their font would not be in the file; so are pixels inside a drawing.
"""

import hashlib
import io
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from jamsos_desktop.errors import UserError
from jamsos_desktop.printing.pdf import DocumentCanvas

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing, Shape

MOST_SHAPES = 20_000


def is_svg(data: bytes) -> bool:
    """Whether these bytes claim to be an SVG: an XML file that begins with that element."""
    beginning = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return beginning.startswith(b"<") and b"<svg" in beginning


def read_svg(data: bytes, file: str) -> tuple[str, float, float]:
    """Name, width and height in points; the name is the same for the same bytes.

    ``file`` is named in the error. Raises ``logo_unreadable``, ``logo_letters``, ``logo_pixels``
    and ``logo_too_large``.
    """
    drawing = _drawing(data)
    shapes = [] if drawing is None else list(_shapes(drawing.contents, MOST_SHAPES + 1))
    if drawing is None or not (shapes and drawing.width > 0 and drawing.height > 0):
        raise UserError("logo_unreadable", file=file)
    if len(shapes) > MOST_SHAPES:
        raise UserError("logo_too_large", file=file, limit=1)
    kinds = {type(shape).__name__ for shape in shapes}
    if "String" in kinds:
        raise UserError("logo_letters", file=file)
    if "Image" in kinds:
        raise UserError("logo_pixels", file=file)
    return hashlib.sha256(data).hexdigest()[:24], drawing.width, drawing.height


def draw_svg(canvas: DocumentCanvas, data: bytes) -> None:
    """Draw what :func:`read_svg` accepted, in its own size at the origin."""
    from reportlab.graphics import renderPDF

    drawing = _drawing(data)
    assert drawing is not None
    renderPDF.draw(drawing, canvas, 0, 0)


@lru_cache(maxsize=2)  # an office has one logo, and tries another
def _drawing(data: bytes) -> "Drawing | None":
    """What the library makes of it; it fetches nothing and resolves no entities."""
    from svglib.svglib import svg2rlg  # half a second, only where a logo is an SVG

    drawing: Drawing | None = svg2rlg(io.BytesIO(data))
    return drawing


def _shapes(contents: "list[Shape]", most: int) -> "Iterator[Shape]":
    """Everything that is drawn, groups taken apart, at most so many."""
    waiting = list(contents)
    while waiting and most:
        shape = waiting.pop()
        inside = getattr(shape, "contents", None)
        if inside is None:
            most -= 1
            yield shape
        else:
            waiting.extend(inside)
