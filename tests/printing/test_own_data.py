"""What is held on a page, and what happened to it on the next."""

import datetime as dt
import io

from jamsos_desktop.printing.list_page import Heading
from jamsos_desktop.printing.own_data import write_own_data
from tests.printing.pages import needs_poppler, page_count, text_of


@needs_poppler
def test_data_and_history_have_pages_of_their_own(tmp_path):
    heading = Heading("Data saya", "Siti Aminah", "", "Kota Mojokerto", False, "Hak Anda.")
    target = io.BytesIO()
    held, history = [("NIK", "3576035708900001")] * 30, [("22-11-2026", "Didaftarkan, Dewi")]
    date = dt.date(2026, 11, 22)
    write_own_data(target, heading, held, history, date=date, officer="Dewi")
    path = tmp_path / "data.pdf"
    path.write_bytes(target.getvalue())
    text = text_of(path)
    assert page_count(path) == 3
    assert text.count("Data yang disimpan") == 2
    assert text.count("Riwayat:") == text.count("Pemilik data") == 1
