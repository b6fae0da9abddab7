"""From a ticket or an attendee to the registration that it leads to."""

import msgspec
import pytest

from jamsos_desktop.domain.visitor import read_visitor
from jamsos_desktop.services import attendance, enrol, queue, visitors
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal, records
from tests.factories import event_of


@pytest.fixture
def event_id(station):
    return event_of(station)


def register(desk, origin, *, number=0):
    rules = rules_of(desk, event_of(desk))
    draft = enrol.start_draft(desk, rules.event_id, invented_form(number, rules), origin)
    return enrol.enrol(desk, draft, rules)


def body(desk, record_id):
    with desk.database.reading() as connection:
        return records.get(connection, record_id).body


def test_what_is_known_of_a_person_goes_into_the_form(station, event_id):
    line = "Siti Aminah, 3/2, 3576035708900001, 081234567890"
    given = queue.give_number(station, event_id, read_visitor(line))
    start = visitors.start_with(station, given.record_id)
    assert (start.origin, start.title) == (given.record_id, given.number)
    assert start.known == {
        "nik": "3576035708900001",
        "name": "Siti Aminah",
        "rt": "003",
        "rw": "002",
        "phone": "081234567890",
    }


def test_a_registration_serves_its_ticket_in_the_same_transaction(station, event_id):
    given = queue.give_number(station, event_id, read_visitor(""))
    queue.call_next(station, event_id)
    enrolled = register(station, given.record_id)
    ticket = body(station, given.record_id)
    assert (ticket.state, ticket.participant_id) == ("served", enrolled.record_id)
    with station.database.reading() as connection:
        entries = list(journal.entries_of_station(connection, station.installation.station_id))
    last = [(e.record_id, e.recorded_at) for e in entries[-2:]]
    assert [one[0] for one in last] == [enrolled.record_id, given.record_id]


def test_an_attendee_becomes_a_participant_once(station, event_id, refused):
    attendee_id = attendance.add_attendee(station, event_id, read_visitor("Budi, 1/2"))
    assert visitors.start_with(station, attendee_id).known["name"] == "Budi"
    enrolled = register(station, attendee_id)
    assert body(station, attendee_id).participant_id == enrolled.record_id
    refused("visitor_enrolled", visitors.start_with, station, attendee_id)
    again = register(station, attendee_id, number=1)
    assert body(station, attendee_id).participant_id == enrolled.record_id != again.record_id


def test_a_refused_form_leaves_the_ticket_as_it_was(station, event_id):
    given = queue.give_number(station, event_id, read_visitor("Siti"))
    rules = rules_of(station, event_id)
    form = msgspec.structs.replace(invented_form(0, rules), name="")
    draft = enrol.start_draft(station, event_id, form, given.record_id)
    with pytest.raises(enrol.NotEnrolledError):
        enrol.enrol(station, draft, rules)
    assert body(station, given.record_id).state == "waiting"


def test_an_unfinished_form_remembers_where_it_came_from(station, event_id):
    given = queue.give_number(station, event_id, read_visitor("Siti"))
    rules = rules_of(station, event_id)
    begun = enrol.start_draft(station, event_id, invented_form(0, rules), given.record_id)
    enrol.keep_draft(station, begun)
    found = enrol.find_draft(station, event_id)
    assert found.origin == given.record_id
    enrol.enrol(station, found, rules)
    assert body(station, given.record_id).state == "served"


def test_only_tickets_and_attendees_begin_a_form(station, event_id, refused):
    refused("visitor_unknown", visitors.start_with, station, event_id)
    refused("visitor_unknown", visitors.start_with, station, "nobody")
    assert register(station, event_id).number  # an origin that is none links nothing
