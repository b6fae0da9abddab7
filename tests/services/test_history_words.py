"""What happened to a person's data is said in one way, on the screen and on paper."""

import pytest

from jamsos_desktop.domain.activities import (
    CardHandedOver,
    CardPrinted,
    ConsentWithdrawn,
    NikRevealed,
    PaperPrinted,
    Voided,
    VoidUndone,
)
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.services.find import Change, Happening
from jamsos_desktop.services.history_words import happening_words

PERSON = Participant(number="MJK1-1-A", event_id="e", programme_id="p")
CHANGE = Change("name", "Siti", "Siti Aminah")


def line(body, *, first=False, changes=()):
    return Happening("2026-11-22T09:15:00+07:00", "Dewi", "MJK1", body, "hash", first, changes)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (CardPrinted(to="printer"), "Kartu dicetak, lembar ke-1"),
        (CardPrinted(to="file", copy=2), "Kartu disimpan sebagai PDF, lembar ke-2"),
        (PaperPrinted(kind="board", to="printer"), "Papan simbolis dicetak"),
        (
            PaperPrinted(kind="receipt", to="file", copy=2, note="kena hujan"),
            "Tanda terima disimpan sebagai PDF, yang ke-2 (kena hujan)",
        ),
        (CardHandedOver(to="keluarga", name="Pak Budi"), "Keluarga: Pak Budi"),
        (ConsentWithdrawn(reason="tidak mau"), "Persetujuan dicabut: tidak mau"),
        (Voided(reason="salah orang"), "Pendaftaran dibatalkan: salah orang"),
        (
            VoidUndone(voids=("h",), reason="orangnya benar"),
            "Pendaftaran dipulihkan: orangnya benar",
        ),
        (NikRevealed(), "NIK lengkap dilihat"),
        (None, "Isi catatan ini tidak bisa dibaca di sini"),
    ],
)
def test_what_was_done_is_said_with_how_and_why(body, said):
    assert said in happening_words(line(body))


def test_a_record_is_made_corrected_or_saved_as_it_was():
    assert happening_words(line(PERSON, first=True)) == "Didaftarkan"
    assert happening_words(line(PERSON, changes=(CHANGE,))) == "Diperbaiki"
    assert happening_words(line(PERSON)) == "Disimpan lagi tanpa perubahan"
