"""Cells as spreadsheets and people leave them: one reading, or none."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.list_cells import (
    all_rounded,
    lost_digits,
    read_birth,
    read_date,
    read_neighbourhood,
    read_rt_rw,
)

TODAY = dt.date(2026, 11, 22)
BORN = dt.date(1990, 8, 17)


@pytest.mark.parametrize(
    "text",
    [
        *("17-08-1990", "17/8/90", "17081990", "170890", "1990-08-17", "19900817"),
        *("1990-08-17 00:00:00", "17/08/1990 00:00", "1990-08-17T00:00:00.000"),
        *("17 Agustus 1990", "17-Agu-90", "17 agt 1990", "17 August 1990", "17AGUSTUS1990"),
        *("33102", "33102.0", " 17 - 08 - 1990".replace(" - ", "-")),
    ],
)
def test_a_date_is_understood_however_it_stands_there(text):
    assert read_date(text, TODAY) == BORN


@pytest.mark.parametrize(
    "text",
    ["", "-", "08/17/1990", "99999", "17 Foo 1990", "1990", "31-02-1990", "33102.5", "0", "1e9"],
)
def test_what_is_no_date_or_could_be_two_is_none(text):
    assert read_date(text, TODAY) is None


def test_a_zero_that_a_spreadsheet_dropped_comes_back():
    assert read_date("5081990", TODAY) == dt.date(1990, 8, 5)


@given(st.dates(dt.date(1927, 5, 18), TODAY))
def test_excels_count_of_days_is_the_day(day):
    assert read_date(str((day - dt.date(1899, 12, 30)).days), TODAY) == day


@given(st.text(max_size=30))
def test_no_cell_breaks_the_reading(text):
    read_date(text, TODAY)
    read_birth(text, TODAY)
    read_rt_rw(text)
    read_neighbourhood(text)
    lost_digits(text)


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        ("Mojokerto, 17-08-1990", "Mojokerto", BORN),
        ("KAB. MOJOKERTO / 17 Agustus 1990", "KAB. MOJOKERTO", BORN),
        ("Mojokerto 17081990", "Mojokerto", BORN),
        ("17-08-1990", "", BORN),
        ("Mojokerto", "Mojokerto", None),
        ("Mojokerto, 1990", "Mojokerto", None),
    ],
)
def test_place_and_date_may_share_a_cell(text, place, date):
    assert read_birth(text, TODAY) == (place, date)


@pytest.mark.parametrize("text", ["003/002", "3/2", "RT 3 RW 2", "RT.03/RW.02", "rt 03, rw 02"])
def test_rt_and_rw_may_share_a_cell(text):
    assert read_rt_rw(text) == ("003", "002")


@pytest.mark.parametrize("text", ["3", "RT 3", "0032", "", "3/2/1", "RW 2 RT 3"])
def test_what_is_not_both_is_neither(text):
    assert read_rt_rw(text) is None


def test_an_rt_has_three_digits():
    assert [read_neighbourhood(text) for text in ("3", "RT 03", "003", "3.0", "RW.3")] == [
        "003"
    ] * 5
    assert [read_neighbourhood(text) for text in ("", "3b", "1234", "3/2")] == [None] * 4


@pytest.mark.parametrize(
    "text", ["3.57802E+15", "3,57802E+15", "3.57603570890000E+15", "3.6e15", "8.12346E+11"]
)
def test_a_number_that_lost_digits_is_known(text):
    assert lost_digits(text)


@pytest.mark.parametrize("text", ["3576035708900001", "", "Eka", "081234567890", "E15"])
def test_others_lost_nothing(text):
    assert not lost_digits(text)


def test_when_every_nik_ends_in_zero_a_spreadsheet_rounded_them():
    numbers = [f"35760357089000{n}0" for n in range(5)]
    assert all_rounded(numbers)
    assert not all_rounded(numbers[:4])
    assert not all_rounded([*numbers, "3576035708900001"])
