"""Enrolling: a draft that survives, a number spent once, an entry that says who and when."""

import dataclasses

import msgspec
import pytest
import sqlalchemy as sa

from jamsos_desktop.domain.enrolment import check
from jamsos_desktop.domain.numbers import check_number
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import enrol as service
from jamsos_desktop.services.enrol import (
    NotEnrolledError,
    check_form,
    correct,
    drop_draft,
    enrol,
    enrol_at_once,
    find_draft,
    keep_draft,
    start_draft,
)
from jamsos_desktop.services.find import count_participants, find_participants, look_at
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal, records
from jamsos_desktop.storage.models import draft, participant
from tests.factories import Chain, enrol_one, event_of, make_form, make_participant, station_desk


@pytest.fixture
def rules(station):
    return rules_of(station, event_of(station))


def begin(station, rules, **changes):
    return start_draft(station, rules.event_id, make_form(**changes))


def test_a_person_is_enrolled_and_their_draft_ends(station, rules):
    enrolled = enrol(station, begin(station, rules), rules)
    assert check_number(enrolled.number)
    assert enrolled.number.startswith("MJK1-00001-")
    (found,) = find_participants(station)
    assert (found.number, found.name) == (enrolled.number, "Siti Aminah")
    assert find_draft(station, rules.event_id) is None
    with station.database.reading() as connection:
        (made,) = journal.entries_of_station(connection, station.installation.station_id)
    assert made.author_id == station.officer_id
    assert made.recorded_at.startswith("2026-11-22T09:00:00")


def test_what_was_said_of_the_form_is_not_asked_again_but_the_database_is(station, rules):
    enrolled = enrol(station, begin(station, rules), rules)
    twin = begin(station, rules, name="Siti Aminah Kembar")
    told = check(twin.form, rules)
    with pytest.raises(NotEnrolledError) as refused:
        enrol(station, twin, rules, checked=told)
    (found,) = refused.value.findings
    assert (found.code, found.values) == ("nik_already_enrolled", {"number": enrolled.number})
    assert find_draft(station, rules.event_id) == twin


def test_what_was_said_of_another_form_does_not_count(station, rules):
    told = check(make_form(), rules)
    nameless = begin(station, rules, name="")
    with pytest.raises(NotEnrolledError):
        enrol(station, nameless, rules, checked=told)
    told_on_another_day = check(make_form(), msgspec.structs.replace(rules))
    assert not told_on_another_day.is_of(make_form(), rules)


def test_a_draft_survives_the_end_of_the_program(station, rules, tmp_path):
    begun = begin(station, rules, name="Si")
    typed = msgspec.structs.replace(begun, form=make_form(name="Siti"), focus="birth_date")
    keep_draft(station, typed)
    station.close()
    again = station_desk(tmp_path)
    assert find_draft(again, rules.event_id) == typed
    assert find_draft(again, "another event") is None
    assert count_participants(again) == 0
    again.close()


def test_a_draft_belongs_to_the_officer_who_began_it(station, rules):
    begin(station, rules)
    colleague = dataclasses.replace(station, officer_id="somebody")
    assert find_draft(colleague, rules.event_id) is None


def test_drafts_never_enter_the_journal(station, rules):
    keep_draft(station, begin(station, rules))
    with station.database.reading() as connection:
        assert list(journal.entries_of_station(connection, station.installation.station_id)) == []


def test_numbers_are_spent_by_drafts_that_are_dropped_and_across_restarts(station, rules, tmp_path):
    dropped = begin(station, rules)
    drop_draft(station, dropped.draft_id)
    kept = begin(station, rules)
    station.close()
    again = station_desk(tmp_path)
    enrolled = enrol_one(again, 5)
    numbers = [dropped.number, kept.number, enrolled.number]
    assert [number[:10] for number in numbers] == ["MJK1-00001", "MJK1-00002", "MJK1-00003"]
    again.close()


def test_a_draft_can_be_saved_once_only(station, rules, refused):
    """A second click, or a second program that found the same draft, must not spend it again."""
    begun = begin(station, rules, reasons={"nik_already_enrolled": "klik dua kali"})
    enrol(station, begun, rules)
    refused("draft_gone", enrol, station, begun, rules)
    assert count_participants(station) == 1


def test_a_late_autosave_does_not_bring_a_saved_draft_back(station, rules):
    begun = begin(station, rules)
    enrol(station, begun, rules)
    keep_draft(station, begun)
    assert find_draft(station, rules.event_id) is None


def test_a_dropped_draft_cannot_be_saved(station, rules, refused):
    begun = begin(station, rules)
    drop_draft(station, begun.draft_id)
    refused("draft_gone", enrol, station, begun, rules)


def test_what_stands_in_the_way_is_named_and_the_draft_stays(station, rules):
    begun = begin(station, rules, name="", rt="")
    with pytest.raises(NotEnrolledError) as caught:
        enrol(station, begun, rules)
    assert caught.value.code == "form_incomplete"
    assert {finding.code for finding in caught.value.findings} == {"name_empty", "rt_empty"}
    assert find_draft(station, rules.event_id) == begun


def test_a_kill_while_saving_leaves_the_draft_and_nothing_else(station, rules, monkeypatch):
    begun = begin(station, rules)
    with monkeypatch.context() as patch:
        patch.setattr(service.journal, "append", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            enrol(station, begun, rules)
    assert find_draft(station, rules.event_id) == begun
    assert count_participants(station) == 0
    assert enrol(station, begun, rules).number == begun.number


def test_the_same_nik_wants_a_reason(station, rules):
    first = enrol(station, begin(station, rules), rules)
    again = begin(station, rules, name="Siti Aminah Dua", nik="3576 0357 0890 0001")
    (finding,) = check_form(station, again.form, rules).standing_in_the_way
    assert (finding.code, finding.values) == ("nik_already_enrolled", {"number": first.number})
    with pytest.raises(NotEnrolledError):
        enrol(station, again, rules)
    reason = msgspec.structs.replace(again.form, reasons={"nik_already_enrolled": "NIK ganda"})
    enrol(station, msgspec.structs.replace(again, form=reason), rules)
    (one, _other) = find_participants(station)
    assert look_at(station, one.record_id).body.reasons == {"nik_already_enrolled": "NIK ganda"}


def test_correcting_keeps_number_and_own_nik(station, rules):
    enrolled = enrol(station, begin(station, rules), rules)
    done = correct(station, enrolled.record_id, make_form(name="Siti Aminah Wulandari"), rules)
    assert done.number == enrolled.number
    person = look_at(station, enrolled.record_id)
    assert person.body.name == "Siti Aminah Wulandari"
    assert [(c.field, c.old, c.new) for c in person.history[1].changes] == [
        ("name", "Siti Aminah", "Siti Aminah Wulandari")
    ]


def test_somebody_who_is_not_there_cannot_be_corrected(station, rules, refused):
    refused("participant_unknown", correct, station, "gone", make_form(), rules)
    refused("participant_unknown", correct, station, station.officer_id, make_form(), rules)
    with pytest.raises(NotEnrolledError):
        correct(station, "gone", make_form(name=""), rules)


def insert(desk, *entries):
    with desk.database.writing() as connection:
        journal.insert(connection, entries)


def test_what_a_newer_version_wrote_survives_a_correction(station, rules):
    body = make_participant(event_id=rules.event_id, programme_id=rules.programme_id)
    insert(station, Chain("far").add("r", body, unknown={"zakat": True}))
    correct(station, "r", make_form(rt="009"), rules)
    with station.database.reading() as connection:
        stored = records.get(connection, "r")
    assert stored.unknown == {"zakat": True}
    assert stored.body.rt == "009"


def test_a_correction_decides_every_conflict(station, rules):
    body = make_participant(event_id=rules.event_id, programme_id=rules.programme_id)
    root = Chain("a").add("r", body)
    one = Chain("b").add("r", msgspec.structs.replace(body, name="Siti"), (root.entry_hash,))
    two = Chain("c").add("r", msgspec.structs.replace(body, name="Sari"), (root.entry_hash,))
    insert(station, root, one, two)
    assert set(look_at(station, "r").conflicts) == {"name"}
    correct(station, "r", make_form(name="Sari"), rules)
    insert(station, one, root, two)
    person = look_at(station, "r")
    assert person.conflicts == {}
    assert person.body.name == "Sari"


def test_a_checked_list_is_saved_in_one_piece(station, rules, monkeypatch):
    forms = [invented_form(number, rules) for number in range(5)]
    enrolled = enrol_at_once(station, forms, rules)
    assert len({done.number for done in enrolled}) == 5
    assert count_participants(station) == 5
    with monkeypatch.context() as patch:
        patch.setattr(service.journal, "append", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            enrol_at_once(station, [invented_form(9, rules)], rules)
    assert count_participants(station) == 5


def test_no_draft_of_a_participant_is_left(station, rules):
    enrol(station, begin(station, rules), rules)
    with station.database.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(draft)) == 0
        assert connection.scalar(sa.select(sa.func.count()).select_from(participant)) == 1


def test_a_full_disk_is_no_bug(station, rules, monkeypatch):
    begun = begin(station, rules)

    def full(*_):
        raise UserError("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(service.journal, "append", full)
        with pytest.raises(UserError):
            enrol(station, begun, rules)
    assert find_draft(station, rules.event_id) == begun
