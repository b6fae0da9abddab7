"""What is said of a kit before a station is made of it."""

import datetime as dt

import msgspec

from jamsos_desktop.domain.records import CommunityEvent
from jamsos_desktop.gui.first_start.kit_words import kit_words
from jamsos_desktop.services.kits import KitSummary

DAY = dt.date(2026, 11, 22)
EVENT = CommunityEvent(
    name="Sosialisasi", place="Pendopo", date=DAY, programme_id="p", region="35.76"
)
KIT = KitSummary(
    station="Pos 1",
    code="MJK1",
    office="Kota Mojokerto",
    practice=False,
    written_at="2026-11-21T09:05:00+07:00",
    events=(EVENT,),
    officers=3,
    candidates=120,
    registered=0,
    revoked=0,
)


def test_it_says_for_whom_when_and_what_is_in_it():
    said = kit_words(KIT, DAY)
    assert said.what == "Paket untuk Pos 1 (MJK1)"
    assert said.more == (
        "Dari Kota Mojokerto, ditulis 21-11-2026 09:05 WIB. Untuk: Sosialisasi, 22-11-2026."
        " Isinya 3 petugas dan 120 calon peserta."
    )
    assert said.warning == ""


def test_a_kit_whose_events_are_over_is_doubted():
    assert "sudah lewat" in kit_words(KIT, DAY + dt.timedelta(days=1)).warning


def test_many_events_are_counted_and_none_is_said():
    many = msgspec.structs.replace(KIT, events=(EVENT,) * 5)
    assert "dan 3 kegiatan lagi" in kit_words(many, DAY).more
    none = kit_words(msgspec.structs.replace(KIT, events=()), DAY)
    assert "belum ada kegiatan" in none.more
    assert none.warning == ""


def test_practice_is_said():
    assert "LATIHAN" in kit_words(msgspec.structs.replace(KIT, practice=True), DAY).what


def test_the_rules_that_it_brings_are_named():
    said = kit_words(msgspec.structs.replace(KIT, reference=("tariffs.toml",)), DAY)
    assert said.more.endswith("Aturan dan teks dari kantor: Tarif iuran.")
