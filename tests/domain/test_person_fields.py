"""What people type, and what the program understands."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.dates import short_date
from jamsos_desktop.domain.person_fields import (
    check_name,
    check_phone,
    group_phone,
    group_rupiah,
    long_date,
    normalise_name,
    normalise_phone,
    parse_answer,
    parse_date,
    parse_rupiah,
    parse_sex,
)
from jamsos_desktop.messages import finding_text

TODAY = dt.date(2026, 11, 12)
BORN = dt.date(1990, 8, 17)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("17081990", BORN),
        ("170890", BORN),
        ("17-8-1990", BORN),
        ("17-08-1990", BORN),
        ("17/8/90", BORN),
        ("17.8.1990", BORN),
        (" 17  8 1990 ", BORN),
        ("1990-08-17", BORN),
        ("1990/8/17", BORN),
        ("17-8-05", dt.date(2005, 8, 17)),
        ("17-8-15", None),
        ("17-8-2015", dt.date(2015, 8, 17)),
        ("29-2-1990", None),
        ("31-4-1990", None),
        ("17-13-1990", None),
        ("0-1-1990", None),
        ("01010000", None),
        ("1708", None),
        ("", None),
        ("kemarin", None),
        ("١٧-٠٨-١٩٩٠", None),
    ],
)
def test_dates_as_people_type_them(typed, day):
    assert parse_date(typed, TODAY) == day


@given(st.dates(dt.date(1000, 1, 1)))
def test_a_date_is_read_back_from_every_form(day):
    for form in ("%d%m%Y", "%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d"):
        assert parse_date(day.strftime(form), TODAY) == day
    assert parse_date(short_date(day), TODAY) == day


def test_a_long_date():
    assert long_date(dt.date(2025, 11, 12)) == "Rabu, 12 November 2025"
    assert long_date(dt.date(2026, 2, 1)) == "Minggu, 1 Februari 2026"


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1000000", 1_000_000),
        ("Rp1.000.000", 1_000_000),
        ("rp 1.000.000,00", 1_000_000),
        ("Rp. 1.000.000,-", 1_000_000),
        ("1,000,000", 1_000_000),
        ("0", 0),
        ("1.000", 1_000),
        ("1,000.000", None),
        ("1.00", None),
        ("1,5 juta", None),
        ("-5", None),
        ("", None),
        ("Rp", None),
        ("9" * 5000, None),
    ],
)
def test_amounts_as_people_type_them(typed, amount):
    assert parse_rupiah(typed) == amount


@given(st.integers(0, 999_999_999_999))
def test_an_amount_is_read_back(amount):
    assert parse_rupiah(group_rupiah(amount)) == amount


def test_amounts_are_grouped():
    assert group_rupiah(1_210_003_200) == "Rp1.210.003.200"
    assert group_rupiah(-16_800) == "-Rp16.800"


@pytest.mark.parametrize(
    "typed",
    ["081234567890", "+62 812-3456-7890", "6281234567890", "+62 (0)812 3456 7890", "81234567890"],
)
def test_every_way_to_write_a_phone_number(typed):
    assert normalise_phone(typed) == "081234567890"
    assert group_phone(normalise_phone(typed)) == "0812-3456-7890"
    assert check_phone(normalise_phone(typed)) == []


def test_other_phone_numbers_are_kept_and_questioned():
    assert normalise_phone(" tidak ada ") == "tidak ada"
    assert group_phone("tidak ada") == "tidak ada"
    assert normalise_phone("+60123456789") == "+60123456789"
    for phone in ("tidak ada", "0321-123456", "0812", "+60123456789"):
        (finding,) = check_phone(phone)
        assert finding.level == "warning"
        assert finding_text(finding)
    assert check_phone("") == []


@given(st.text(alphabet="0123456789", min_size=8, max_size=11).map("08".__add__))
def test_a_phone_number_survives_grouping(phone):
    assert normalise_phone(group_phone(phone)) == phone
    assert normalise_phone("+62" + phone[1:]) == phone


@pytest.mark.parametrize(
    "name", ["SUTRISNO", "Siti Nur'aini", "M. Ridwan", "Ma’ruf", "Anak Agung", "Zoë"]
)
def test_usual_names_are_let_through(name):
    assert check_name(name) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", [("error", "name_empty")]),
        ("A" * 60, []),
        ("A" * 61, [("error", "name_long")]),
        ("Budi 2", [("warning", "name_characters")]),
        ("Budi; Ani", [("warning", "name_characters")]),
    ],
)
def test_odd_names_are_questioned(name, expected):
    findings = check_name(name, field="mother_name")
    assert [(finding.level, finding.code) for finding in findings] == expected
    assert all(f.field == "mother_name" and finding_text(f) for f in findings)


def test_names_lose_their_extra_blanks():
    assert normalise_name("  Siti \t Nur'aini\n") == "Siti Nur'aini"


@pytest.mark.parametrize(
    ("typed", "sex"),
    [
        ("L", "L"),
        ("laki-laki", "L"),
        ("Laki - Laki", "L"),
        ("PRIA", "L"),
        ("p", "P"),
        ("Perempuan", "P"),
        ("wanita", "P"),
        ("", None),
        ("x", None),
    ],
)
def test_sex_as_people_write_it(typed, sex):
    assert parse_sex(typed) == sex


@given(st.text(max_size=40) | st.text(alphabet="0123456789 .,-/+Rp", max_size=24))
def test_no_text_breaks_a_parser(text):
    parse_date(text, TODAY)
    parse_rupiah(text)
    parse_sex(text)
    check_phone(normalise_phone(text))
    group_phone(text)
    name = normalise_name(text)
    assert normalise_name(name) == name
    for finding in check_name(name):
        assert finding_text(finding)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        *(("ya", "ya"), (" YA ", "ya"), ("Tidak", "tidak"), ("tidak_tahu", "tidak_tahu")),
        *(("Tidak  tahu", "tidak_tahu"), ("mungkin", ""), ("", "")),
    ],
)
def test_an_answer_is_understood(typed, answer):
    assert parse_answer(typed) == answer
