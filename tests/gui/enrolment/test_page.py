"""The form on the page is kept as it was typed last, however slow the worker is."""

import pytest

from tests.gui.enrolment.people import HeldJobs, open_form, view_of


@pytest.fixture
def jobs():
    return HeldJobs()


@pytest.fixture
def presenter(desk, jobs):
    presenter = open_form(desk, jobs)
    jobs.let_go()
    return presenter


def test_the_last_state_wins_however_long_the_worker_was_busy(presenter, jobs, desk):
    presenter.typing.edit("name", "S", "name")
    for length in range(2, len("Siti Aminah") + 1):
        presenter.typing.edit("name", "Siti Aminah"[:length], "name")
        presenter.page.keep()
    jobs.let_go()
    again = open_form(desk)
    assert view_of(again).fields["name"] == "Siti Aminah"
    assert view_of(again).focus == "name"
    assert again.state.number == presenter.state.number


def test_the_number_is_spent_with_the_first_key_and_not_before(presenter, jobs):
    assert presenter.state.number == ""
    presenter.typing.edit("nik", "3", "nik")
    jobs.let_go()
    first = presenter.state.number
    assert first
    presenter.typing.edit("nik", "35", "nik")
    presenter.page.keep()
    jobs.let_go()
    assert presenter.state.number == first
