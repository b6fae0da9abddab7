"""What the tests see of a PDF: with poppler's and qpdf's eyes, not with those of its maker."""

import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from jamsos_desktop.printing.preview import page_image

GOLDEN = Path(__file__).parent / "golden"

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


def assert_looks_as_before(pdf: Path, page: int, name: str, dpi: int) -> None:
    """Compare a page, counted from 0, with its picture, and allow for another renderer's edges.

    A picture that is not there yet is taken, to be looked at.
    """
    drawn = page_image(pdf, page, dpi)
    now = Image.frombytes("RGBX", (drawn.width, drawn.height), drawn.rgbx).convert("RGB")
    golden = GOLDEN / f"{name}.png"
    if not golden.exists():
        now.quantize(64).save(golden, optimize=True)
        pytest.fail(f"look at {golden.name}, which is new")
    with Image.open(golden) as before:
        difference = ImageChops.difference(before.convert("RGB"), now).convert("L")
    assert before.size == now.size
    soft = difference.filter(ImageFilter.GaussianBlur(2))
    assert ImageStat.Stat(difference).mean[0] < 3.0
    assert soft.getextrema()[1] < 60, "some part of the page has changed"


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
