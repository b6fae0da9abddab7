"""What the digits of a region's code tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.region import (
    Region,
    dotted,
    full_name,
    is_code,
    is_within,
    level_of,
    lineage,
    parent,
    short_name,
    undotted,
)


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("35", "provinsi"),
        ("35.01", "kabupaten"),
        ("35.69", "kabupaten"),
        ("35.71", "kota"),
        ("35.99", "kota"),
        ("35.76.03", "kecamatan"),
        ("35.76.03.1001", "kelurahan"),
        ("35.16.01.2001", "desa"),
        ("91.03.01.3001", "desa_adat"),
    ],
)
def test_the_level_is_in_the_digits(code, level):
    assert level_of(code) == level


@pytest.mark.parametrize("text", ["", "3576", "35.7", "35.76.03.4001", "35.76.03.1001.", "x"])
def test_what_is_no_code_has_no_level(text):
    assert not is_code(text)
    with pytest.raises(ValueError, match="not a region code"):
        level_of(text)


def test_the_way_up():
    assert lineage("35.76.03.1001") == ["35", "35.76", "35.76.03", "35.76.03.1001"]
    assert parent("35.76.03") == "35.76"
    assert parent("35") == ""
    assert lineage("") == []


def test_lying_within():
    assert is_within("35.76.03.1001", "35.76")
    assert is_within("35.76", "35.76")
    assert is_within("35.76", "")
    assert not is_within("35.76", "35.76.03")
    assert not is_within("35.76", "35.7")


def test_names_to_show():
    path = [
        Region("35", "Jawa Timur", "provinsi"),
        Region("35.76", "Kota Mojokerto", "kota"),
        Region("35.76.03", "Kranggan", "kecamatan"),
        Region("35.76.03.1001", "Kranggan", "kelurahan"),
    ]
    assert full_name(path) == "Kel. Kranggan, Kec. Kranggan, Kota Mojokerto"
    assert full_name(path[:2]) == "Kota Mojokerto"
    assert full_name(path[:1]) == "Jawa Timur"
    assert full_name([]) == ""
    assert short_name(Region("35.16.01.2001", "Tawar", "desa")) == "Desa Tawar"


@given(st.from_regex(r"[0-9]{2}([0-9]{2}([0-9]{2}([123][0-9]{3})?)?)?", fullmatch=True))
def test_dots_come_and_go(digits):
    digits = "".join(str(int(char)) for char in digits)
    assert undotted(dotted(digits)) == digits
    assert dotted(dotted(digits)) == dotted(digits)
    assert is_code(dotted(digits))
