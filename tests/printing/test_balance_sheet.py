"""The sheet says every figure twice: of the day and of the event."""

import datetime as dt
import io

import pytest

from jamsos_desktop.domain.balance import Balance
from jamsos_desktop.printing.balance_sheet import write_balance_sheet
from jamsos_desktop.printing.list_page import Heading
from tests.printing.pages import needs_poppler, page_count, text_of

DAY = Balance(complete=7, incomplete=2, voided=3, printed=6, handed=4, exported=10, accepted=8)
EVER = Balance(complete=70, incomplete=20, withdrawn=1, exported=80, accepted=60, returned=4)


@needs_poppler
@pytest.mark.parametrize(
    ("station", "said"),
    [(True, "Sudah diekspor 10 80"), (False, "Masuk dari pos 0 0")],
)
def test_the_figures_stand_side_by_side(tmp_path, station, said):
    heading = Heading("Neraca hari ini", "Sosialisasi", "Pendopo", "Kota Mojokerto", False)
    target = io.BytesIO()
    date = dt.date(2026, 11, 22)
    write_balance_sheet(target, heading, (DAY, EVER), station=station, date=date, officer="Dewi")
    path = tmp_path / "neraca.pdf"
    path.write_bytes(target.getvalue())
    text = text_of(path)
    assert page_count(path) == 1
    assert "Pendaftaran dibuat 12 91" in text
    assert "kartu belum diserahkan 5 90" in text
    assert said in text
    assert "Kota Mojokerto, Minggu, 22 November 2026" in text
