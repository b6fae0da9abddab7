"""Practice has invented people, and only practice has."""

import msgspec
import pytest

from jamsos_desktop.services import set_up
from jamsos_desktop.services.enrol import check_form
from jamsos_desktop.services.practice import invented_form, next_candidate, villages_within
from jamsos_desktop.services.reference import rules_of
from tests.factories import FixedClock, event_of


@pytest.fixture
def practice(data_dir):
    desk = set_up.start_practice(data_dir, FixedClock())
    yield desk
    desk.close()


def test_candidates_may_be_enrolled_once_they_agree_and_none_comes_twice(practice):
    rules = rules_of(practice, event_of(practice))
    forms = [next_candidate(practice, rules) for _ in range(20)]
    assert len({form.nik for form in forms}) == 20
    for form in forms:
        (asked,) = check_form(practice, form, rules).standing_in_the_way
        assert asked.code == "consent_missing"  # the cadre practises asking


def test_candidates_go_on_after_a_restart(practice, data_dir):
    rules = rules_of(practice, event_of(practice))
    first = next_candidate(practice, rules)
    practice.close()
    again = set_up.start_practice(data_dir, FixedClock())
    second = msgspec.structs.replace(invented_form(1, rules), consent=None)
    assert next_candidate(again, rules) == second != first
    again.close()


def test_where_people_are_real_nobody_is_invented(office, refused):
    refused("practice_only", next_candidate, office, rules_of(office, event_of(office)))


def test_villages_are_those_of_the_region_at_any_level():
    assert len(villages_within("35.76")) == 18
    assert villages_within("35.76.03.1001") == ["35.76.03.1001"]
    assert set(villages_within("35.76.03")) < set(villages_within("35.76"))
