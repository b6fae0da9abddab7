"""What reading a card's code says."""

import datetime as dt

import pytest

from jamsos_desktop.domain.certificate import Certificate
from jamsos_desktop.gui.cards.verdict import verdict_of
from jamsos_desktop.printing.card_code import CardCheck, CodeFields

FIELDS = CodeFields(number="KTR-00001-U", event="abcdef12", date=dt.date(2025, 11, 12))


def check(outcome, *, practice=False):
    certificate = Certificate(
        station_id="s", code="KTR", public_key="00", practice=practice, signature="00"
    )
    return CardCheck(outcome=outcome, fields=FIELDS, certificate=certificate)


def test_a_genuine_card_says_number_and_day():
    verdict = verdict_of(check("valid"))
    assert (verdict.tone, verdict.what) == ("success", "Asli")
    assert verdict.more == "Nomor KTR-00001-U, kegiatan Rabu, 12 November 2025. Bukan latihan."


def test_a_practice_card_is_never_green():
    verdict = verdict_of(check("valid", practice=True))
    assert (verdict.tone, verdict.what) == ("warning", "LATIHAN")


@pytest.mark.parametrize(
    ("outcome", "tone"),
    [("unknown_office", "warning"), ("bad_signature", "error"), ("not_ours", "error")],
)
def test_what_nobody_vouches_for_is_not_repeated(outcome, tone):
    verdict = verdict_of(check(outcome))
    assert verdict.tone == tone
    assert "KTR-00001-U" not in verdict.more
