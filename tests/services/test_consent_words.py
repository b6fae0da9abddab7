"""Explanation and withdrawal in words."""

from jamsos_desktop.domain.records import Consent, Explained
from jamsos_desktop.services.consent_words import (
    consent_words,
    explained_words,
    withdrawal_words,
)

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


def test_a_consent_says_how_before_whom_and_when():
    given = Consent(
        at="2026-11-22T09:15:00+07:00",
        by="petugas",
        language="id",
        version=1,
        method="lisan",
        witness="Bu Tini",
    )
    assert consent_words(given) == (
        "lisan, disaksikan Bu Tini, bahasa Indonesia, 22-11-2026 09:15 WIB, teks versi 1"
    )


def test_a_list_may_know_the_day_alone():
    fields = {"at": "2026-11-20", "by": "p", "language": "id", "version": 1, "method": "kertas"}
    assert consent_words(fields) == "di atas kertas, bahasa Indonesia, 20-11-2026, teks versi 1"
