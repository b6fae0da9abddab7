"""Days, months and the meaning of two digits of a year."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.dates import (
    add_months,
    age_on,
    birth_years,
    first_day,
    likely_birth_year,
    short_date,
)

TODAY = dt.date(2026, 11, 12)


@pytest.mark.parametrize(
    ("digits", "years", "likely"),
    [
        (61, (1961,), 1961),
        (99, (1999,), 1999),
        (0, (1900, 2000), 2000),
        (11, (1911, 2011), 2011),
        (12, (1912, 2012), None),
        (26, (1926, 2026), None),
        (27, (1927,), 1927),
        (60, (1960,), 1960),
    ],
)
def test_two_digits_of_a_birth_year(digits, years, likely):
    assert birth_years(digits, TODAY) == years
    assert likely_birth_year(digits, TODAY) == likely


@given(st.dates(dt.date(1990, 1, 1), dt.date(2098, 12, 31)), st.integers(15, 64))
def test_every_working_age_has_one_reading(today, age):
    assert likely_birth_year((today.year - age) % 100, today) == today.year - age


def test_who_is_born_on_29_february_waits_for_1_march():
    born = dt.date(2004, 2, 29)
    assert age_on(born, dt.date(2022, 2, 28)) == 17
    assert age_on(born, dt.date(2022, 3, 1)) == 18
    assert age_on(born, dt.date(2024, 2, 29)) == 20


def test_months_as_text():
    assert first_day("2025-11") == dt.date(2025, 11, 1)
    assert [first_day(text) for text in ("2025-13", "2025-00", "0000-01", "2025-1", "")] == [
        None
    ] * 5
    assert add_months("2025-11", 2) == "2026-01"
    assert add_months("2026-01", -1) == "2025-12"
    with pytest.raises(ValueError, match="not a month"):
        add_months("November", 1)


def test_a_short_date():
    assert short_date(dt.date(1990, 8, 7)) == "07-08-1990"
