"""Who of the list stands at the desk: by the NIK, or else by the name, never who is registered."""

import msgspec
import pytest

from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.services import plan
from jamsos_desktop.services.expected import MOST_OFFERED, find_expected, start_with_candidate
from jamsos_desktop.services.reference import rules_of
from tests.factories import enrol_one, event_of, expect, make_candidate


@pytest.fixture
def rules(office):
    return rules_of(office, event_of(office))


@pytest.fixture
def people(office, rules):
    """Siti Aminah 0 to 5 of one neighbourhood, and one of the same name in another programme."""
    here = [make_candidate(n, programme_id=rules.programme_id, rt=f"{n:03d}") for n in range(6)]
    return expect(office, *here, make_candidate(7, programme_id="lain"))


def look(office, rules, **typed):
    return find_expected(office, EnrolmentForm(**typed), rules)


def names(offered):
    return [one.candidate.name for one in offered.people]


def test_a_nik_finds_one_however_it_is_typed(office, rules, people):
    (one,) = look(office, rules, nik="3576 0357 0890 0002", name="lain").people
    assert (one.record_id, one.by_nik, one.other_nik) == (people[1], True, False)


def test_a_name_finds_several_those_of_the_neighbourhood_first_and_says_that_there_are_more(
    office, rules, people
):
    found = look(office, rules, name="sit am", village="35.76.03.1001", rt="4", rw="2")
    assert len(found.people) == MOST_OFFERED
    assert found.more
    assert names(found)[0] == "Siti Aminah 4"


def test_who_has_another_nik_is_marked_and_comes_last(office, rules, people):
    expect(office, make_candidate(9, programme_id=rules.programme_id, nik="", name="Siti Aminah X"))
    found = look(office, rules, nik="3576035708909999", name="siti aminah")
    assert names(found)[0] == "Siti Aminah X"
    assert [one.other_nik for one in found.people] == [False, True, True, True]


@pytest.mark.parametrize("typed", [{}, {"name": "si"}, {"nik": "3576"}, {"nik": "9" * 16}])
def test_too_little_finds_nobody(office, rules, people, typed):
    expect(office, make_candidate(8, programme_id=rules.programme_id, nik="9" * 16))
    assert look(office, rules, **typed).people == ()


def test_who_is_registered_is_not_offered_again(office, rules, people, refused):
    enrol_one(office, candidate_id=people[1])
    assert look(office, rules, nik="3576035708900002").people == ()
    event_id = rules.event_id
    refused("candidate_registered", start_with_candidate, office, people[1], event_id)


def test_a_form_begins_with_everything_that_is_known(office, rules, people, refused):
    start = start_with_candidate(office, people[2], rules.event_id)
    assert (start.origin, start.candidate_id, start.title) == ("", people[2], "Siti Aminah 2")
    assert start.known["birth_date"] == "17-08-1990"
    assert EnrolmentForm(**start.known).rt == "002"
    refused("candidate_unknown", start_with_candidate, office, "nobody", rules.event_id)
    refused("event_unknown", start_with_candidate, office, people[2], "never")


def test_another_programmes_event_asks_for_its_own_candidates(office, rules, people):
    programme_id = plan.programmes(office)[0][0]
    other = msgspec.structs.replace(rules, programme_id="lain")
    assert rules.programme_id == programme_id
    assert names(look(office, other, name="siti")) == ["Siti Aminah 7"]
