"""Birth dates that cannot be, and birthdays in the first months of cover."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.eligibility import check_birth_date, near_birthday
from jamsos_desktop.messages import finding_text

TODAY = dt.date(2025, 11, 12)


@pytest.mark.parametrize(
    ("birth_date", "code"),
    [
        (dt.date(1899, 12, 31), "birth_date_too_old"),
        (dt.date(1900, 1, 1), ""),
        (TODAY, ""),
        (dt.date(2025, 11, 13), "birth_date_future"),
    ],
)
def test_a_birth_date_that_cannot_be(birth_date, code):
    findings = check_birth_date(birth_date, TODAY)
    assert [finding.code for finding in findings] == [code][: bool(code)]
    assert all(finding_text(finding) for finding in findings)


@pytest.mark.parametrize(
    ("birth_date", "birthday"),
    [
        (dt.date(1960, 11, 1), None),  # 65 on the first day of cover
        (dt.date(1960, 11, 2), dt.date(2025, 11, 2)),
        (dt.date(1961, 5, 1), dt.date(2026, 5, 1)),
        (dt.date(1961, 5, 2), None),
    ],
)
def test_a_birthday_in_the_first_six_months(birth_date, birthday):
    assert near_birthday(birth_date, "2025-11", 65, 6) == birthday


def test_a_leap_day_64_years_ago():
    assert near_birthday(dt.date(1960, 2, 29), "2025-02", 65, 6) == dt.date(2025, 3, 1)


@given(st.dates(dt.date(1900, 1, 1), TODAY), st.text(max_size=8), st.integers(1, 120))
def test_what_is_no_month_has_no_birthdays(birth_date, month, age):
    assert near_birthday(birth_date, month, age, 6) is None or month[4] == "-"
