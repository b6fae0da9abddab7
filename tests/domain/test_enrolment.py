"""From the typed form to the participant: the rules of form, list and command line."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.enrolment import check, with_others
from jamsos_desktop.domain.enrolment_form import FIELDS, EnrolmentForm
from jamsos_desktop.domain.finding import Finding
from tests.factories import make_form, make_rules

RULES = make_rules()


def codes(form, rules=RULES):
    return [finding.code for finding in check(form, rules).standing_in_the_way]


def test_a_proper_form_has_nothing_in_its_way():
    checked = check(make_form(), RULES)
    assert checked.standing_in_the_way == ()
    assert checked.cost is not None
    assert checked.cost.total == 3 * 16_800  # the government pays: no discount
    assert checked.age == 36


def test_an_empty_form_names_what_is_missing():
    assert codes(EnrolmentForm()) == [
        "nik_empty",
        "name_empty",
        "sex_empty",
        "birth_date_empty",
        "village_empty",
        "rt_empty",
        "rw_empty",
        "occupation_empty",
        "coverage_start_invalid",
        "coverage_months_invalid",
        "consent_missing",
    ]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"nik": "357603570890000"}, "nik_length"),
        ({"name": ""}, "name_empty"),
        ({"birth_date": "31-02-1990"}, "birth_date_unreadable"),
        ({"birth_date": "01-01-1950"}, "age_over"),
        ({"birth_date": "01-01-2012"}, "age_under"),
        ({"sex": "x"}, "sex_empty"),
        ({"village": "35.76.03"}, "village_unknown"),
        ({"village": "99.99.99.1001"}, "village_unknown"),
        ({"rt": "satu"}, "rt_format"),
        ({"rw": "1234"}, "rw_format"),
        ({"occupation": "raja"}, "occupation_unknown"),
        ({"occupation": "lainnya"}, "occupation_text_empty"),
        ({"coverage_start": "2026-13"}, "coverage_start_invalid"),
        ({"coverage_months": "0"}, "coverage_months_invalid"),
        ({"coverage_months": "13"}, "coverage_months_invalid"),
        ({"coverage_months": "tiga"}, "coverage_months_invalid"),
        ({"coverage_months": "9" * 5000}, "coverage_months_invalid"),
        ({"child1_birth_date": "02-01-2015"}, "child_name_empty"),
    ],
)
def test_what_stands_in_the_way(changes, code):
    assert code in codes(make_form(**changes))


def test_a_reason_sets_aside_what_may_be_set_aside():
    young = make_form(birth_date="01-01-2012", reasons={"age_under": "  "})
    assert "age_under" in codes(young)
    assert "age_under" not in codes(
        msgspec.structs.replace(young, reasons={"age_under": "surat RT"})
    )


def test_a_reason_does_not_set_aside_a_plain_error():
    assert "age_over" in codes(make_form(birth_date="01-01-1950", reasons={"age_over": "kasihan"}))


def test_findings_of_others_are_added():
    form = make_form()
    found = Finding(
        level="warning", code="nik_already_enrolled", field="nik", values={}, overridable=True
    )
    checked = with_others(check(form, RULES), [found])
    assert checked.standing_in_the_way == (found,)
    with_reason = msgspec.structs.replace(form, reasons={"nik_already_enrolled": "kembar"})
    assert with_others(check(with_reason, RULES), [found]).standing_in_the_way == ()
    assert with_others(check(form, RULES), []) == check(form, RULES)
    assert with_others(checked, []) == check(form, RULES)


_texts = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["3576035708900001", "17-08-1990", "P", "001", "35.76.03.1001", "2026-11", "3", "²", "٣"]
    ),
)
FORMS = st.builds(
    EnrolmentForm,
    **dict.fromkeys(FIELDS, _texts),
    reasons=st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2),
)


@given(FORMS)
def test_checking_never_fails_whatever_was_typed(form):
    checked = check(form, RULES)
    for finding in checked.standing_in_the_way:
        assert finding in checked.findings


@pytest.mark.parametrize("name", ["nik", "name", "birth_date", "village", "rt"])
def test_not_knowing_is_no_answer_to_who_somebody_is(name):
    checked = check(make_form(**{name: "tidak tahu"}), RULES)
    standing = {(f.field, f.code) for f in checked.standing_in_the_way}
    assert (name, "unknown_is_no_answer") in standing


def test_what_is_demanded_may_be_answered_with_not_knowing():
    book = msgspec.structs.replace(RULES.book, required=("kk", "income"))
    rules = msgspec.structs.replace(RULES, book=book)
    assert {f.field for f in check(make_form(), rules).standing_in_the_way} == {"kk", "income"}
    told = make_form(unknown=("kk",), income="sampai_1_juta")
    assert check(told, rules).standing_in_the_way == ()
    strict = msgspec.structs.replace(rules, book=msgspec.structs.replace(book, may_be_unknown=()))
    assert {f.field for f in check(told, strict).standing_in_the_way} == {"kk"}
