"""A form that begins with somebody who came with a number, or from the attendance list."""

import pytest

from jamsos_desktop.domain.enrolment_form import next_form
from jamsos_desktop.domain.visitor import read_visitor
from jamsos_desktop.gui.enrolment.drafts import DraftKeeper
from jamsos_desktop.gui.enrolment.presenter import EnrolmentPresenter
from jamsos_desktop.gui.enrolment.sheet import start_sheet
from jamsos_desktop.services import attendance, enrol, plan, queue, reference, visitors
from jamsos_desktop.services.visitors import Start
from tests.fakes import FakeView, InlineJobs
from tests.gui.enrolment.people import SITI, HeldJobs


class Page(FakeView):
    """Takes what the presenter puts into the fields."""

    def __init__(self):
        super().__init__()
        self.fields = {}
        self.focus = ""

    def offer(self, rules):
        self.rules = rules

    def fill(self, values, focus):
        self.fields.update(values)
        self.focus = focus

    def put(self, name, value):
        self.fields[name] = value

    def go_to(self, name, code=""):
        self.focus = code or name


@pytest.fixture
def event_id(desk):
    return plan.todays_event(desk)[0]


@pytest.fixture
def attendee(desk, event_id):
    return attendance.add_attendee(desk, event_id, read_visitor("Budi Santoso, 1/4"))


@pytest.fixture
def find(desk, attendee):
    """Look for the attendee, and keep at which events somebody looked."""

    def look(event_id):
        look.asked.append(event_id)
        return visitors.start_with(desk, attendee)

    look.asked = []
    return look


def make(desk, jobs):
    return EnrolmentPresenter(
        Page(), jobs, desk, show_result=lambda *_: None, refresh_header=lambda: None
    )


@pytest.fixture
def presenter(desk):
    made = make(desk, InlineJobs())
    made.open()
    return made


def fill(presenter, **changes):
    for name, value in (SITI | changes).items():
        presenter.edit(name, value, name)


def test_what_is_known_is_filled_in_and_marked(presenter, find, event_id):
    presenter.begin_with(find)
    fields, state = presenter._view.fields, presenter.state
    assert (fields["name"], fields["rt"], fields["rw"]) == ("Budi Santoso", "001", "004")
    assert state.given == {"name", "rt", "rw"}
    assert (state.begun, state.number) == (False, "")
    assert state.said.what == "Sekarang: Budi Santoso"
    assert presenter._view.focus == "nik"
    assert find.asked == [event_id]
    presenter.edit("name", "Budi Santosa", "name")
    assert presenter.state.given == {"rt", "rw"}


def test_saving_links_the_attendee(presenter, desk, event_id, find, attendee):
    presenter.begin_with(find)
    fill(presenter)
    presenter.save(then_next=False)
    assert presenter.state.saved
    [line] = attendance.list_attendees(desk, event_id)
    assert line.enrolled
    presenter.begin_with(find)
    assert presenter.state.said.what == "Orang ini sudah didaftarkan."


def test_only_the_form_of_the_attendee_is_linked(presenter, desk, event_id, find):
    presenter.begin_with(find)
    fill(presenter)
    presenter.cancel()
    fill(presenter)
    presenter.save(then_next=True)
    assert not attendance.list_attendees(desk, event_id)[0].enrolled


def test_an_unfinished_form_stays_and_nobody_is_looked_for(presenter, find):
    presenter.edit("name", "Siti", "name")
    presenter.begin_with(find)
    assert find.asked == []
    assert presenter.state.said.what == "Formulir ini belum selesai."
    assert presenter._view.focus == "name"


def test_what_was_typed_while_the_worker_looked_comes_back(desk, find):
    jobs = HeldJobs()
    presenter = make(desk, jobs)
    presenter.open()
    jobs.let_go()
    presenter.begin_with(find)
    presenter.edit("name", "Siti", "name")
    jobs.let_go()
    assert presenter._view.fields["name"] == "Budi Santoso"
    fill(presenter, name="Budi Santoso")
    jobs.let_go()
    presenter.save(then_next=True)
    jobs.let_go()
    assert presenter._view.fields["name"] == "Siti"


def test_a_page_that_is_still_opening_looks_as_soon_as_it_can(desk, find, event_id):
    jobs = HeldJobs()
    presenter = make(desk, jobs)
    presenter.open()
    presenter.begin_with(find)
    assert find.asked == []
    jobs.let_go()
    assert find.asked == [event_id]
    assert presenter._view.fields["name"] == "Budi Santoso"


def test_an_unfinished_form_from_before_comes_first(desk, event_id, find):
    kept = make(desk, InlineJobs())
    kept.open()
    kept.edit("name", "Siti", "name")
    kept.close()
    again = make(desk, InlineJobs())
    again.begin_with(find)
    again.open()
    assert find.asked == []
    assert again._view.fields["name"] == "Siti"


def test_the_draft_of_a_called_number_remembers_it(presenter, desk, event_id):
    given = queue.give_number(desk, event_id, read_visitor(""))
    presenter.begin_with(lambda event_id: queue.call_next(desk, event_id))
    presenter.edit("name", "Siti", "name")
    presenter.close()
    assert enrol.find_draft(desk, event_id).origin == given.record_id


def test_what_is_known_wins_over_what_is_carried_over(desk, event_id):
    rules = reference.rules_of(desk, event_id)
    previous = next_form(None, rules)
    keeper = DraftKeeper(desk, InlineJobs(), event_id, origin="a")
    sheet = start_sheet(Start(origin="a", title="A", known={"rt": "007"}), previous, rules, keeper)
    assert (sheet.form.rt, sheet.given, sheet.begun) == ("007", {"rt"}, False)
