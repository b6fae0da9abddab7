"""The office's answer on paper: first where something is to be done."""

import datetime as dt
import io

from jamsos_desktop.domain.standing import Standing
from jamsos_desktop.printing.list_page import Heading
from jamsos_desktop.printing.office_answer import ORDER, Line, Reach, write_office_answer
from tests.printing.pages import needs_poppler, text_of

DATE = dt.date(2026, 11, 22)
NOTHING = Reach(0)


def text(tmp_path, lines, reach=NOTHING):
    target = io.BytesIO()
    head = Heading("Balasan kantor", "Untuk Pos 1 (MJK1)", "Minggu", "Kota", practice=False)
    write_office_answer(target, head, reach, lines, date=DATE, officer="Dewi")
    path = tmp_path / "balasan.pdf"
    path.write_bytes(target.getvalue())
    return " ".join(text_of(path).split())


@needs_poppler
def test_it_counts_and_says_what_is_to_be_done(tmp_path):
    lines = [
        Line("MJK1-00001-A", "Siti", "diterima"),
        Line("MJK1-00002-B", "Budi", "perlu_perbaikan", "Terbalik.", ("birth_date",)),
        Line("MJK1-00003-C", "Ani", "duplikat", kept="MJK2-00017-Q"),
    ]
    said = text(tmp_path, lines, Reach(7, "MJK1-00003-C"))
    assert "sampai catatan 7, pendaftaran terakhir MJK1-00003-C." in said
    assert "3 pendaftaran: 1 perlu perbaikan, 1 pendaftaran ganda, 1 diterima kantor." in said
    assert "Tanggal lahir: Terbalik." in said
    assert "MJK2-00017-Q" in said
    assert said.index("Budi") < said.index("Ani") < said.index("Siti")


@needs_poppler
def test_where_nothing_arrived_it_says_so(tmp_path):
    assert "Kantor belum menerima apa pun dari pos ini." in text(tmp_path, [])
    assert "Kantor sudah menerima semua sampai catatan 3." in text(tmp_path, [], Reach(3))


def test_every_state_has_its_place():
    assert set(ORDER) == set(Standing.__args__)
