"""The same name in the ways in which it is written in Indonesia."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain import names
from jamsos_desktop.domain.names import canonical, first_name

SAME = [
    ("Moh. Arifin", "Muhammad Arifin", "Mochamad Aripin", "MOHD ARIFIN", "Moch.Arifin"),
    ("Siti Aminah", "St. Aminah", "Sitti Amina", "Hj. Siti Aminah, S.Pd.", "SITI  AMINAH"),
    ("Abd. Rahman", "Abdul Rahman", "Abdurrahman", "Abdur Rahman", "Abdoel Rachman"),
    ("Achmad Fauzi", "Ahmad Fauzi", "Akhmad Pauji", "H. Ahmad Fauzi"),
    ("Sutrisno", "Soetrisno", "Drs. Soetrisno", "R. Sutrisno"),
    ("Joko Susilo", "Djoko Soesilo"),
    ("Cokro", "Tjokro"),
    ("Yanti", "Ianti"),
    ("Khoirul Anam", "Choirul Anam", "Hoirul Anam"),
    ("Taufik Hidayat", "Taufiq Hidayat", "Taupik Hidayat"),
    ("Imam Syafi'i", "Imam Safii", "Imam Syafi’i", "Imam Sjafi'i"),
    ("Zaenal", "Zainal", "Jaenal"),
    ("Noer Hidayati", "Nur Hidayati", "Noor Hidayaty"),
    ("Yusuf", "Jusuf", "Yusup"),
    ("Ali bin Umar", "Ali Umar"),
    ("Chandra Kirana", "Candra Kirana"),
    ("José", "Jose"),
]


@pytest.mark.parametrize("ways", SAME, ids=lambda ways: ways[0])
def test_ways_of_writing_one_name_read_the_same(ways):
    assert len({canonical(way) for way in ways}) == 1, [canonical(way) for way in ways]


@pytest.mark.parametrize(
    ("one", "other"), [("Suparman", "Suparmin"), ("Abdullah", "Abdul"), ("Sri", "Siti")]
)
def test_other_names_stay_others(one, other):
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize("title", ["H.", "Haji", "Raden", "R"])
def test_who_is_called_like_a_title_keeps_a_name(title):
    assert canonical(title)


def test_order_stays_and_a_name_without_letters_is_none():
    assert canonical("Aminah Siti") == ("amina", "siti")
    assert canonical(" .,- ") == ()


def test_the_table_holds_canonical_words():
    assert all(names.spell(word) == word for word in names.WORDS.values())
    assert set(names.WORDS.values()) >= names.COMMON
    assert not {*names.PREFIXES, *names.SUFFIXES} & set(names.WORDS.values())


_PARTS = ("dj", "tj", "oe", "sy", "kh", "ch", "th", "abdu", "ra", "h", ".", "'", "y", "ie", "ae")
_SYLLABLES = st.lists(
    st.sampled_from((*_PARTS, "f", "z", "ll", "moh", "st", "bin", "na", "si", "rahm", "zz", "Ł")),
    max_size=9,
).map("".join)


@given(st.lists(_SYLLABLES | st.text(max_size=12), max_size=5).map(" ".join))
def test_any_text_has_a_form_that_stays(text):
    words = canonical(text)
    assert canonical(" ".join(words)) == words
    assert all(words)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Siti Aminah", "Siti"),
        ("SITI AMINAH", "SITI"),
        ("H. Moh. Arifin, S.Pd.", "Arifin"),
        ("Moch.Arifin", "Arifin"),
        ("Muhammad Ali", "Muhammad"),
        ("Abd Rahman", "Rahman"),
        ("M Nur", "Nur"),
        ("I", "I"),
        ("Hj.", "Hj."),
        ("", ""),
    ],
)
def test_somebody_is_called_by_their_first_name(name, called):
    assert first_name(name) == called
