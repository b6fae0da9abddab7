"""A draft follows what is typed, and ends with the form."""

import pytest

from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.enrolment.drafts import DraftKeeper
from jamsos_desktop.services import cancelled, enrol, find, plan, reference
from tests.gui.enrolment.people import AGREED, SITI, HeldJobs

FORM = EnrolmentForm(**SITI, consent=AGREED, coverage_start="2025-12", coverage_months="3")


@pytest.fixture
def jobs():
    return HeldJobs()


@pytest.fixture
def event_id(desk):
    return plan.todays_event(desk)[0]


@pytest.fixture
def keeper(desk, jobs, event_id):
    return DraftKeeper(desk, jobs, event_id)


def fail(error):
    raise error


def keep(keeper, focus="nik", **values):
    keeper.keep(EnrolmentForm(**values), focus, lambda: None, fail)


def test_only_the_last_of_many_states_is_written(keeper, jobs, desk, event_id):
    for name in ("S", "Si", "Siti"):
        keep(keeper, focus="name", name=name)
    assert keeper.number == ""
    jobs.let_go()
    kept = enrol.find_draft(desk, event_id)
    assert (kept.form.name, kept.focus, kept.number) == ("Siti", "name", keeper.number)


def test_what_the_worker_never_came_to_is_written_at_the_end(keeper, jobs, desk, event_id):
    keep(keeper, name="Siti")
    jobs.die()
    keeper.flush(EnrolmentForm(name="Siti Aminah"), "name")
    assert enrol.find_draft(desk, event_id).form.name == "Siti Aminah"


def test_a_draft_that_could_not_be_written_is_written_with_the_next(
    keeper, jobs, desk, event_id, monkeypatch
):
    told = []
    with monkeypatch.context() as full:
        full.setattr(enrol, "start_draft", lambda *_: fail(UserError("disk_full")))
        keeper.keep(EnrolmentForm(name="Siti"), "name", lambda: None, told.append)
        jobs.let_go()
    assert [error.code for error in told] == ["disk_full"]
    keeper.keep(EnrolmentForm(name="Siti A"), "name", lambda: None, fail)
    jobs.let_go()
    assert enrol.find_draft(desk, event_id).form.name == "Siti A"


def test_saving_ends_the_draft_and_nothing_brings_it_back(keeper, jobs, desk, event_id):
    saved = []
    keep(keeper, name="Siti")
    keeper.enrol(FORM, reference.rules_of(desk, event_id), saved.append, fail)
    keep(keeper, name="Siti terlambat")
    jobs.let_go()
    keeper.flush(FORM, "nik")
    assert [one.number for one in saved] == [keeper.number]
    assert enrol.find_draft(desk, event_id) is None
    assert find.count_participants(desk) == 1


def test_giving_up_keeps_the_last_letters_out_of_the_way(keeper, jobs, desk, event_id):
    keep(keeper, name="Siti")
    keeper.cancel(EnrolmentForm(name="Siti A"), "name", lambda _draft_id: None, fail)
    jobs.let_go()
    keep(keeper, name="Siti lagi")
    jobs.let_go()
    assert enrol.find_draft(desk, event_id) is None
    assert [one.name for one in cancelled.list_cancelled(desk, event_id)] == ["Siti A"]
