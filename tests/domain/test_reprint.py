"""Why a card is printed once more."""

import pytest

from jamsos_desktop.domain.reprint import REASONS, Reprint, checked, reason_words
from jamsos_desktop.errors import UserError


def test_every_reason_of_the_list_is_enough_but_another_one_wants_words():
    assert [reason for reason in REASONS if not Reprint(reason).told] == ["lain"]
    assert checked(Reprint("lain", " basah \n kuyup ")) == Reprint("lain", "basah kuyup")
    for nothing in (Reprint(), Reprint("lain", " "), Reprint("", "basah")):
        with pytest.raises(UserError, match="reprint_reason_missing"):
            checked(nothing)


def test_a_history_says_the_reason_and_the_note():
    assert reason_words("hilang", "") == "Hilang"
    assert reason_words("rusak", "kena air") == "Rusak atau salah cetak: kena air"
    assert reason_words("lain", "kena air") == "kena air"
    assert reason_words("aktif", "") == "Sekarang aktif di BPJS"
    assert reason_words("alasan_baru", "kena air") == "kena air"
    assert reason_words("", "") == ""
