"""Those who came to listen: a line each, a list to be signed."""

import pytest

from jamsos_desktop.domain.visitor import Visitor, read_visitor
from jamsos_desktop.services import attendance, plan
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.import_bundle import import_bundle
from tests.factories import event_of
from tests.printing.pages import needs_poppler, text_of


@pytest.fixture
def event_id(station):
    return event_of(station)


def test_a_line_for_each_in_the_order_of_coming(station, event_id, clock):
    for line in ("Siti Aminah, 3/2", "Budi"):
        attendance.add_attendee(station, event_id, read_visitor(line))
        clock.go(seconds=5)
    lines = attendance.list_attendees(station, event_id)
    assert [(one.name, one.address, one.enrolled) for one in lines] == [
        ("Siti Aminah", "RT 003 RW 002", False),
        ("Budi", "", False),
    ]


def test_without_a_name_nobody_is_written_down(station, event_id, refused):
    refused("attendee_nameless", attendance.add_attendee, station, event_id, Visitor(rt="001"))
    refused("event_unknown", attendance.add_attendee, station, "nobody", Visitor(name="Siti"))
    assert attendance.list_attendees(station, event_id) == ()


def test_at_an_event_of_one_kelurahan_the_address_names_it(office):
    programme_id = plan.programmes(office)[0][0]
    day = office.clock().date()
    here = plan.CommunityEvent(
        name="RW 3", place="Balai", date=day, programme_id=programme_id, region="35.76.03.1001"
    )
    event_id = plan.add_event(office, here)
    attendance.add_attendee(office, event_id, read_visitor("Siti, 3/2"))
    assert attendance.list_attendees(office, event_id)[0].address.startswith("RT 003 RW 002, ")


def test_the_office_gets_them_with_the_bundle(station, office, event_id, stick):
    attendance.add_attendee(station, event_id, read_visitor("Siti"))
    import_bundle(office, export_bundle(station, stick).path)
    assert [one.name for one in attendance.list_attendees(office, event_id)] == ["Siti"]


@needs_poppler
def test_the_list_names_the_event_and_never_overwrites(station, event_id, stick):
    attendance.add_attendee(station, event_id, read_visitor("Siti Aminah, 3/2"))
    target = stick / "hadir.pdf"
    first = attendance.save_attendance_list(station, event_id, target)
    second = attendance.save_attendance_list(station, event_id, target)
    assert (first.name, second.name) == ("hadir.pdf", "hadir (2).pdf")
    text = text_of(first)
    assert "Sosialisasi DBHCHT" in text
    assert "Siti Aminah" in text
