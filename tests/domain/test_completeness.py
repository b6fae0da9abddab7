"""What is missing of a record, and what may be mended after it was saved."""

import pytest

from jamsos_desktop.domain.completeness import (
    can_wait,
    is_complete,
    may_be_saved_incomplete,
    missing_fields,
    only_demanded,
)
from jamsos_desktop.domain.enrolment import check
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.services.reference import shipped
from tests.factories import make_form, make_participant, make_rules


def error(code, field, **more):
    return Finding(level="error", code=code, field=field, **more)


def test_missing_is_what_was_demanded_and_is_empty():
    person = make_participant(required=("nik", "kk", "phone"), phone="081234567890")
    assert missing_fields(person) == ("kk",)
    assert not is_complete(person)
    assert is_complete(make_participant(required=("nik", "name")))


def test_an_occupation_of_their_own_wants_their_own_words():
    assert missing_fields(make_participant(required=("occupation",), occupation="lainnya")) == (
        "occupation_text",
    )
    said = make_participant(
        required=("occupation",), occupation="lainnya", occupation_text="dalang"
    )
    assert is_complete(said)


def test_what_waits_for_a_coordinator_is_not_complete():
    assert not is_complete(make_participant(pending=("age_under",)))


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (error("rt_empty", "rt"), True),
        (error("required", "kk"), True),
        (error("age_under", "birth_date", waits=True), True),
        (error("nik_empty", "nik"), False),
        (error("name_empty", "name"), False),
        (error("rt_format", "rt"), False),
        (error("birth_date_unreadable", "birth_date"), False),
        (error("age_over", "birth_date"), False),
    ],
)
def test_what_can_wait(finding, expected):
    assert can_wait(finding) == expected
    assert may_be_saved_incomplete([finding]) == expected


def test_empty_fields_that_nobody_demands_are_no_errors():
    person = make_participant(required=("nik", "name", "phone"))
    findings = [error("rt_empty", "rt"), error("rt_format", "rt")]
    assert [(f.code, f.field) for f in only_demanded(findings, person)] == [
        ("rt_format", "rt"),
        ("required", "phone"),
    ]


def test_the_rule_book_decides_what_is_demanded():
    rules = make_rules(book=shipped().rule_book("pekalongan-2022"))
    form = make_form(occupation="tukang_becak", village="33.75.01.1002")
    missing = {f.field for f in check(form, rules).standing_in_the_way}
    assert missing == {"kk", "pkh", "civil_servant", "already_insured"}
