"""What was decided at the desks is found again much later, and taken back."""

import pytest

from jamsos_desktop.services.conflict_desk import look_at_conflict, open_conflicts, settle
from jamsos_desktop.services.decide import decide
from jamsos_desktop.services.decided import list_decided, take_back_decision
from jamsos_desktop.services.duplicate_desk import (
    different_people,
    heads_of,
    same_person,
    send_back,
)
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import rebuild_projections
from jamsos_desktop.storage.answered import standing_answers
from tests.factories import enrol_one
from tests.services.test_conflict_desk import mend as correct_at
from tests.services.test_duplicate_desk import mend, questions

AGAIN = {"nik_already_enrolled": "belum membawa kartu"}


@pytest.fixture
def three(office):
    """One person, registered three times at the office."""
    made = [enrol_one(office, 0, name="Siti Aminah", phone="").record_id]
    for number in (1, 2):
        phone = f"08123456789{number}"
        made.append(enrol_one(office, 0, name="St. Amina", phone=phone, reasons=AGAIN).record_id)
    assert questions(office) == [set(made)]
    return made


@pytest.fixture
def disputed(office, station, stick):
    """Somebody whose name the station and the office corrected, each in its own way."""
    person = enrol_one(station, 7, name="Rukmini").record_id
    import_bundle(office, export_bundle(station, stick).path)
    correct_at(station, person, "KTP", name="Rukminah")
    correct_at(office, person, "daftar", name="Rukmi")
    import_bundle(office, export_bundle(station, stick).path)
    assert open_conflicts(office) == [person]
    return person


def settle_first(office, person):
    seen = look_at_conflict(office, person)
    return settle(office, seen, {"name": seen.conflicts[0].values[0].value}, {}, "KTP dilihat")


def test_an_office_that_decided_nothing_has_nothing_to_list(office, three, disputed):
    decide(office, three[0], "diterima")
    assert list_decided(office) == []


def test_each_answer_says_who_what_when_and_by_whom(office, three, disputed):
    one, other, third = three
    seen = heads_of(office, three)
    same_person(office, one, [other], seen, others=[third], reason="dilihat KTP")
    settle_first(office, disputed)
    conflict, same = sorted(list_decided(office), key=lambda decision: decision.kind)
    assert (same.kind, conflict.kind) == ("same", "conflict")
    assert list(same.people) == [one, *sorted((other, third))]
    assert same.people[one].name == "Siti Aminah"
    assert (same.officer, same.reason) == ("Admin Kantor", "dilihat KTP")
    assert (conflict.fields, list(conflict.people)) == (("name",), [disputed])
    assert conflict.reason == "KTP dilihat"
    rebuild_projections(office)
    assert {one.key for one in list_decided(office)} == {same.key, conflict.key}


@pytest.mark.parametrize("answer", ["same", "apart", "back"])
def test_what_was_answered_about_a_group_is_taken_back_at_once(office, three, answer):
    one, other, third = three
    seen = heads_of(office, three)
    if answer == "same":
        same_person(office, one, [other, third], seen, reason="sama")
    elif answer == "apart":
        different_people(office, three, seen, "keluarga")
    else:
        send_back(office, one, [other, third], seen, fields=["nik"], reason="periksa")
    [decision] = list_decided(office)
    assert (decision.kind, set(decision.people)) == (answer, set(three))
    take_back_decision(office, decision, "keliru")
    assert list_decided(office) == []
    assert set().union(*questions(office)) == set(three)
    assert {look_at(office, i).standing for i in three} == {"menunggu"}


def test_two_answers_about_the_same_people_are_two(office, three):
    one, other, third = three
    first = heads_of(office, [one, other])
    different_people(office, [one, other], first, "kembar")
    office.clock.go(seconds=1)
    different_people(office, [one, third], heads_of(office, [one, third]), "kembar")
    assert [set(decision.people) for decision in list_decided(office)] == [
        {one, third},
        {one, other},
    ]


def test_what_was_taken_over_is_set_back_unless_somebody_set_it_since(office, three):
    one, other, third = three
    taken = {"phone": other}
    same_person(office, one, [other, third], heads_of(office, three), taken=taken, reason="sama")
    [decision] = list_decided(office)
    assert look_at(office, one).body.phone == "081234567891"
    take_back_decision(office, decision, "keliru")
    assert look_at(office, one).body.phone == ""
    same_person(office, one, [other, third], heads_of(office, three), taken=taken, reason="sama")
    mend(office, one, phone="085712345678")
    [decision] = list_decided(office)
    take_back_decision(office, decision, "keliru")
    assert look_at(office, one).body.phone == "085712345678"


def test_what_a_station_has_answered_is_no_decision_any_more(office, three):
    one, other, third = three
    send_back(office, one, [other, third], heads_of(office, three), fields=["nik"], reason="lihat")
    mend(office, one, rt="9")
    assert list_decided(office) == []


def test_a_conflict_is_asked_again_and_again(office, disputed):
    before = look_at_conflict(office, disputed).conflicts
    for _turn in range(3):
        settled = settle_first(office, disputed)
        [decision] = list_decided(office)
        assert decision.made == settled
        seen = look_at_conflict(office, disputed, settled.revision)
        assert seen.conflicts == before
        assert seen.decided["name"] == before[0].values[0].value
        take_back_decision(office, decision, "keliru")
        assert open_conflicts(office) == [disputed]
        assert look_at_conflict(office, disputed).conflicts == before
        assert list_decided(office) == []


def test_a_conflict_that_was_corrected_since_is_listed_and_stays(office, disputed, refused):
    settled = settle_first(office, disputed)
    mend(office, disputed, rt="9")
    [decision] = list_decided(office)
    assert (decision.since, decision.made) == (True, settled)
    refused("record_changed", take_back_decision, office, decision, "keliru")


def test_only_the_office_takes_back_and_says_why(office, station, three, refused):
    different_people(office, three, heads_of(office, three), "keluarga")
    [decision] = list_decided(office)
    refused("reason_missing", take_back_decision, office, decision, " ")
    refused("office_only", take_back_decision, station, decision, "x")


def test_a_verdict_that_is_no_answer_of_a_desk_is_not_listed(office, three):
    one, other, _third = three
    decide(office, other, "duplikat", "sama", kept_id=one)
    assert len(list_decided(office)) == 1
    decide(office, other, "diterima")
    with office.database.reading() as connection:
        assert standing_answers(connection) == []
    assert list_decided(office) == []
