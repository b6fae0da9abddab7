"""From typed text to the participant, back again, and on to the next person."""

import datetime as dt

import pytest
from hypothesis import given

from jamsos_desktop.domain.enrolment_form import form_of, read
from jamsos_desktop.domain.records import Child
from tests.domain.test_enrolment import FORMS
from tests.factories import make_form, make_rules

RULES = make_rules()


def test_typed_text_is_understood():
    person = read(
        make_form(
            nik="3576 0357 0890 0001",
            name="  siti   aminah ",
            birth_date="17081990",
            sex="perempuan",
            rt="1",
            rw=" 12 ",
            phone="+62 812-3456-7890",
            income="Rp1.500.000",
            work_starts="7.30",
            work_ends="1600",
            child1_name="budi",
            child1_birth_date="02-01-2015",
        ),
        "MJK1-00001-A",
        RULES,
    )
    assert person.number == "MJK1-00001-A"
    assert person.nik == "3576035708900001"
    assert person.name.casefold() == "siti aminah"
    assert person.birth_date == dt.date(1990, 8, 17)
    assert (person.sex, person.rt, person.rw) == ("P", "001", "012")
    assert (person.phone, person.income) == ("081234567890", 1_500_000)
    assert (person.work_starts, person.work_ends) == ("07:30", "16:00")
    assert person.children == (Child(name=person.children[0].name, birth_date=dt.date(2015, 1, 2)),)
    assert person.payer == RULES.programme.payer


@pytest.mark.parametrize(
    ("occupation", "sector"),
    [("tukang_ojek", "transportasi"), ("petani", "non_transportasi"), ("", "non_transportasi")],
)
def test_the_sector_follows_the_occupation(occupation, sector):
    assert read(make_form(occupation=occupation), "N", RULES).sector == sector


@given(FORMS)
def test_the_form_of_a_record_gives_the_record_again(form):
    person = read(form, "MJK1-00001-A", RULES)
    assert read(form_of(person), person.number, RULES) == person
