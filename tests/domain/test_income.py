"""Bands of income cover every amount once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.eligibility_rules import Text
from jamsos_desktop.domain.income import IncomeBand, band_of, find_band, find_mistake
from jamsos_desktop.services.reference import shipped

BANDS = shipped().income_bands


@given(st.integers(0, 10**12))
def test_every_amount_lies_in_one_band(income):
    band = band_of(income, BANDS)
    assert band is not None
    assert band.least <= income
    assert not band.below or income < band.below


def test_without_bands_there_is_none():
    assert band_of(1_000_000, {}) is None


@pytest.mark.parametrize("words", ["sampai_1_juta", "RP500.000  sampai di bawah Rp1.000.000"])
def test_a_band_is_found_by_id_and_words(words):
    assert find_band(words, BANDS) == "sampai_1_juta"
    assert find_band("1000000", BANDS) == find_band("", BANDS) == ""


def band(name, least, below):
    return IncomeBand(id=name, text=Text(id=name), least=least, below=below)


@pytest.mark.parametrize(
    ("bands", "mistake"),
    [
        ([], "golongan pertama"),
        ([band("a", 1, 0)], "golongan pertama"),
        ([band("a", 0, 5)], "tanpa batas"),
        ([band("a", 0, 5), band("b", 6, 0)], "b tidak mulai di batas a"),
        ([band("a", 0, 5), band("a", 5, 0)], "dua kali"),
        ([band("1", 0, 0)], "tidak bisa dipakai"),
    ],
)
def test_a_gap_an_overlap_and_a_bad_id_are_told(bands, mistake):
    assert mistake in find_mistake(bands)


def test_the_shipped_bands_are_whole_in_both_languages():
    assert find_mistake(list(BANDS.values())) == ""
    assert all(one.text.en and one.text.id for one in BANDS.values())
