"""What happens on the enrolment page when the worker is slow, refuses, or is stopped."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.enrolment_form import FIELDS, next_form
from jamsos_desktop.gui.enrolment.presenter import EnrolmentPresenter
from jamsos_desktop.services import enrol, find, plan, set_up
from tests.fakes import FakeView, InlineJobs
from tests.gui.enrolment.people import SITI, SITI_NIK, HeldJobs


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
def desk(tmp_path):
    desk = set_up.start_practice(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def results():
    return []


@pytest.fixture
def open_page(desk, results):
    def open_it(jobs):
        presenter = EnrolmentPresenter(
            Page(),
            jobs,
            desk,
            show_result=lambda text, undo=None: results.append(text),
            refresh_header=lambda: None,
        )
        presenter.open()
        return presenter

    return open_it


@pytest.fixture
def jobs():
    return HeldJobs()


@pytest.fixture
def presenter(open_page, jobs):
    presenter = open_page(jobs)
    jobs.let_go()
    return presenter


def type_in(presenter, **values):
    for name, value in values.items():
        presenter.edit(name, value, name)
        presenter.left(name, value, name)


def view_of(presenter):
    return presenter._view


def test_the_last_state_wins_however_long_the_worker_was_busy(presenter, jobs, open_page):
    presenter.edit("name", "S", "name")
    for length in range(2, len("Siti Aminah") + 1):
        presenter.edit("name", "Siti Aminah"[:length], "name")
        presenter.keep()
    jobs.let_go()
    again = open_page(InlineJobs())
    assert view_of(again).fields["name"] == "Siti Aminah"
    assert view_of(again).focus == "name"
    assert again.state.number == presenter.state.number


def test_the_number_is_spent_with_the_first_key_and_not_before(presenter, jobs):
    assert presenter.state.number == ""
    presenter.edit("nik", "3", "nik")
    jobs.let_go()
    first = presenter.state.number
    assert first
    presenter.edit("nik", "35", "nik")
    presenter.keep()
    jobs.let_go()
    assert presenter.state.number == first


def test_a_save_that_never_reached_the_worker_leaves_the_draft(presenter, jobs, open_page, desk):
    type_in(presenter, **SITI)
    presenter.save(then_next=True)
    jobs.die()
    presenter.close()
    assert find.count_participants(desk) == 0
    again = open_page(InlineJobs())
    assert view_of(again).fields["nik"] == SITI_NIK
    again.save(then_next=True)
    assert find.count_participants(desk) == 1


def test_a_saved_form_does_not_come_back_when_the_window_is_closed(
    presenter, jobs, open_page, desk
):
    type_in(presenter, **SITI)
    presenter.save(then_next=False)
    jobs.let_go()
    presenter.close()
    assert view_of(open_page(InlineJobs())).fields["nik"] == ""
    assert find.count_participants(desk) == 1


def test_the_next_person_is_typed_while_the_last_is_still_being_saved(
    presenter, jobs, results, desk
):
    type_in(presenter, **SITI)
    presenter.save(then_next=True)
    type_in(presenter, nik="3576031203859001", name="Budi")
    presenter.save(then_next=True)  # Budi is not finished: nothing is sent
    jobs.let_go()
    assert [text.split(" · ")[1] for text in results] == ["Siti Aminah"]
    assert presenter.state.begun
    assert find.count_participants(desk) == 1


def enrol_siti(desk, presenter):
    """She comes in on another way: from a list."""
    rules = view_of(presenter).rules
    form = msgspec.structs.replace(next_form(None, rules), **SITI)
    enrol.enrol_at_once(desk, [form], rules)


def test_a_refused_form_comes_back_when_nobody_has_begun_another(presenter, jobs, desk, results):
    type_in(presenter, **SITI)
    jobs.let_go()
    enrol_siti(desk, presenter)
    presenter.save(then_next=True)
    assert view_of(presenter).fields["nik"] == ""
    jobs.let_go()
    assert view_of(presenter).fields["nik"] == SITI_NIK
    assert view_of(presenter).focus == "nik_already_enrolled"
    presenter.give_reason("nik_already_enrolled", "kartu hilang")
    presenter.save(then_next=True)
    jobs.let_go()
    assert len(results) == 1
    assert find.count_participants(desk) == 2


def test_a_refused_form_waits_until_the_one_that_was_begun_is_finished(presenter, jobs, desk):
    type_in(presenter, **SITI)
    jobs.let_go()
    enrol_siti(desk, presenter)
    presenter.save(then_next=True)
    type_in(presenter, **{**SITI, "nik": "3576031203859001", "name": "Budi"})
    type_in(presenter, birth_date="12-03-1985", sex="L")
    jobs.let_go()
    assert view_of(presenter).fields["nik"] == ""  # Budi's form was not touched
    assert "belum tersimpan" in presenter.state.said.what
    presenter.save(then_next=True)
    jobs.let_go()
    assert view_of(presenter).fields["nik"] == SITI_NIK
    assert [one.name for one in find.find_participants(desk, "budi")] == ["Budi"]


def test_a_form_that_cannot_be_saved_stays_with_its_error(presenter, jobs, desk):
    type_in(presenter, **SITI)
    jobs.let_go()
    event_id = plan.todays_event(desk)[0]
    enrol.drop_draft(desk, enrol.find_draft(desk, event_id).draft_id)
    presenter.save(then_next=False)
    assert presenter.state.saving
    jobs.let_go()
    assert not presenter.state.saving
    assert presenter.state.said.tone == "error"
    assert not presenter.state.saved


def test_an_empty_form_is_not_saved_and_not_scolded(presenter):
    presenter.save(then_next=True)
    assert presenter.state.findings == ()
    assert presenter.state.said.tone == "info"


@given(st.sampled_from(FIELDS), st.text(max_size=40))
def test_nothing_that_can_be_typed_stops_the_page(siti_page, name, text):
    type_in(siti_page, **{name: text})
    siti_page.keep()
    assert siti_page.state.phase == "form"


@pytest.fixture(scope="module")
def siti_page(tmp_path_factory):
    desk = set_up.start_practice(tmp_path_factory.mktemp("page"))
    presenter = EnrolmentPresenter(
        Page(), InlineJobs(), desk, show_result=lambda *_: None, refresh_header=lambda: None
    )
    presenter.open()
    yield presenter
    desk.close()
