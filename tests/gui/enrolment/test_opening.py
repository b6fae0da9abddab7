"""What the enrolment page needs before its first form."""

from jamsos_desktop.gui.enrolment.opening import open_page
from jamsos_desktop.services import plan, set_up


def test_the_event_that_was_asked_for_or_the_nearest_one(desk):
    nearest = plan.todays_event(desk)[0]
    other = set_up.plan_practice_event(desk, "Besok", "Balai", desk.clock().date().replace(2099))
    assert open_page(desk, "").event_id == open_page(desk, "nobody").event_id == nearest
    opened = open_page(desk, other)
    assert (opened.event_id, opened.enrolled, opened.draft) == (other, 0, None)
    assert dict(opened.named_events())[other].startswith("Besok · ")


def test_an_office_without_events_opens_nothing(data_dir):
    office = set_up.init_office(data_dir, "Kota Mojokerto", "admin", "Admin", "rahasia123")
    assert open_page(office, "") is None
    office.close()
