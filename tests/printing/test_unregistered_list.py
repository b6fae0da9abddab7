"""A page for each RT, to be crossed at the door."""

import io

from jamsos_desktop.printing.list_page import Heading
from jamsos_desktop.printing.unregistered_list import Door, Neighbourhood, write_unregistered
from tests.printing.pages import needs_poppler, page_count, text_of


@needs_poppler
def test_each_rt_has_pages_of_its_own_and_what_is_known_is_crossed(tmp_path):
    people = [Door("Siti Aminah", "357603******0001", "Jalan Melati 3")] * 30
    away = Door("Budi", "", "", "tidak_di_rumah", "kembali sore")
    places = [Neighbourhood("RT 001 RW 002", people), Neighbourhood("RT 003 RW 002", [away])]
    target = io.BytesIO()
    write_unregistered(target, Heading("Belum terdaftar", "DBHCHT", "", "Kota", False), places)
    path = tmp_path / "belum.pdf"
    path.write_bytes(target.getvalue())
    text = text_of(path)
    assert page_count(path) == 3
    assert text.count("RT 001 RW 002 · 30 orang") == 2
    assert text.count("RT 003 RW 002 · 1 orang") == 1
    assert "Budi X kembali sore" in text
    assert text.count("Wafat") == 3
    assert "…" not in text
