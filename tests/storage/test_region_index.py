"""One level of regions: found by any part of a name, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.storage.region_index import RegionIndex, fold

NAMES = ["Kabupaten Mojokerto", "Kota Mojokerto", "Kota Surabaya", "Kabupaten Kep. Tapa’an"]
CODES = ["3516", "3576", "3578", "9101"]
KINDS = st.text("abcdeABCDE .-'’()/0123456789", min_size=1, max_size=12)


def index(names=NAMES, codes=CODES, width=4):
    return RegionIndex("\n".join(names), "\n".join(codes), width)


def found(level, needle, region=""):
    return [level.code(row) for row in level.rows_with(needle, level.rows_within(region))]


def test_what_is_typed_is_searched_without_marks_and_accents():
    assert fold("Tapa'an") == fold("TAPA’AN") == fold("tapaan") == "tapaan"
    assert fold(" Karang-Pilang ") == "karangpilang"
    assert fold("Kédiri") == "kediri"


def test_a_kabupaten_or_kota_is_found_by_its_name_alone():
    assert found(index(), "mojo") == ["3516", "3576"]
    assert found(index(), "\nmojokerto\n") == ["3516", "3576"]
    assert found(index(), "kota") == []
    assert found(index(), "tapaan") == ["9101"]


def test_a_kecamatan_keeps_the_word_in_its_name():
    level = index(["Kota", "Kota Anyar"], ["351601", "351602"], 6)
    assert found(level, "kota") == ["351601", "351602"]
    assert found(level, "\nkota\n") == ["351601"]


def test_a_search_stays_in_its_region():
    assert found(index(), "mojo", "3576") == ["3576"]
    assert found(index(), "mojo", "35") == ["3516", "3576"]
    assert found(index(), "mojo", "91") == []
    assert found(index(), "mojo", "99") == []
    assert list(index().rows_within("35")) == [0, 1, 2]


def test_a_code_and_its_digits_by_row():
    level = index()
    assert [level.code(row) for row in range(len(level))] == CODES
    assert level.digits(3) == "6681"
    assert level.folded_name(2) == "surabaya"


def test_names_and_codes_must_be_as_many():
    with pytest.raises(ValueError, match="differ in number"):
        index(codes=CODES[:-1])


@given(st.lists(KINDS, min_size=1, max_size=8), st.text("abcde0123", min_size=1, max_size=3))
def test_every_name_with_the_letters_is_found_and_no_other(names, needle):
    codes = [f"35160{number}" for number in range(len(names))]
    level = index(names, codes, 6)
    wanted = [code for name, code in zip(names, codes, strict=True) if needle in fold(name)]
    assert found(level, needle) == wanted
    assert [level.folded_name(row) for row in range(len(names))] == list(map(fold, names))
