"""What holds for every list and sheet on paper, and how each of them looks."""

import datetime as dt
import io
import re
from functools import partial

import pytest

from jamsos_desktop.domain.balance import Balance
from jamsos_desktop.domain.person_fields import long_date
from jamsos_desktop.printing.attendance_list import write_attendance_list
from jamsos_desktop.printing.balance_sheet import write_balance_sheet
from jamsos_desktop.printing.hand_over_minutes import Receipt, write_minutes
from jamsos_desktop.printing.list_page import Heading
from jamsos_desktop.printing.office_answer import Line, Reach, write_office_answer
from jamsos_desktop.printing.office_balance import Part, write_office_balance
from jamsos_desktop.printing.own_data import write_own_data
from jamsos_desktop.printing.queue_strip import write_queue_strip
from jamsos_desktop.printing.ruler_sheet import write_ruler_sheet
from jamsos_desktop.printing.unregistered_list import Door, Neighbourhood, write_unregistered
from tests.printing.pages import (
    assert_looks_as_before,
    fonts_of,
    grey_page,
    needs_poppler,
    needs_qpdf,
    page_count,
    run,
)

DATE = dt.date(2026, 11, 22)
LONG = "R. Ngt. Siti Muhammad Abdurrahman Wachid Hasyim Asy'ari Kusumaningrat binti Soekartawi"
NAMES = ("Siti Aminah", LONG, "I", "Moh. Slamet")
MARGIN = 8  # mm that printers do not reach


def heading(title, *, practice=False, words=""):
    where = "Minggu, 22 November 2026 · Pendopo Sabha Kridha Mandala Tama"
    return Heading(title, "Sosialisasi DBHCHT", where, "Kota Mojokerto", practice, words)


def minutes(target, *, practice=False):
    words = "Pada hari ini kartu tanda terdaftar diserahkan kepada orang dalam daftar ini. " * 2
    taken = ("Keluarga: Budi, 22-11-2026", "", "Orangnya sendiri, 22-11-2026", "")
    people = [
        Receipt(name, f"MJK1-{n:05d}-A", "RT 001 RW 002, Kel. Kranggan", taken[n % 4])
        for n, name in enumerate(NAMES * 6, 1)
    ]
    head = heading("Berita acara serah terima kartu", practice=practice, words=words)
    write_minutes(target, head, people, date=DATE, officer="Dewi Lestari")


def balance(target, *, practice=False):
    day = Balance(complete=7, incomplete=2, voided=3, printed=6, handed=4, exported=10, accepted=8)
    ever = Balance(complete=70, incomplete=20, withdrawn=1, exported=80, accepted=60, returned=4)
    head = heading("Neraca hari ini", practice=practice)
    write_balance_sheet(target, head, (day, ever), station=True, date=DATE, officer=LONG)


def unregistered(target, *, practice=False):
    people = [
        Door(name, "357603••••••0001", f"Jalan Melati {n}", "tidak_di_rumah" if n % 3 else "belum")
        for n, name in enumerate(NAMES * 6)
    ]
    places = [Neighbourhood("RT 001 RW 002, Kel. Kranggan", people)]
    write_unregistered(target, heading("Belum terdaftar", practice=practice), places)


def attendance(target, *, practice=False):
    people = [(name, "RT 003 RW 002, Kel. Kranggan") for name in NAMES]
    where = f"{long_date(DATE)} · Balai RW 03"
    head = Heading("Daftar hadir sosialisasi", "Sosialisasi DBHCHT", where, "Kota", practice)
    write_attendance_list(target, head, people)


def own_data(target, *, practice=False):
    head = heading("Data saya", practice=practice, words="Anda boleh meminta data ini dibetulkan.")
    held = [("Nama", LONG), ("NIK", "3576035708900001"), ("Alamat", "Jalan Melati 3")]
    history = [("22-11-2026 09:00", f"Didaftarkan · {LONG} · Pos 1"), ("22-11-2026", "Kartu")]
    write_own_data(target, head, held, history, date=DATE, officer="Dewi Lestari")


def answer(target, *, practice=False):
    told = [
        Line("MJK1-00001-A", NAMES[0], "diterima"),
        Line("MJK1-00002-B", LONG, "perlu_perbaikan", "Tanggal lahir terbalik.", ("birth_date",)),
        Line("MJK1-00003-C", "I", "duplikat", kept="MJK2-00017-Q"),
        Line("MJK1-00004-D", NAMES[3], "aktif", "Nomor BPJS 24012345678"),
        Line("MJK1-00005-E", NAMES[0], "ditolak", "Bukan warga kota ini"),
        Line("MJK1-00006-F", NAMES[3], "perlu_perbaikan", "", ("nik", "kk", "mother_name")),
        Line("MJK1-00007-G", NAMES[0], "dibatalkan"),
        Line("MJK1-00008-H", NAMES[0], "tersimpan"),
    ]
    told += [Line(f"MJK1-{n:05d}-X", NAMES[n % 4], "diterima") for n in range(9, 30)]
    head = heading("Balasan kantor", practice=practice)
    reach = Reach(124, "MJK1-00029-X")
    write_office_answer(target, head, reach, told, date=DATE, officer="Dewi Lestari")


def office_balance(target, *, practice=False):
    figures = ("118", "117", "110", "7")
    days = [("Sosialisasi DBHCHT, 22-11-2026", figures)]
    parts = [Part("Pos 1 (MJK1)", figures, days, "1 belum tiba: 57."), Part("Pos 2", figures, days)]
    head = heading("Neraca kantor", practice=practice, words="Neraca belum cocok: lihat Pos 1.")
    titles = ("Disebut pos", "Tiba", "Diterima", "Terbuka")
    write_office_balance(target, head, titles, parts, date=DATE, officer="Admin Kantor")


def queue_strip(target, *, practice=False):
    numbers = [f"MJK1-{n:03d}" for n in range(1, 31)]
    write_queue_strip(target, numbers, event="Sosialisasi DBHCHT", date=DATE, practice=practice)


def ruler(target, *, practice=False):
    write_ruler_sheet(target, "Printer kantor")


LISTS = {
    "answer": (answer, "Balasan kantor"),
    "minutes": (minutes, "Berita acara serah terima kartu"),
    "balance": (balance, "Neraca hari ini"),
    "unregistered": (unregistered, "Belum terdaftar"),
    "attendance": (attendance, "Daftar hadir sosialisasi"),
    "own-data": (own_data, "Data saya"),
    "office-balance": (office_balance, "Neraca kantor"),
    "queue-strip": (queue_strip, "Nomor antrean"),
    "ruler": (ruler, "Lembar ukur printer"),
}


@pytest.fixture(params=LISTS)
def name(request):
    return request.param


@pytest.fixture
def write(name):
    return LISTS[name][0]


def saved(folder, write, **how):
    path = folder / "daftar.pdf"
    with path.open("wb") as target:
        write(target, **how)
    return path


@needs_poppler
@needs_qpdf
def test_the_file_is_sound_says_what_it_is_and_carries_its_fonts(tmp_path, name, write):
    path = saved(tmp_path, write)
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)
    fonts = fonts_of(path)
    assert fonts
    assert all("PlusJakartaSans" in row[0] and row[-5] == "yes" for row in fonts)
    assert re.search(rf"Title: +{LISTS[name][1]}", run("pdfinfo", path))
    assert b"/Lang (id-ID)" in path.read_bytes()
    assert b"/PrintScaling /None" in path.read_bytes()


@needs_poppler
def test_nothing_is_printed_where_printers_do_not_reach(tmp_path, write):
    path = saved(tmp_path, write, practice=True)
    for number in range(1, page_count(path) + 1):
        page = grey_page(path, 100, number)
        edge = int(MARGIN * 100 / 25.4)
        page.paste(255, (edge, edge, page.width - edge, page.height - edge))
        assert page.getextrema() == (255, 255)


def test_the_same_list_gives_the_same_bytes(write):
    first, second = io.BytesIO(), io.BytesIO()
    write(first)
    write(second)
    assert first.getvalue() == second.getvalue()


def test_it_looks_as_it_looked(tmp_path, name, write):
    path = saved(tmp_path, partial(write, practice=name == "minutes"))
    for page in range(page_count(path)):
        assert_looks_as_before(path, page, f"list-{name}-{page + 1}", 50)
