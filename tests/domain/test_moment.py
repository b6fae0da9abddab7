"""Moments in the zone in which they happened."""

import datetime as dt

import pytest

from jamsos_desktop.domain.moment import moment_words, zone_name


@pytest.mark.parametrize(
    ("offset", "name"),
    [
        ("+07:00", "WIB"),
        ("+08:00", "WITA"),
        ("+09:00", "WIT"),
        ("+00:00", "UTC+00:00"),
        ("+07:30", "UTC+07:30"),
        ("-05:00", "UTC-05:00"),
    ],
)
def test_the_zone_is_named_by_its_offset(offset, name):
    moment = dt.datetime.fromisoformat(f"2025-11-12T09:05:00{offset}")
    assert zone_name(moment) == name


def test_a_moment_of_the_journal_is_read_as_it_was_lived():
    assert moment_words("2025-11-12T09:05:11.123+08:00") == "12-11-2025 09:05 WITA"


def test_a_moment_without_a_zone_is_a_mistake():
    with pytest.raises(ValueError, match="without a zone"):
        zone_name(dt.datetime(2025, 11, 12))  # noqa: DTZ001
