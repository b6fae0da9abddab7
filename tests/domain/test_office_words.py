"""What the office and BPJS said, in words that a person's history shows."""

from typing import get_args

import pytest

from jamsos_desktop.domain.activities import BpjsAnswered, Decided, DecisionUndone, SentToBpjs
from jamsos_desktop.domain.office_words import NAMES, office_words
from jamsos_desktop.domain.standing import Standing


def test_every_state_has_a_name_of_its_own():
    assert set(NAMES) == set(get_args(Standing))
    assert len(set(NAMES.values())) == len(NAMES)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            Decided(verdict="perlu_perbaikan", heads=(), reason="RT keliru"),
            "Keputusan kantor: perlu perbaikan, RT keliru",
        ),
        (Decided(verdict="diterima", heads=()), "Keputusan kantor: diterima kantor"),
        (DecisionUndone(decisions=("a",), reason="keliru"), "Keputusan kantor dibatalkan, keliru"),
        (SentToBpjs(batch="BPJS_1.xlsx"), "Dikirim ke BPJS Ketenagakerjaan, BPJS_1.xlsx"),
        (BpjsAnswered(accepted=True, number="12345678901"), "Jawaban BPJS: aktif, 12345678901"),
        (
            BpjsAnswered(accepted=False, reason="NIK tidak padan"),
            "Jawaban BPJS: ditolak, NIK tidak padan",
        ),
    ],
)
def test_what_was_said(body, said):
    assert office_words(body) == said
