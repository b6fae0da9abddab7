"""How likely two people are one, and why."""

import datetime as dt
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain import matching
from jamsos_desktop.domain.matching import (
    compare,
    compare_dates,
    compare_names,
    dates_near,
    reasons,
)
from jamsos_desktop.domain.names import canonical
from tests.factories import make_participant

DAY = dt.date(1990, 8, 17)
CLOSE = {"swapped", "one_digit", "year_off"}
DATES = st.dates(dt.date(1930, 1, 1), dt.date(2020, 12, 31))
WORDS = st.lists(st.text("abcdeimnorstu", min_size=1, max_size=8), max_size=4).map(tuple)


def similar(one, other):
    """Nothing of a library: any measure from 0 to 1 will do."""
    return SequenceMatcher(None, one, other).ratio()


def resembles(one=None, **changes):
    first = matching.traits_of(make_participant(**(one or {})))
    return compare(first, matching.traits_of(make_participant(**((one or {}) | changes))), similar)


def test_the_same_person_twice_is_as_likely_as_can_be():
    found = resembles()
    assert found.score == 100
    assert reasons(found) == ("NIK sama", "nama sama", "tanggal lahir sama", "kelurahan sama")


def test_a_name_written_another_way_and_another_nik_is_shown_with_why():
    found = resembles(nik="3576037009850123", name="Hj. St. Amina")
    assert found.score >= matching.SHOWN
    assert reasons(found) == ("nama sama", "tanggal lahir sama", "kelurahan sama")


def test_day_and_month_in_the_other_order_are_told():
    born = {"birth_date": dt.date(1990, 8, 7)}
    found = resembles(born, nik="", birth_date=dt.date(1990, 7, 8), name="Siti Aminnah W")
    assert found.score >= matching.SHOWN
    assert "tanggal dan bulan lahir tertukar" in reasons(found)


def test_family_and_mother_are_told():
    found = resembles(
        {"kk": "3576031202080005", "mother_name": "Sumarni"},
        nik="",
        name="Siti Amini",
        birth_date=dt.date(1990, 8, 11),
        mother_name="Sumarmi",
    )
    assert set(reasons(found)) >= {
        "tanggal lahir beda satu angka",
        "nama ibu mirip",
        "nomor KK sama",
    }
    assert any(reason.startswith("nama mirip ") for reason in reasons(found))


@pytest.mark.parametrize(
    "placeholder", ["0000000000000000", "9999999999999999", "12345678901234 6"]
)
def test_a_placeholder_matches_nobody(placeholder):
    found = resembles(
        {"nik": placeholder, "kk": placeholder}, name="Budi Santoso", birth_date=dt.date(1970, 1, 2)
    )
    assert not found.same_nik
    assert found.same_kk is None or placeholder.startswith("123")
    assert found.score < matching.SHOWN


def test_brothers_of_one_family_are_not_one():
    family = {"kk": "3576031202080005", "mother_name": "Sumarni", "nik": "", "name": "Budi Santoso"}
    assert resembles(family, name="Agus Setiawan", birth_date=dt.date(1988, 2, 3)).score < 10


def test_twins_are_shown_at_most_with_little():
    family = {"kk": "3576031202080005", "nik": "", "name": "Budi Santoso"}
    assert resembles(family, name="Agus Setiawan").score < 90


def test_people_with_one_name_born_on_other_days_are_two():
    assert resembles(nik="", birth_date=dt.date(1975, 2, 3)).score < matching.SHOWN


def test_a_nik_with_one_wrong_digit_speaks_for_one_person():
    found = resembles(nik="3576035708900007")
    assert found.almost_nik
    assert "NIK beda satu angka" in reasons(found)


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("Siti Aminah", "Aminah Siti", 1.0),
        ("Siti Aminah Wulandari", "Siti Aminah", 0.9),
        ("Moh. Arifin", "M. Arifin", 0.9),
        ("Abdul Rahman", "Abdurrahman", 1.0),
        ("Sri Wahyu Ningsih", "Sri Wahyuningsih", 0.95),
    ],
)
def test_order_lost_words_initials_and_blanks_take_little_away(one, other, least):
    assert compare_names(canonical(one), canonical(other), similar) >= least


def test_common_words_alone_say_little():
    one, other = canonical("Siti"), canonical("Siti Rukmini Handayani")
    assert compare_names(one, other, similar) < 0.9


@pytest.mark.parametrize(
    ("other", "how"),
    [
        (DAY, "same"),
        (dt.date(1990, 8, 11), "one_digit"),
        (dt.date(1988, 8, 17), "year_off"),
        (dt.date(1987, 8, 17), "differ"),
        (dt.date(1909, 8, 17), "one_digit"),  # 90 and 09: neighbours exchanged
        (dt.date(1991, 9, 17), "differ"),
        (None, "unknown"),
    ],
)
def test_how_birth_dates_differ(other, how):
    assert compare_dates(DAY, other) == how


@given(DATES, DATES)
def test_dates_compare_alike_from_both_sides(one, other):
    assert compare_dates(one, other) == compare_dates(other, one)


@given(DATES)
def test_the_dates_near_one_are_those_that_are_compared_as_close(day):
    near = dates_near(day)
    assert len(near) < 60
    assert {compare_dates(day, other) for other in near} <= CLOSE
    swapped = [day.replace(month=day.day, day=day.month)] if day.day <= 12 else []
    assert {*swapped} - {day} <= {*near}


@given(DATES, st.integers(-4000, 4000))
def test_no_close_date_of_a_life_is_left_out(day, days):
    other = day + dt.timedelta(days=days)
    assert (other in dates_near(day)) == (compare_dates(day, other) in CLOSE)


@given(WORDS, WORDS)
def test_names_compare_alike_from_both_sides_and_within_bounds(one, other):
    alike = compare_names(one, other, similar)
    assert 0 <= alike <= 1
    if one and len(one) == len(other) == 1:
        assert alike == pytest.approx(compare_names(other, one, similar), abs=0.2)
