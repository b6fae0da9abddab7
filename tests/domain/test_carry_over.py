"""What the next form takes over: what a queue or a family shares, and nothing of the person."""

import msgspec
import pytest
from hypothesis import given

from jamsos_desktop.domain.carry_over import (
    CARRIED,
    FAMILY,
    family_form,
    next_form,
    without_oneself,
)
from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from tests.domain.test_enrolment import FORMS
from tests.factories import TODAY, make_form, make_rules

RULES = make_rules()
EMPTY = next_form(None, RULES)
PERSONAL = {
    *("nik", "name", "birth_place", "birth_date", "sex", "mother_name", "phone", "email"),
    *("second_occupation", "workplace", "work_starts", "work_ends", "income", "heir_relation"),
    *("training", "mentoring", "micro_finance", "note", "pkh", "civil_servant"),
    *("already_insured", "correction", "duplicates", "explained", "consent", "photo"),
    *("candidate_id", "unknown", "reasons", "reason_by"),
}


@given(FORMS)
def test_a_queue_never_carries_a_personal_field(previous):
    following = next_form(previous, RULES)
    for name in EnrolmentForm.__struct_fields__:
        source = previous if name in CARRIED else EMPTY
        assert getattr(following, name) == getattr(source, name), name
    assert not PERSONAL & {*CARRIED}
    assert not {"kk", "address", "ktp_village", "heir_name", "child1_name"} & {*CARRIED}


@given(FORMS)
def test_a_family_shares_its_card_and_home_and_nothing_personal(previous):
    following = family_form(previous, RULES)
    shared = {*FAMILY, "coverage_start", "coverage_months"}
    for name in EnrolmentForm.__struct_fields__:
        source = previous if name in shared else EMPTY
        assert getattr(following, name) == getattr(source, name), name
    assert not PERSONAL & shared


def test_every_field_is_shared_or_personal():
    assert {*CARRIED, *FAMILY} | PERSONAL == {*EnrolmentForm.__struct_fields__}


def test_the_first_form_takes_the_cover_from_the_programme():
    assert EMPTY.coverage_start == RULES.programme.coverage_start
    assert EMPTY.coverage_months == str(RULES.programme.coverage_months)
    loose = msgspec.structs.replace(RULES.programme, coverage_start="")
    rules = msgspec.structs.replace(RULES, programme=loose)
    assert next_form(None, rules).coverage_start == f"{TODAY:%Y-%m}"


@pytest.mark.parametrize("name", ["Budi Santoso", " budi  SANTOSO "])
def test_nobody_is_their_own_heir_or_child(name):
    form = make_form(
        name=name,
        heir_name="Budi Santoso",
        child1_name="Ani",
        child2_name="Budi Santoso",
        child2_birth_date="01-02-2010",
    )
    gone = {"heir_name": "", "child2_name": "", "child2_birth_date": ""}
    assert without_oneself(form, FAMILY) == gone
    assert without_oneself(form, ()) == {}  # typed: their word
    assert without_oneself(msgspec.structs.replace(form, name=""), FAMILY) == {}
