"""What the tests see of a PDF: with poppler's and qpdf's eyes, not with those of its maker."""

import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftoppm") is None, reason="poppler-utils is missing: PDFs are not looked at"
)
needs_qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is missing")


def run(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], check=True, capture_output=True)
    return done.stdout.decode()


def grey_page(pdf: Path, dpi: int, page: int = 1) -> Image.Image:
    """One page as a black-and-white printer would see it."""
    name = pdf.with_suffix("")
    number = str(page)
    run("pdftoppm", "-r", str(dpi), "-gray", "-singlefile", "-f", number, pdf, name)
    with Image.open(name.with_suffix(".pgm")) as image:
        return image.copy()


def page_count(pdf: Path | bytes) -> int:
    """How many pages there are."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return len(document)


def text_of(pdf: Path) -> str:
    """All text with single blanks."""
    return " ".join(run("pdftotext", "-raw", pdf, "-").split())


def fonts_of(pdf: Path) -> list[list[str]]:
    """A row of words for each font, as pdffonts prints them."""
    return [line.split() for line in run("pdffonts", pdf).splitlines()[2:]]
