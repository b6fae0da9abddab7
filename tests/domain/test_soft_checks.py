"""What is possible and seldom right: told, and never in the way."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.domain.enrolment import check
from jamsos_desktop.domain.enrolment_form import EnrolmentForm, read
from jamsos_desktop.domain.soft_checks import check_softly
from jamsos_desktop.messages.findings import FINDINGS
from tests.factories import make_form, make_rules

RULES = make_rules()


def found(rules=RULES, **changes):
    form = make_form(**changes)
    return [(f.code, f.field) for f in check_softly(form, read(form, "", rules), rules)]


def test_a_usual_person_has_nothing_odd():
    assert found(phone="081234098765", income="1500000", work_starts="06", work_ends="14") == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"occupation": "buruh_bangunan", "birth_date": "01-01-1962"}, ["occupation_age"]),
        ({"occupation": "buruh_bangunan", "birth_date": "01-01-1967"}, []),
        ({"occupation": "petani", "birth_date": "01-01-1962"}, []),
        ({"occupation": "sopir_angkot", "birth_date": "01-01-2008"}, ["occupation_age"]),
        ({"occupation": "sopir_angkot", "birth_date": "01-01-2030"}, []),
        ({"phone": "0812-3456-7890"}, ["phone_pattern"]),
        ({"phone": "0812 0000 0000"}, ["phone_pattern"]),
        ({"phone": "0812-3456-7809"}, []),
        ({"phone": "0812"}, []),
        ({"income": "10.000.000"}, []),
        ({"income": "15.000.000"}, ["income_unusual"]),
        ({"work_starts": "07:00", "work_ends": "07:00"}, ["work_hours_none"]),
        ({"work_starts": "07:00", "work_ends": "05:00"}, ["work_hours_long"]),
        ({"work_starts": "22:00", "work_ends": "06:00"}, []),
        ({"work_starts": "04:00", "work_ends": "20:00"}, []),
        ({"work_starts": "04:00"}, []),
        ({"child1_birth_date": "01-01-1985"}, ["child_before_parent"]),
        ({"child2_birth_date": "01-01-2027"}, ["child_not_born"]),
        ({"child2_birth_date": "22-11-2003"}, ["child_too_old"]),
        ({"child2_birth_date": "23-11-2003"}, []),
        ({"child1_birth_date": "01-01-1985", "birth_date": ""}, ["child_too_old"]),
        ({"heir_name": "Siti  AMINAH"}, ["heir_is_self"]),
        ({"heir_name": "Siti Aminah Putri"}, []),
        ({"heir_name": "", "name": ""}, []),
    ],
)
def test_what_is_odd(changes, expected):
    assert [code for code, _field in found(**changes)] == expected


def test_a_child_is_told_of_at_its_own_field():
    assert found(child2_birth_date="01-01-1990") == [
        ("child_before_parent", "child2_birth_date"),
    ]


def test_a_book_without_a_usual_income_asks_nothing():
    book = msgspec.structs.replace(RULES.book, usual_income=0)
    assert found(make_rules(book=book), income="99.000.000") == []


def test_none_of_it_stands_in_the_way_of_saving():
    form = make_form(
        phone="0812 0000 0000",
        income="99.000.000",
        occupation="buruh_bangunan",
        nik="3576035708630001",
        birth_date="17-08-1963",
        work_starts="07:00",
        work_ends="07:00",
        child1_name="Budi",
        child1_birth_date="01-01-1980",
        heir_name="Siti Aminah",
    )
    checked = check(form, RULES)
    assert len(check_softly(form, read(form, "", RULES), RULES)) == 6
    assert checked.standing_in_the_way == ()


_typed = st.one_of(
    st.text(max_size=12),
    st.dates().map(lambda day: f"{day:%d-%m-%Y}"),
    st.integers(0, 10**14).map(str),
    st.times().map(lambda time: f"{time:%H:%M}"),
)
_FIELDS = ("birth_date", "phone", "income", "work_starts", "work_ends", "child1_birth_date", "name")


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries({}, optional=dict.fromkeys((*_FIELDS, "heir_name"), _typed)))
def test_whatever_was_typed_it_has_words_and_refuses_nothing(typed):
    form = EnrolmentForm(**typed, occupation="buruh_bangunan")
    for finding in check_softly(form, read(form, "", RULES), RULES):
        assert finding.level in ("warning", "info")
        assert not finding.overridable
        assert not finding.waits
        assert FINDINGS[finding.code].format(**finding.values)
