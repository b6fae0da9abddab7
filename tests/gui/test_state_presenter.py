"""A presenter keeps what its page shows."""

from jamsos_desktop.gui.state_presenter import StatePresenter
from tests.fakes import InlineJobs


class Counting(StatePresenter[int]):
    def count(self):
        self._jobs.start(lambda: self.state + 1, self._show, self._show)


class Page:
    def __init__(self):
        self.shown = []

    def display(self, state):
        self.shown.append(state)


def test_the_page_shows_each_state_once_and_nothing_before_the_first_change():
    page = Page()
    presenter = Counting(page, InlineJobs(), None, 7)
    assert (presenter.state, page.shown) == (7, [])
    presenter.count()
    presenter.count()
    assert (presenter.state, page.shown) == (9, [8, 9])
