"""The event day in numbers, all of them counted."""

import datetime as dt

import pytest

from jamsos_desktop.domain.visitor import Visitor
from jamsos_desktop.services import attendance, keep_journal, queue
from jamsos_desktop.services.event_day import look_at_today
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.print_cards import journal_prints
from tests.factories import TODAY, enrol_one, event_of


@pytest.fixture
def event_id(station):
    return event_of(station)


def test_an_empty_day_counts_nothing(station, event_id, refused):
    today = look_at_today(station, event_id)
    assert (today.day, today.event.name) == (TODAY, "Sosialisasi DBHCHT")
    assert (today.turnout.made, today.turnout.by_hour, today.turnout.unprinted) == (0, {}, 0)
    assert today.unsent == (0, "", 0, "")
    assert (today.called, today.waiting, today.attendees, today.received) == ("", 0, 0, None)
    refused("event_unknown", look_at_today, station, "nobody")


def test_the_middle_of_a_day(station, event_id, clock, stick):
    people = []
    for number, hours in enumerate((0, 0, 1, 2)):
        clock.now = clock.now.replace(hour=9 + hours)
        people.append(enrol_one(station, number).record_id)
    journal_prints(station, people[:1], "file")
    export_bundle(station, stick)
    enrol_one(station, 4)
    for _turn in range(3):
        queue.give_number(station, event_id, Visitor())
    called = queue.call_next(station, event_id)
    attendance.add_attendee(station, event_id, Visitor(name="Siti"))
    today = look_at_today(station, event_id)
    assert today.turnout.by_hour == {9: 2, 10: 1, 11: 2}
    assert (today.turnout.enrolled, today.turnout.unprinted, today.unsent.participants) == (5, 4, 1)
    assert (today.called, today.waiting, today.attendees) == (called.title, 2, 1)
    keep_journal.rebuild_projections(station)
    assert look_at_today(station, event_id) == today


def test_registrations_of_another_day_are_in_the_sum_only(station, event_id, clock):
    enrol_one(station, 0)
    clock.now += dt.timedelta(days=1)
    enrol_one(station, 1)
    today = look_at_today(station, event_id)
    assert (today.turnout.enrolled, sum(today.turnout.by_hour.values())) == (2, 1)


def test_an_office_counts_what_it_received(office, station, event_id, stick):
    enrol_one(station, 0)
    enrol_one(office, 1)
    import_bundle(office, export_bundle(station, stick).path)
    today = look_at_today(office, event_id)
    assert (today.turnout.enrolled, today.received, today.unsent) == (2, 1, None)
