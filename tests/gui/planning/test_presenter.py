"""What happens on the page "Program & kegiatan"."""

import msgspec
import pytest

from jamsos_desktop.domain.planning import EventForm, ProgrammeForm
from jamsos_desktop.gui.planning.presenter import PlanningPresenter
from jamsos_desktop.services import plan, set_up
from tests.fakes import FakeView, InlineJobs


@pytest.fixture
def desk(data_dir):
    opened = set_up.init_office(data_dir, "Kota Mojokerto", "admin", "Admin", "rahasia123")
    yield opened
    opened.close()


@pytest.fixture
def said():
    return []


@pytest.fixture
def page(desk, said):
    presenter = PlanningPresenter(FakeView(), InlineJobs(), desk, said.append)
    presenter.refresh()
    return presenter


def state(page):
    return page._view.state


def add_programme(page):
    page.save_programme(
        ProgrammeForm(name="Pekerja rentan", fund="DBHCHT", coverage_start="2026-11")
    )


def event(desk, **changes):
    known = {
        "name": "Jamsos Kranggan",
        "place": "Balai RW 03",
        "date": f"{desk.clock():%d-%m-%Y}",
        "programme_id": plan.programmes(desk)[0][0],
        "region": "35.76.03",
        "target": "120",
    }
    return EventForm(**{**known, **changes})


def test_an_office_begins_with_a_programme(page):
    assert state(page).planned.events == ()
    page.begin()
    assert state(page).step == "programme"


def test_a_programme_and_then_an_event_are_added(page, desk, said):
    page.begin()
    add_programme(page)
    assert (state(page).step, state(page).tab) == ("list", "programmes")
    line = state(page).planned.programmes[0]
    assert (line.name, line.payer, line.fund) == ("Pekerja rentan", "Pemerintah", "DBHCHT")
    assert line.cover == "3 bulan mulai November 2026"
    page.choose("events")
    page.begin()
    assert state(page).step == "event"
    page.save_event(event(desk))
    shown = state(page).planned.events[0]
    assert (shown.state, shown.region) == ("hari ini", "Kec. Kranggan, Kota Mojokerto")
    assert (shown.programme, shown.target) == ("Pekerja rentan", "120")
    assert said == [
        "Program Pekerja rentan ditambahkan",
        "Kegiatan Jamsos Kranggan ditambahkan",
    ]


def test_what_is_wrong_stays_in_the_form(page, desk, said):
    add_programme(page)
    page.choose("events")
    page.begin()
    page.save_event(event(desk, region="Kranggan", date="besok"))
    codes = {finding.code for finding in state(page).findings}
    assert codes == {"event_region_unknown", "event_date_unreadable"}
    assert state(page).step == "event"
    assert plan.events(desk) == []
    page.leave()
    assert (state(page).step, state(page).findings) == ("list", ())


def test_events_say_whether_they_are_over(page, desk):
    add_programme(page)
    for date in ("01-01-2020", "01-01-2099"):
        page.save_event(event(desk, date=date))
    assert [line.state for line in state(page).planned.events] == ["akan datang", "selesai"]


def test_a_programme_and_an_event_are_changed(page, desk, said):
    add_programme(page)
    page.save_event(event(desk))
    (line,) = state(page).planned.programmes
    page.change(line)
    assert (state(page).step, state(page).line) == ("programme", line)
    page.save_programme(msgspec.structs.replace(line.form, retention="sampai 2030"))
    assert [one.retention for _id, one in plan.programmes(desk)] == ["sampai 2030"]
    (line,) = state(page).planned.events
    page.change(line)
    page.save_event(msgspec.structs.replace(line.form, target=""))
    (changed,) = state(page).planned.events
    assert (changed.id, changed.target) == (line.id, "—")
    assert said[2:] == ["Program Pekerja rentan diubah", "Kegiatan Jamsos Kranggan diubah"]


def test_after_a_change_a_new_one_is_new(page, desk):
    add_programme(page)
    page.change(state(page).planned.programmes[0])
    page.leave()
    page.choose("programmes")
    page.begin()
    assert state(page).line is None
    add_programme(page)
    assert len(plan.programmes(desk)) == 2
