"""Finding and looking: masked NIKs, who did what, and a journalled look at the whole number."""

import msgspec
import pytest

from jamsos_desktop.domain.activities import NikRevealed
from jamsos_desktop.domain.journal import ERASED
from jamsos_desktop.services.enrol import correct
from jamsos_desktop.services.find import (
    count_participants,
    find_number,
    find_participants,
    look_at,
    reveal_nik,
)
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal
from tests.factories import Chain, enrol_one, event_of, make_participant


@pytest.fixture
def rules(station):
    return rules_of(station, event_of(station))


def insert(desk, *entries):
    with desk.database.writing() as connection:
        journal.insert(connection, entries)


def test_the_list_shows_no_whole_nik(station, rules):
    enrol_one(station, 0)
    nik = invented_form(0, rules).nik
    (found,) = find_participants(station)
    assert nik not in repr(found)
    assert found.masked_nik == nik[:4] + "•" * 8 + nik[-4:]


def test_a_nik_typed_in_groups_is_found(station, rules):
    enrolled = enrol_one(station, 0)
    enrol_one(station, 1)
    nik = invented_form(0, rules).nik
    for typed in (nik, f" {nik[:4]} {nik[4:8]} {nik[8:12]} {nik[12:]} ", f"{nik[:6]}.{nik[6:]}"):
        assert [found.number for found in find_participants(station, typed)] == [enrolled.number]
    assert [f.number for f in find_participants(station, enrolled.number)] == [enrolled.number]


def test_people_are_counted_in_all_and_at_an_event(station):
    for number in range(3):
        enrol_one(station, number)
    assert count_participants(station) == count_participants(station, event_of(station)) == 3
    assert count_participants(station, "another") == 0
    assert len(find_participants(station, limit=2)) == 2


def test_a_persons_page_has_no_whole_nik_anywhere(station, rules):
    enrolled = enrol_one(station, 0)
    form = invented_form(0, rules)
    correct(station, enrolled.record_id, msgspec.structs.replace(form, name="Lain"), rules)
    assert form.nik not in repr(look_at(station, enrolled.record_id))


def test_a_conflict_about_the_nik_is_masked_too(station):
    root = Chain("a").add("r", make_participant())
    one = Chain("b").add("r", make_participant(nik="3576035708900011"), (root.entry_hash,))
    two = Chain("c").add("r", make_participant(nik="3576035708900022"), (root.entry_hash,))
    insert(station, root, one, two)
    person = look_at(station, "r")
    assert {value for _name, value in person.conflicts["nik"]} == {
        "3576••••••••0011",
        "3576••••••••0022",
    }
    assert "57089000" not in repr(person)


def test_revealing_a_nik_is_journalled_first(station, rules):
    enrolled = enrol_one(station, 0)
    assert reveal_nik(station, enrolled.record_id) == invented_form(0, rules).nik
    last = look_at(station, enrolled.record_id).history[-1]
    assert last.body == NikRevealed()
    assert last.officer == "Petugas dewi"
    assert not last.first


def test_somebody_who_is_not_there_is_told(station, refused):
    for work in (look_at, reveal_nik):
        refused("participant_unknown", work, station, "gone")
        refused("participant_unknown", work, station, station.officer_id)


def test_the_history_names_officer_station_and_changes(station, rules, clock):
    enrolled = enrol_one(station, 0)
    clock.go(hours=1)
    form = msgspec.structs.replace(invented_form(0, rules), rt="9")
    correct(station, enrolled.record_id, form, rules)
    made, changed = look_at(station, enrolled.record_id).history
    assert (made.first, changed.first) == (True, False)
    assert made.at < changed.at
    assert {made.station_id, changed.station_id} == {station.installation.station_id}
    assert [(change.field, change.new) for change in changed.changes] == [("rt", "009")]
    assert made.changes == ()


def test_what_cannot_be_read_any_more_still_has_its_line(station):
    chain = Chain("a")
    root = chain.add("r", make_participant())
    unreadable = chain.add("r", b'{"type":"participant","number":5}', (root.entry_hash,))
    broken = chain.add("r", b'{"type":"participant","number":"\xff"}', (unreadable.entry_hash,))
    chain.add("r", make_participant(rt="009"), (broken.entry_hash,))
    insert(station, *chain.entries)
    bodies = [line.body for line in look_at(station, "r").history]
    assert [body is None for body in bodies] == [False, True, True, False]


def test_an_erased_revision_has_a_line_without_words(station):
    chain = Chain("a")
    root = chain.add("r", make_participant())
    last = chain.add("r", make_participant(rt="009"), (root.entry_hash,))
    insert(station, msgspec.structs.replace(root, body=ERASED, salt=""), last)
    lines = look_at(station, "r").history
    assert [line.body is None for line in lines] == [True, False]
    assert lines[1].changes == ()


def test_a_number_finds_its_one_person_however_it_is_typed(station, people, refused):
    number = people[1].number
    assert find_number(station, number) == people[1].record_id
    assert find_number(station, f" {number.lower().replace('-', '')} ") == people[1].record_id
    for unknown in ("", number[:-2], "MJK1-999999-0"):
        refused("participant_unknown", find_number, station, unknown)
