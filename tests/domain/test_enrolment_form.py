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


def test_not_knowing_is_an_answer_only_where_it_may_be_one():
    form = make_form(kk="tidak tahu", phone="TIDAK  punya", heir_name="", unknown=("heir_name",))
    person = read(form, "N", RULES)
    assert person.unknown == ("kk", "phone", "heir_name")
    assert (person.kk, person.phone) == ("", "")
    assert read(make_form(heir_name="Ani", unknown=("heir_name",)), "N", RULES).unknown == ()
    assert read(make_form(unknown=("nik", "name")), "N", RULES).unknown == ()


def test_an_income_is_an_amount_or_a_band():
    band = read(make_form(income="sampai_2_juta"), "N", RULES)
    assert (band.income, band.income_band) == (None, "sampai_2_juta")
    assert form_of(band).income == "sampai_2_juta"
    words = make_form(income="Rp500.000 sampai di bawah Rp1.000.000")
    assert read(words, "N", RULES).income_band == "sampai_1_juta"
    amount = read(make_form(income="1500000"), "N", RULES)
    assert (amount.income, amount.income_band) == (1_500_000, "")
