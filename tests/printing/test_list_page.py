"""Lists on paper: pages, heads, signatures, and nothing outside its cell."""

import datetime as dt
import io

import pytest

from jamsos_desktop.printing.list_page import Closing, Column, Heading, Section, Table, write_list
from tests.printing.pages import fonts_of, needs_poppler, needs_qpdf, page_count, run, text_of

LONG = "R. Ngt. Siti Muhammad Abdurrahman Wachid Hasyim Asy'ari Kusumaningrat binti Soekartawi"
COLUMNS = (Column("No.", 1), Column("Nama", 5), Column("Jumlah", 2, right=True))
SIGNERS = (("Petugas", "Dewi"), ("Koordinator", ""))


def saved(folder, *sections, practice=False, words=""):
    heading = Heading("Daftar", "Sosialisasi DBHCHT", "Balai RW 03", "Kota", practice, words)
    target = io.BytesIO()
    closing = Closing("Kota Mojokerto", dt.date(2026, 11, 22), SIGNERS)
    write_list(target, heading, Table(COLUMNS), sections, closing)
    path = folder / "daftar.pdf"
    path.write_bytes(target.getvalue())
    return path


def rows(count, name="Siti Aminah"):
    return [(str(n), name, "1") for n in range(1, count + 1)]


@needs_poppler
@needs_qpdf
@pytest.mark.parametrize("count", [0, 1, 15, 16, 17, 19, 21, 22, 23, 60, 300])
def test_everybody_is_on_a_page_and_the_signatures_are_with_some(tmp_path, count):
    path = saved(tmp_path, Section(rows(count)))
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)
    pages = page_count(path)
    text = text_of(path)
    assert text.count("Siti Aminah") == count
    assert text.count("Koordinator") == 1
    assert text.count("Sosialisasi DBHCHT") == pages
    assert f"Halaman {pages} dari {pages}" in text
    assert text.count("Nama jelas") == 1
    last = " ".join(run("pdftotext", "-raw", "-f", str(pages), path, "-").split())
    assert ("Siti Aminah" in last) == (count > 0)
    assert "Koordinator" in last


@needs_poppler
def test_each_section_begins_a_page_of_its_own(tmp_path):
    path = saved(tmp_path, Section(rows(2), "RT 001"), Section(rows(30), "RT 002"))
    assert text_of(path).count("RT 001") == 1
    assert text_of(path).count("RT 002") == page_count(path) - 1


@needs_poppler
def test_long_words_keep_to_their_cell(tmp_path):
    path = saved(tmp_path, Section(rows(1, LONG)), words=LONG * 2)
    assert "binti Soekartawi" in text_of(path)
    box = run("pdftotext", "-bbox", path, "-")
    right = max(float(part.split('"')[0]) for part in box.split('xMax="')[1:])
    assert right <= 595.28 - 42


@needs_poppler
def test_practice_is_marked_on_every_page_and_the_bytes_are_the_same(tmp_path):
    path = saved(tmp_path, Section(rows(40)), practice=True)
    text = text_of(path)
    assert text.count("LATIHAN") == text.count("L A T I H A N") == page_count(path)
    first = path.read_bytes()
    assert saved(tmp_path, Section(rows(40)), practice=True).read_bytes() == first
    assert all(row[-5] == "yes" for row in fonts_of(path))
    assert "Title:           Daftar" in run("pdfinfo", path)
