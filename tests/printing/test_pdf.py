"""A document is written page by page, is valid, and is the same every time."""

import io
import itertools

import pytest

from jamsos_desktop.i18n import set_language
from jamsos_desktop.printing.fonts import BOLD, REGULAR
from jamsos_desktop.printing.pdf import CREATOR, MM, DocumentCanvas
from tests.printing.pages import needs_poppler, needs_qpdf, run, text_of


class OnlyWritten:
    """A stick: it takes bytes, from the beginning to the end."""

    def __init__(self):
        self.parts = []

    def write(self, data):
        self.parts.append(bytes(data))
        return len(data)

    @property
    def size(self):
        return sum(map(len, self.parts))


def draw(target, pages=3, *, finish_last=True):
    canvas = DocumentCanvas(target, title="Daftar – uji", size=(100 * MM, 60 * MM))
    for number in range(1, pages + 1):
        canvas.setFont(BOLD, 12)
        canvas.drawString(20, 80, f"Halaman {number}")
        canvas.setFont(REGULAR, 9)
        canvas.drawString(20, 50, "Nur’aini • Rp1.000.000")
        if finish_last or number < pages:
            canvas.showPage()
    canvas.save()
    return target


def saved(tmp_path, **how):
    path = tmp_path / "dokumen.pdf"
    path.write_bytes(draw(io.BytesIO(), **how).getvalue())
    return path


@needs_qpdf
@needs_poppler
@pytest.mark.parametrize("finish_last", [True, False])
def test_other_programs_read_it(tmp_path, finish_last):
    path = saved(tmp_path, finish_last=finish_last)
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", path)
    assert text_of(path).count("Nur’aini • Rp1.000.000") == 3
    assert "Halaman 3" in text_of(path)


@needs_poppler
def test_it_says_what_it_is_and_prints_in_true_size(tmp_path):
    told = dict(line.split(":", 1) for line in run("pdfinfo", saved(tmp_path)).splitlines())
    assert told["Title"].strip() == "Daftar – uji"
    assert told["Creator"].strip() == told["Author"].strip() == CREATOR
    assert told["Pages"].strip() == "3"
    assert told["Page size"].strip().startswith("283.465 x 170.079")
    assert b"/PrintScaling /None" in saved(tmp_path).read_bytes()


def test_the_same_drawing_gives_the_same_bytes():
    assert draw(io.BytesIO()).getvalue() == draw(io.BytesIO()).getvalue()


def test_it_names_its_language():
    assert b"(id-ID)" in draw(io.BytesIO()).getvalue()
    set_language("en")
    assert b"(id-ID)" not in draw(io.BytesIO()).getvalue()


def test_a_page_is_written_as_soon_as_it_is_full():
    """Ten thousand cards must not wait in memory for the end."""
    target = OnlyWritten()
    canvas = DocumentCanvas(target, title="x", size=(200, 200))
    sizes = []
    for number in range(4):
        canvas.drawString(20, 20 + number, "x" * 500)
        canvas.showPage()
        sizes.append(target.size)
    assert all(later > earlier for earlier, later in itertools.pairwise(sizes))
    kept = [part for part in canvas._doc.idToObject.values() if hasattr(part, "stream")]
    assert kept == [], "a page that was written is still held"
    canvas.save()
    assert b"".join(target.parts).endswith(b"%%EOF\n")
