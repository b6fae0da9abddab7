"""A queue at one station, and two of them that meet at the office."""

import itertools

import pytest

from jamsos_desktop.domain.visitor import Visitor
from jamsos_desktop.services import queue
from jamsos_desktop.services.event_day import look_at_today
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.storage import records
from tests.factories import event_of, office_desk

NOBODY = Visitor()


@pytest.fixture
def event_id(station):
    return event_of(station)


@pytest.fixture
def three(station, event_id):
    """Three who wait; the second is known by name."""
    names = ("", "Siti", "")
    return [queue.give_number(station, event_id, Visitor(name=name)) for name in names]


def states(desk):
    """The states by turns."""
    tickets = queue.list_queue(desk, event_of(desk))
    return [ticket.state for ticket in sorted(tickets, key=lambda ticket: ticket.number)]


def test_numbers_begin_with_the_station_and_go_up(station, three):
    code = station.installation.code
    assert [ticket.number for ticket in three] == [f"{code}-001", f"{code}-002", f"{code}-003"]
    assert [ticket.name for ticket in queue.list_queue(station, event_of(station))][1] == "Siti"


def test_who_does_not_come_is_skipped_and_comes_back_at_their_turn(station, event_id, three):
    assert queue.call_next(station, event_id).title == three[0].number
    assert states(station) == ["called", "waiting", "waiting"]
    start = queue.call_next(station, event_id)
    assert (start.title, start.known) == (three[1].number, {"name": "Siti"})
    assert states(station) == ["skipped", "called", "waiting"]
    assert queue.come_back(station, three[0].record_id) == three[0].number
    assert queue.call_next(station, event_id).title == three[0].number
    assert states(station) == ["called", "skipped", "waiting"]


def test_where_only_a_nik_is_known_it_is_masked(station, event_id):
    queue.give_number(station, event_id, Visitor(nik="3576035708900001"))
    assert queue.list_queue(station, event_id)[0].name == "3576••••••••0001"


def test_who_may_come_back_stands_above_those_who_wait(station, event_id, three):
    for _turn in range(2):
        queue.call_next(station, event_id)
    listed = [ticket.number for ticket in queue.list_queue(station, event_id)]
    assert listed == [three[1].number, three[0].number, three[2].number]


def test_an_empty_queue_says_so_and_leaves_the_called_one(station, event_id, refused):
    refused("queue_empty", queue.call_next, station, event_id)
    given = queue.give_number(station, event_id, NOBODY)
    queue.call_next(station, event_id)
    refused("queue_empty", queue.call_next, station, event_id)
    assert states(station) == ["called"]
    assert queue.skip(station, given.record_id) == given.number
    assert states(station) == ["skipped"]


def test_only_tickets_can_be_skipped(station, event_id, refused):
    refused("visitor_unknown", queue.skip, station, event_id)


def test_a_strip_gives_the_numbers_that_stand_on_it(station, event_id, three, stick):
    path = queue.give_strip(station, event_id, stick / "nomor.pdf", count=10)
    assert path.read_bytes().startswith(b"%PDF")
    assert len(states(station)) == 13
    assert queue.give_number(station, event_id, NOBODY).number.endswith("-014")


def test_a_strip_that_cannot_be_written_gives_no_number(station, event_id, stick, refused):
    refused("target_gone", queue.give_strip, station, event_id, stick / "tidak" / "ada.pdf")
    refused("event_unknown", queue.give_strip, station, "nobody", stick / "nomor.pdf")
    assert states(station) == []
    assert list(stick.iterdir()) == []


def test_two_queues_meet_at_the_office_in_any_order(station, other_station, stick, tmp_path):
    bundles = []
    for desk in (station, other_station):
        event_id = event_of(desk)
        for _turn in range(3):
            queue.give_number(desk, event_id, NOBODY)
        queue.call_next(desk, event_id)
        bundles.append(export_bundle(desk, stick).path)
        queue.call_next(desk, event_id)
        bundles.append(export_bundle(desk, stick).path)
    seen = set()
    for number, order in enumerate(itertools.islice(itertools.permutations(bundles), 0, 24, 7)):
        office = office_desk(tmp_path / f"kantor{number}")
        for path in (*order, order[0]):
            import_bundle(office, path)
        today = look_at_today(office, event_of(office))
        assert (today.waiting, today.skipped, today.called) == (2, 2, "")
        with office.database.reading() as connection:
            seen.add(_stations_only(connection))
        office.close()
    assert len(seen) == 1


def _stations_only(connection):
    """The state of the tickets; the office journals its imports, which are activities."""
    return records.get_state_hash(connection)
