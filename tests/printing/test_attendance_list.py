"""The list that is signed: everybody numbered, and room for those who come later."""

import io

import pytest

from jamsos_desktop.printing.attendance_list import write_attendance_list
from jamsos_desktop.printing.list_page import Heading
from tests.printing.pages import needs_poppler, needs_qpdf, run, text_of

LONG = "R. Ngt. Siti Muhammad Abdurrahman Wachid Hasyim Asy'ari Kusumaningrat binti Soekartawi"


def saved(folder, people, *, practice=False):
    target = io.BytesIO()
    heading = Heading(
        title="Daftar hadir sosialisasi",
        about="Sosialisasi DBHCHT",
        where="Minggu, 22 November 2026 · Balai RW 03",
        office="Kota Mojokerto",
        practice=practice,
    )
    write_attendance_list(target, heading, people)
    path = folder / "hadir.pdf"
    path.write_bytes(target.getvalue())
    return path


@needs_poppler
@needs_qpdf
@pytest.mark.parametrize(("people", "pages"), [(0, 1), (19, 1), (20, 2), (45, 3)])
def test_there_is_always_an_empty_row(tmp_path, people, pages):
    path = saved(tmp_path, [("Siti Aminah", "RT 003 RW 002, Kranggan")] * people)
    assert f"Pages:           {pages}\n" in run("pdfinfo", path)
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)
    text = text_of(path)
    assert text.count("Siti Aminah") == people
    assert f" {pages * 20} " in f" {text} "
    assert text.count("Minggu, 22 November 2026 · Balai RW 03") == pages


@needs_poppler
def test_a_long_name_keeps_to_its_row(tmp_path):
    path = saved(tmp_path, [(LONG, LONG)])
    assert text_of(path).count("Kusumaningrat binti Soekartawi") == 2


@needs_poppler
def test_practice_is_marked(tmp_path):
    assert "LATIHAN" in text_of(saved(tmp_path, [], practice=True))
