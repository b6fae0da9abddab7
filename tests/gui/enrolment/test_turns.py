"""Whose turn it is: somebody with a number, from the attendance list, or the form left behind."""

import pytest

from jamsos_desktop.domain.carry_over import next_form
from jamsos_desktop.domain.records import ReferenceFile
from jamsos_desktop.domain.reference_file import record_id_of
from jamsos_desktop.domain.visitor import read_visitor
from jamsos_desktop.gui.enrolment.drafts import DraftKeeper
from jamsos_desktop.gui.enrolment.sheet import start_sheet
from jamsos_desktop.services import attendance, enrol, plan, queue, reference, visitors
from jamsos_desktop.services.visitors import Start
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.reference import shipped_text
from tests.fakes import InlineJobs
from tests.gui.enrolment.people import SITI, HeldJobs, agree_in, open_form, view_of


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


@pytest.fixture
def presenter(desk):
    return open_form(desk)


def fill(presenter, **changes):
    for name, value in (SITI | changes).items():
        presenter.typing.edit(name, value, name)
    agree_in(presenter)


def test_what_is_known_is_filled_in_and_marked(presenter, find, event_id):
    presenter.turns.begin_with(find)
    fields, state = view_of(presenter).fields, presenter.state
    assert (fields["name"], fields["rt"], fields["rw"]) == ("Budi Santoso", "001", "004")
    assert dict(state.sources) == {"name": "given", "rt": "given", "rw": "given"}
    assert (state.begun, state.number) == (False, "")
    assert state.said.what == "Sekarang: Budi Santoso"
    assert view_of(presenter).focus == "nik"
    assert find.asked == [event_id]
    presenter.typing.edit("name", "Budi Santosa", "name")
    assert dict(presenter.state.sources) == {"rt": "given", "rw": "given"}


def test_saving_links_the_attendee(presenter, desk, event_id, find, attendee):
    presenter.turns.begin_with(find)
    fill(presenter)
    presenter.saving.save(then_next=False)
    assert presenter.state.saved
    [line] = attendance.list_attendees(desk, event_id)
    assert line.enrolled
    presenter.turns.begin_with(find)
    assert presenter.state.said.what == "Orang ini sudah didaftarkan."


def test_only_the_form_of_the_attendee_is_linked(presenter, desk, event_id, find):
    presenter.turns.begin_with(find)
    fill(presenter)
    presenter.giving_up.cancel()
    fill(presenter)
    presenter.saving.save(then_next=True)
    assert not attendance.list_attendees(desk, event_id)[0].enrolled


def test_an_unfinished_form_stays_and_nobody_is_looked_for(presenter, find):
    presenter.typing.edit("name", "Siti", "name")
    presenter.turns.begin_with(find)
    assert find.asked == []
    assert presenter.state.said.what == "Formulir ini belum selesai."
    assert view_of(presenter).focus == "name"


def test_what_was_typed_while_the_worker_looked_comes_back(desk, find):
    jobs = HeldJobs()
    presenter = open_form(desk, jobs)
    jobs.let_go()
    presenter.turns.begin_with(find)
    presenter.typing.edit("name", "Siti", "name")
    jobs.let_go()
    assert view_of(presenter).fields["name"] == "Budi Santoso"
    fill(presenter, name="Budi Santoso")
    jobs.let_go()
    presenter.saving.save(then_next=True)
    jobs.let_go()
    assert view_of(presenter).fields["name"] == "Siti"


def test_a_page_that_is_still_opening_looks_as_soon_as_it_can(desk, find, event_id):
    jobs = HeldJobs()
    presenter = open_form(desk, jobs)
    presenter.turns.begin_with(find)
    assert find.asked == []
    jobs.let_go()
    assert find.asked == [event_id]
    assert view_of(presenter).fields["name"] == "Budi Santoso"


def test_an_unfinished_form_from_before_comes_first(desk, event_id, find):
    kept = open_form(desk)
    kept.typing.edit("name", "Siti", "name")
    kept.page.close()
    jobs = HeldJobs()
    again = open_form(desk, jobs)
    again.turns.begin_with(find)
    jobs.let_go()
    assert find.asked == []
    assert view_of(again).fields["name"] == "Siti"


def test_the_draft_of_a_called_number_remembers_it(presenter, desk, event_id):
    given = queue.give_number(desk, event_id, read_visitor(""))
    presenter.turns.begin_with(lambda event_id: queue.call_next(desk, event_id))
    presenter.typing.edit("name", "Siti", "name")
    presenter.page.close()
    assert enrol.find_draft(desk, event_id).origin == given.record_id


def test_what_is_known_wins_over_what_is_carried_over(desk, event_id):
    rules = reference.rules_of(desk, event_id)
    previous = next_form(None, rules)
    keeper = DraftKeeper(desk, InlineJobs(), event_id, origin="a")
    sheet = start_sheet(Start(origin="a", title="A", known={"rt": "007"}), previous, rules, keeper)
    assert (sheet.form.rt, sheet.sources["rt"], sheet.begun) == ("007", "given", False)


def say(desk, jkk):
    """The office's new tariff arrives."""
    text = shipped_text("tariffs.toml").replace("jkk = 10_000", f"jkk = {jkk}")
    body = ReferenceFile(name="tariffs.toml", content=text, reason="PP baru")
    with desk.database.writing() as connection:
        office = journal.Author(desk.installation.office_id, "admin")
        news = [journal.New(record_id_of("tariffs.toml"), body)]
        journal.append(connection, office, desk.clock(), news)


def jkk(presenter):
    return presenter.page.sheet.rules.tariffs[0].jkk


def test_new_rules_hold_from_the_next_form_on(presenter, desk):
    assert jkk(presenter) == 10_000
    empty = presenter.page.sheet
    presenter.turns.shown()
    assert presenter.page.sheet is empty  # nothing new
    say(desk, 11_000)
    presenter.turns.shown()
    assert jkk(presenter) == 11_000  # nobody had begun
    fill(presenter, **SITI)
    say(desk, 12_000)
    presenter.turns.shown()
    assert jkk(presenter) == 11_000  # what is begun goes on as it began
    presenter.turns.next(presenter.page.sheet.rules)
    assert jkk(presenter) == 12_000
