"""What every list on paper says of itself."""

import pytest

from jamsos_desktop.services import plan, set_up
from jamsos_desktop.services.paper_heading import event_heading, heading_of


@pytest.fixture
def desk(data_dir):
    opened = set_up.start_practice(data_dir)
    yield opened
    opened.close()


def test_practice_is_said_and_whose_paper_it_is(desk):
    heading = heading_of(desk, "Neraca", "Kota", "Hari ini", "Lengkap.")
    assert (heading.practice, heading.office) == (True, desk.installation.office_name)
    assert heading[:3] == ("Neraca", "Kota", "Hari ini")
    assert heading.words == "Lengkap."


def test_a_paper_of_an_event_says_when_and_where_it_is(desk):
    _event_id, event = plan.todays_event(desk)
    heading = event_heading(desk, event, "Daftar hadir")
    assert heading.about == event.name
    assert heading.where.endswith(f"{event.date.year} · {event.place}")
