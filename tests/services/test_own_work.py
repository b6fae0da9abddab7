"""Figures of one's own work, counted; nobody else's."""

import dataclasses

import msgspec
import pytest

from jamsos_desktop.domain.activities import Decided
from jamsos_desktop.services import enrol, own_work, void
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.own_work import look_at_all_work, look_at_own_work
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal
from tests.factories import enrol_one, event_of, office_of


def fill(desk, clock, number, seconds, **changes):
    """Enrol somebody whose form took so long."""
    rules = rules_of(desk, event_of(desk))
    form = msgspec.structs.replace(invented_form(number, rules), **changes)
    draft = enrol.start_draft(desk, rules.event_id, form)
    clock.go(seconds=seconds)
    return enrol.enrol(desk, draft, rules, incomplete=True).record_id


def as_officer(desk, officer_id, role="kader"):
    officer = msgspec.structs.replace(desk.officer, role=role)
    return dataclasses.replace(desk, officer_id=officer_id, officer=officer)


def test_nothing_was_done_yet(station):
    work = look_at_own_work(station)
    assert (work.registrations, work.seconds, work.corrections) == (0, None, 0)


def test_a_day_of_work(station, clock):
    people = [fill(station, clock, n, seconds) for n, seconds in enumerate((60, 80, 3000))]
    fill(station, clock, 3, 90, rt="")
    void.void(station, people[1], "salah orang")
    rules = rules_of(station, event_of(station))
    mended = msgspec.structs.replace(invented_form(0, rules), rt="009", correction="salah RT")
    enrol.correct(station, people[0], mended, rules)
    with station.database.writing() as connection:
        decided = Decided(verdict="duplikat", heads=())
        journal.append(connection, office_of(station), clock(), [journal.New(people[2], decided)])
    work = look_at_own_work(station)
    assert (work.registrations, work.seconds) == (4, 80)  # one form stood open for 50 minutes
    assert (work.corrections, work.duplicates, work.incomplete, work.voided) == (1, 1, 1, 1)


def test_nobody_sees_what_another_did_and_old_work_is_forgotten(station, clock):
    fill(station, clock, 0, 60)
    assert look_at_own_work(as_officer(station, "somebody")).registrations == 0
    clock.go(days=own_work.DAYS + 1)
    assert look_at_own_work(station).registrations == 0


def test_the_sum_hides_everybody_in_it(station, clock, refused):
    refused("coordinator_only", look_at_all_work, station)
    boss = as_officer(station, "boss", "koordinator")
    for number, officer in enumerate(("a", "b")):
        fill(as_officer(station, officer), clock, number, 60)
    assert look_at_all_work(boss) is None
    fill(as_officer(station, "c"), clock, 2, 90)
    work = look_at_all_work(boss)
    assert (work.registrations, work.seconds, work.officers) == (3, 60, 3)


def test_how_long_it_took_is_not_sent(station, office, clock, stick):
    fill(station, clock, 0, 60)
    import_bundle(office, export_bundle(station, stick).path)
    elsewhere = dataclasses.replace(office, officer_id=station.officer_id)
    with office.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM begun").scalar() == 0
    assert look_at_own_work(elsewhere).registrations == 0  # another installation's


@pytest.mark.parametrize("back", [-60])
def test_a_clock_that_was_set_back_gives_no_time(station, clock, back):
    fill(station, clock, 0, back)
    assert look_at_own_work(station).seconds is None
    enrol_one(station, 1)
    assert look_at_own_work(station).seconds == 0
