"""A row of a list: understood as a whole, or refused with every reason."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.candidate_row import COLUMN_FIELDS, ListRules, read_row
from jamsos_desktop.domain.records import Candidate
from jamsos_desktop.messages import FINDINGS
from jamsos_desktop.services.reference import regions
from tests.factories import TODAY

VILLAGES = {"kranggan": ("35.76.03.1001",), "mlaten": ("1", "2"), "": ()}
GOOD = {
    "nik": "3576035708900001",
    "name": "Siti  Aminah",
    "birth_date": "17-08-1990",
    "sex": "Perempuan",
    "village": "Kranggan",
    "rt": "1",
    "rw": "RW 02",
    "phone": "+62 812 3456 7890",
    "occupation": "Pemulung",
}


def rules():
    return ListRules(
        programme_id="programme",
        today=TODAY,
        known=regions(),
        villages_named=lambda village, _district: VILLAGES.get(village.lower(), ()),
        occupation_of=lambda text: "pemulung" if text == "Pemulung" else "",
    )


def row(**changes):
    return read_row(GOOD | changes, rules())


def codes(read):
    return {finding.code for finding in read.findings}


def test_a_good_row_is_a_candidate():
    read = row()
    assert (read.refused, read.findings) == (False, ())
    assert read.candidate == Candidate(
        programme_id="programme",
        name="Siti Aminah",
        nik="3576035708900001",
        birth_date=dt.date(1990, 8, 17),
        sex="P",
        village="35.76.03.1001",
        rt="001",
        rw="002",
        phone="081234567890",
        occupation="pemulung",
    )


def test_an_occupation_that_the_list_has_not_stays_in_the_offices_words():
    person = row(occupation="Tukang becak wisata").candidate
    assert (person.occupation, person.occupation_text) == ("lainnya", "Tukang becak wisata")


def test_two_things_in_one_cell_are_two_things():
    person = row(birth_date="", birth="Mojokerto, 17-8-1990", rt="", rw="", rt_rw="3/2").candidate
    assert (person.birth_place, person.birth_date) == ("Mojokerto", dt.date(1990, 8, 17))
    assert (person.rt, person.rw) == ("003", "002")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"nik": "3.57603E+15"}, "nik_lost_digits"),
        ({"kk": "3,57603E+15"}, "kk_lost_digits"),
        ({"nik": "357603570890001"}, "nik_length"),
        ({"nik": "3576038108900001"}, "nik_day"),
        ({"nik": "3576035708900000"}, "list_serial_zero"),
        ({"name": ""}, "name_empty"),
        ({"name": "S" * 61}, "list_name_long"),
        ({"birth_date": "kapan-kapan"}, "birth_date_unreadable"),
        ({"birth": "Mojokerto, 31-02-1990", "birth_date": ""}, "birth_date_unreadable"),
        ({"birth_date": "01-01-2030"}, "birth_date_future"),
        ({"sex": "X"}, "sex_unreadable"),
        ({"village": "Entah"}, "village_not_here"),
        ({"village": "Mlaten"}, "village_several"),
        ({"rt": "satu"}, "rt_format"),
        ({"rw": "12345"}, "rw_format"),
        ({"rt_rw": "3"}, "rt_rw_format"),
    ],
)
def test_what_cannot_be_understood_refuses_the_row(changes, code):
    read = row(**changes)
    assert code in codes(read)
    assert read.refused


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"nik": ""}, "candidate_without_nik"),
        ({"nik": "3576035708900001", "sex": "L"}, "list_sex_differs"),
        ({"birth_date": "18-08-1990"}, "list_birth_date_differs"),
        ({"phone": "8.12346E+11"}, "phone_lost_digits"),
        ({"phone": "0321 1"}, "phone_format"),
        ({"kk": "123"}, "kk_length"),
    ],
)
def test_what_is_only_odd_is_told_and_the_row_stays(changes, code):
    read = row(**changes)
    assert codes(read) == {code}
    assert not read.refused


@pytest.mark.parametrize("nothing", ["", "-", "0", "0000000000000000", " – "])
def test_what_stands_for_nothing_is_nothing(nothing):
    read = row(nik=nothing, kk=nothing, phone=nothing, rt="-", sex="-")
    assert codes(read) == {"candidate_without_nik"}
    assert (read.candidate.nik, read.candidate.rt, read.candidate.sex) == ("", "", None)


def test_a_placeholder_in_the_nik_is_told():
    assert "nik_pattern" in codes(row(nik="3535353535353535"))


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(COLUMN_FIELDS, st.text(max_size=20))))
def test_no_row_breaks_the_reading_and_every_finding_has_its_sentence(cells):
    read = read_row(cells, rules())
    for finding in read.findings:
        FINDINGS[finding.code].format(**finding.values)
