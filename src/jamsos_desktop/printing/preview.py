"""Pages of a PDF as pictures, for the preview on the screen. Knows no Qt.

PDFium works for one thread at a time: callers take turns.
"""

from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium

Pdf = bytes | Path


class PageImage(NamedTuple):
    """Rows from top to bottom without gaps; four bytes a pixel: red, green, blue, unused."""

    width: int
    height: int
    rgbx: bytes


def page_image(pdf: Pdf, page: int, dpi: float) -> PageImage:
    """Draw one page, counted from 0, on white. Raises :class:`IndexError` for a page too far."""
    with closing(pdfium.PdfDocument(pdf)) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        with closing(document[page]) as sheet:
            bitmap = sheet.render(scale=dpi / 72, rev_byteorder=True, prefer_bgrx=True)
            with closing(bitmap):
                return PageImage(bitmap.width, bitmap.height, bytes(bitmap.buffer))


def page_size(pdf: Pdf, page: int) -> tuple[float, float]:
    """Width and height of a page, counted from 0, in millimetres."""
    with closing(pdfium.PdfDocument(pdf)) as document:
        width, height = document.get_page_size(page)
        return round(width / 72 * 25.4, 1), round(height / 72 * 25.4, 1)


def count_pages(pdf: Pdf) -> int:
    """How many pages there are."""
    with closing(pdfium.PdfDocument(pdf)) as document:
        return len(document)
