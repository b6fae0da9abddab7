"""A candidate fills what is empty, and nothing that somebody typed."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.enrolment_form import FIELDS, EnrolmentForm
from jamsos_desktop.domain.expected import begins, fill, other_nik, texts_of
from tests.factories import make_candidate

PERSON = make_candidate(
    name="Siti Aminah",
    kk="3576031203100004",
    sex="P",
    phone="081234567890",
    occupation_text="penjual jamu",
    mother_name="Sumiati",
)


def test_everything_that_the_office_knows_goes_into_an_empty_form():
    filled = fill(EnrolmentForm(), PERSON, ())
    assert filled.kept == ()
    assert filled.values == {
        "name": "Siti Aminah",
        "nik": "3576035708900001",
        "kk": "3576031203100004",
        "birth_date": "17-08-1990",
        "sex": "P",
        "mother_name": "Sumiati",
        "rt": "001",
        "rw": "002",
        "village": "35.76.03.1001",
        "phone": "081234567890",
        "occupation": "lainnya",
        "occupation_text": "penjual jamu",
    }


def test_what_was_typed_stays_and_is_named_where_the_list_says_otherwise():
    form = EnrolmentForm(name="sit am", rt="1", mother_name="Rukmini", phone="0812-3456-7890")
    filled = fill(form, PERSON, ())
    assert filled.values["name"] == "Siti Aminah"
    assert filled.kept == ("mother_name",)
    assert not {"rt", "mother_name", "phone"} & set(filled.values)


def test_what_came_from_the_form_before_gives_way():
    form = EnrolmentForm(village="35.76.02.1003", rt="009")
    filled = fill(form, PERSON, {"village", "rt"})
    assert (filled.values["village"], filled.values["rt"], filled.kept) == (
        "35.76.03.1001",
        "001",
        (),
    )


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)


@given(
    st.dictionaries(st.sampled_from(FIELDS), texts),
    st.sets(st.sampled_from(FIELDS)),
    st.dictionaries(st.sampled_from(("name", "nik", "kk", "rt", "address", "note")), texts),
    st.one_of(st.none(), st.dates(dt.date(1900, 1, 1), dt.date(2020, 1, 1))),
)
def test_nothing_typed_is_ever_overwritten(typed, not_typed, known, born):
    form = EnrolmentForm(**typed)
    person = make_candidate(**({"name": "Siti"} | known), birth_date=born)
    filled = fill(form, person, not_typed)
    for name in filled.values:
        before = getattr(form, name).strip()
        by_name = name == "name" and begins(before, person.name)
        assert not before or name in not_typed or by_name
    assert not set(filled.kept) & set(filled.values)
    after = msgspec.structs.replace(form, **filled.values)
    assert all(
        getattr(after, name) == text
        for name, text in texts_of(person).items()
        if name in filled.values
    )


@pytest.mark.parametrize(
    ("typed", "begun"),
    [("sit am", True), ("aminah", True), ("", True), ("am sit", False), ("budi", False)],
)
def test_a_name_is_begun_word_by_word(typed, begun):
    assert begins(typed, "Siti Aminah") is begun


def test_another_nik_is_another_only_where_it_is_whole():
    assert other_nik(EnrolmentForm(nik="3576 0357 0890 0002"), PERSON)
    assert not other_nik(EnrolmentForm(nik="3576 0357 0890 0001"), PERSON)
    assert not other_nik(EnrolmentForm(nik="3576 0357"), PERSON)
    assert not other_nik(EnrolmentForm(nik="3576035708900002"), make_candidate(nik=""))
