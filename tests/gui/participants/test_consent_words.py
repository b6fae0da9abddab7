"""Explanation and withdrawal in words."""

from jamsos_desktop.domain.records import Explained
from jamsos_desktop.gui.participants.consent_words import explained_words, withdrawal_words

TOLD = Explained(at="2026-11-22T09:15:00+07:00", by="petugas", language="jv", version=1)


def test_what_was_explained_says_language_moment_and_version():
    assert explained_words(TOLD).startswith("bahasa Jawa, ")
    assert explained_words(TOLD).endswith("teks versi 1")


def test_it_is_read_from_json_too_and_in_an_unknown_language():
    fields = {"at": TOLD.at, "by": "petugas", "language": "su", "version": 2}
    assert explained_words(fields).startswith("su, ")


def test_withdrawal_and_undoing():
    assert withdrawal_words("tidak jadi", withdrawn=True) == "Persetujuan dicabut: tidak jadi"
    assert "dibatalkan" in withdrawal_words("salah orang", withdrawn=False)
