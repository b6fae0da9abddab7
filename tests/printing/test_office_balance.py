"""Every station with its figures, its days and what is missing."""

import datetime as dt
import io

from jamsos_desktop.printing.list_page import Heading
from jamsos_desktop.printing.office_balance import Part, write_office_balance
from tests.printing.pages import needs_poppler, page_count, text_of


@needs_poppler
def test_figures_and_missing_numbers_stand_below_their_station(tmp_path):
    words = "Neraca belum cocok: lihat Pos 1."
    heading = Heading(
        "Neraca kantor", "Kota Mojokerto", "22-11-2026", "Kota Mojokerto", False, words
    )
    parts = [
        Part("Pos 1", ("118", "117"), [("Sosialisasi", ("118", "117"))], "1 belum tiba: 57."),
        *(Part(f"Pos {n}", ("40", "40"), [("Sosialisasi", ("40", "40"))]) for n in range(2, 20)),
    ]
    target = io.BytesIO()
    date = dt.date(2026, 11, 22)
    write_office_balance(target, heading, ("Kata pos", "Tiba"), parts, date=date, officer="Admin")
    path = tmp_path / "neraca.pdf"
    path.write_bytes(target.getvalue())
    text = text_of(path)
    assert page_count(path) == 2
    assert "Pos 1 118 117" in text
    assert "1 belum tiba: 57." in text
    assert words in text
    assert "Koordinator" in text
