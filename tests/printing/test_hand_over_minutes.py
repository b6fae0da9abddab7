"""The minutes that everybody signs."""

import datetime as dt
import io

from jamsos_desktop.printing.hand_over_minutes import Receipt, write_minutes
from jamsos_desktop.printing.list_page import Heading
from tests.printing.pages import needs_poppler, text_of


@needs_poppler
def test_a_row_for_each_and_who_vouches_for_it(tmp_path):
    heading = Heading("Berita acara", "Sosialisasi", "Pendopo", "Kota", False, "Pada hari ini.")
    people = [Receipt("Siti Aminah", "MJK1-00001-A", "RT 001", "Keluarga: Budi, 22-11-2026")] * 40
    target = io.BytesIO()
    write_minutes(target, heading, people, date=dt.date(2026, 11, 22), officer="Dewi")
    path = tmp_path / "berita.pdf"
    path.write_bytes(target.getvalue())
    text = text_of(path)
    assert text.count("MJK1-00001-A") == 40
    assert text.count("Pada hari ini.") == text.count("Halaman")
    for said in ("Petugas yang menyerahkan", "Dewi", "Koordinator", "Keluarga: Budi"):
        assert said in text
