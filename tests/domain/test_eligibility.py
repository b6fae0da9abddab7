"""The age on the first day of cover, and what it means."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.dates import age_on
from jamsos_desktop.domain.eligibility import check_age
from jamsos_desktop.messages import finding_text

START = "2025-11"


@pytest.mark.parametrize(
    ("birth_date", "expected"),
    [
        (dt.date(1990, 8, 17), []),
        (dt.date(1960, 11, 1), [("error", "age_over")]),
        (dt.date(1960, 11, 2), [("warning", "age_near_limit")]),
        (dt.date(1961, 5, 1), [("warning", "age_near_limit")]),
        (dt.date(1961, 5, 2), []),
        (dt.date(2007, 11, 1), []),
        (dt.date(2007, 11, 2), [("error", "age_under")]),
        (dt.date(2025, 11, 2), [("error", "birth_date_future")]),
        (dt.date(1899, 12, 31), [("error", "birth_date_too_old")]),
        (dt.date(1900, 1, 1), [("error", "age_over")]),
    ],
)
def test_the_age_is_counted_on_the_first_day_of_cover(birth_date, expected):
    findings = check_age(birth_date, START, 18, 65)
    assert [(finding.level, finding.code) for finding in findings] == expected
    assert all(finding.field == "birth_date" and finding_text(finding) for finding in findings)


def test_only_too_young_can_be_overridden():
    assert check_age(dt.date(2010, 1, 1), START, 18, 65)[0].overridable
    assert not check_age(dt.date(1950, 1, 1), START, 18, 65)[0].overridable


def test_the_programme_sets_the_limits():
    assert check_age(dt.date(2008, 11, 1), START, 17, 65) == []
    assert check_age(dt.date(1964, 1, 1), START, 18, 60)[0].code == "age_over"


def test_the_sentence_names_age_and_limit():
    text = finding_text(check_age(dt.date(1960, 1, 1), START, 18, 65)[0])
    assert "65 tahun" in text
    assert "01-11-2025" in text


def test_a_leap_day_64_years_ago():
    (finding,) = check_age(dt.date(1960, 2, 29), "2025-02", 18, 65)
    assert finding.values["birthday"] == "01-03-2025"
    assert check_age(dt.date(1960, 2, 29), "2025-03", 18, 65)[0].code == "age_over"


def test_without_a_month_only_the_date_is_looked_at():
    today = dt.date(2025, 11, 12)
    assert check_age(dt.date(1940, 1, 1), "", 18, 65, today) == []
    assert check_age(dt.date(2025, 11, 13), "", 18, 65, today)[0].code == "birth_date_future"
    assert check_age(dt.date(2025, 11, 13), "2026-01", 18, 65, today)[0].code == "birth_date_future"


@given(st.dates(dt.date(1900, 1, 1), dt.date(2025, 11, 1)))
def test_age_alone_decides(birth_date):
    age = age_on(birth_date, dt.date(2025, 11, 1))
    levels = [finding.level for finding in check_age(birth_date, START, 18, 65)]
    assert (levels == ["error"]) == (age < 18 or age >= 65)
