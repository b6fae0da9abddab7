"""Every reason and every outcome has its words."""

import typing

from jamsos_desktop.domain.activities import BpjsAnswered
from jamsos_desktop.domain.bpjs_words import HELD, OUTCOMES, answer_words, held_words
from jamsos_desktop.domain.mapping import Lacking
from jamsos_desktop.domain.standing import Standing
from jamsos_desktop.services.bpjs_results import Outcome


def test_every_reason_and_every_outcome_has_its_words():
    stands = set(typing.get_args(Standing)) - {"menunggu", "diterima", "ditolak_bpjs"}
    office_has = stands - {"tersimpan", "diekspor"}  # these do not happen at an office
    assert office_has <= set(HELD)
    assert set(typing.get_args(Outcome)) == set(OUTCOMES)


def test_what_the_file_lacks_is_named_by_its_column():
    lacking = (Lacking("NO HP", "empty"), Lacking("ALAMAT", "long"), Lacking("JENIS", "no_code"))
    said = held_words("lacking", lacking)
    assert said == "NO HP kosong, ALAMAT terlalu panjang, JENIS tidak punya kode"
    assert held_words("incomplete") == "belum lengkap"


def test_an_answer_says_its_number_or_its_reason():
    assert answer_words(None) == ""
    assert answer_words(BpjsAnswered(accepted=True, number="123")) == "aktif, 123"
    assert answer_words(BpjsAnswered(accepted=False, reason="NIK salah")) == "ditolak: NIK salah"
    assert answer_words(BpjsAnswered(accepted=True)) == "aktif"
