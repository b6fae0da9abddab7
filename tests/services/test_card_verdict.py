"""What a checked card means, in words and a colour."""

import datetime as dt

import pytest

from jamsos_desktop.domain.certificate import Certificate
from jamsos_desktop.printing.card_code import CodeFields
from jamsos_desktop.services.card_verdict import verdict_of
from jamsos_desktop.services.check_card import CheckedCard

FIELDS = CodeFields(number="KTR-00001-U", event="abcdef12", date=dt.date(2025, 11, 12))


def check(outcome, *, practice=False, **told):
    certificate = Certificate(
        station_id="s", code="KTR", public_key="00", practice=practice, signature="00"
    )
    return CheckedCard(outcome=outcome, fields=FIELDS, certificate=certificate, **told)


def test_a_genuine_card_says_whose_it_is_and_of_which_event():
    verdict = verdict_of(check("valid", event="Sosialisasi", person="Siti", station="Pos 1"))
    assert (verdict.tone, verdict.what) == ("success", "Asli")
    assert dict(verdict.facts) == {
        "Nomor pendaftaran": "KTR-00001-U",
        "Atas nama": "Siti",
        "Kegiatan": "Sosialisasi, 12-11-2025",
        "Dicetak di": "Pos 1",
    }
    assert verdict.note == ""


def test_an_event_that_is_not_known_here_has_its_number_and_day():
    assert dict(verdict_of(check("valid")).facts)["Kegiatan"] == "abcdef12, 12-11-2025"


def test_a_practice_card_is_never_green():
    verdict = verdict_of(check("valid", practice=True))
    assert (verdict.tone, verdict.what) == ("warning", "LATIHAN")
    assert verdict.more == "Kartu latihan: tidak berlaku sungguhan."


def test_a_practice_card_that_was_revoked_says_so_too():
    verdict = verdict_of(check("valid", practice=True, revoked="dicabut"))
    assert (verdict.tone, verdict.what) == ("warning", "LATIHAN")
    assert "mencabut persetujuan" in verdict.more


@pytest.mark.parametrize("why", ["dibatalkan", "dicabut", "duplikat", "ditolak", "kunci_hilang"])
def test_a_revoked_card_is_amber_and_says_why(why):
    verdict = verdict_of(check("valid", revoked=why))
    assert (verdict.tone, verdict.what) == ("warning", "Tidak berlaku lagi")
    assert verdict.more


def test_a_station_says_what_it_cannot_know():
    told = verdict_of(check("valid", list_at="2025-11-12T09:05:00+07:00"))
    assert (
        told.note == "Kartu yang dicabut sesudah 12-11-2025 09:05 WIB belum diketahui di pos ini."
    )
    never = verdict_of(check("valid", list_missing=True))
    assert never.tone == "success"
    assert "tidak dicabut" not in never.more
    assert "belum menerima" in never.note


@pytest.mark.parametrize(
    ("outcome", "tone"),
    [("unknown_office", "warning"), ("bad_signature", "error"), ("not_ours", "error")],
)
def test_what_nobody_vouches_for_is_not_repeated(outcome, tone):
    verdict = verdict_of(check(outcome))
    assert verdict.tone == tone
    assert verdict.facts == ()
    assert "KTR-00001-U" not in verdict.more
