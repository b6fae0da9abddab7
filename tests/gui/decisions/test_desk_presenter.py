"""What both desks do alike, at a desk whose groups are only words."""

from dataclasses import dataclass, replace

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.decisions.desk_presenter import DeskPresenter
from jamsos_desktop.gui.decisions.desk_state import DeskState
from tests.fakes import FakeView, InlineJobs

GROUPS = [("a",), ("b",), ("c",)]


@dataclass(frozen=True)
class _Page:
    text: str
    uncovered: bool = False


class _Desk(DeskPresenter):
    TAKEN_BACK = "Diurungkan"

    def __init__(self):
        self.said, self.gone, self.back, self.looked = [], set(), [], []
        say = lambda text, _undo=None: self.said.append(text)  # noqa: E731
        super().__init__(FakeView(), InlineJobs(), None, say, DeskState())

    def refresh(self):
        waiting = [one for one in GROUPS if one not in self.back]
        self._take_in(waiting)

    def answer(self):
        group = self._state.queue.shown
        self._answer(lambda: group, "Dicatat")

    def _look_at(self, group, *, uncovered=False):
        self.looked.append(group)
        if group in self.gone:
            raise UserError("participant_unknown")
        return _Page(group[0], uncovered)

    def _take_back(self, answered):
        if answered in self.gone:
            raise UserError("record_changed")

    def _fresh(self, queue, sheet):
        return DeskState(queue, sheet)

    def _closed(self, state):
        return state

    def _seen(self, sheet):
        return sheet.text

    def _on_refused(self, error):
        self._state = replace(self._state, busy=False)


@pytest.fixture
def desk():
    return _Desk()


def test_each_group_is_read_once_and_before_it_is_wanted(desk):
    desk.refresh()
    assert desk.looked == GROUPS
    desk.skip()
    desk.skip(-1)
    assert desk.looked == GROUPS
    assert desk.state.sheet.text == "a"


def test_a_group_that_cannot_be_read_is_passed_over(desk):
    desk.gone = {("a",)}
    desk.refresh()
    assert desk.state.sheet is None
    assert desk.state.error
    assert (bool(desk.state.why_not()), desk.state.why_no_next()) == (True, "")
    desk.skip()
    assert (desk.state.sheet.text, desk.state.error) == ("b", None)


def test_what_cannot_be_taken_back_leaves_the_answer_before_it(desk):
    desk.refresh()
    desk.answer()
    desk.answer()
    desk.gone = {("b",)}
    desk.take_back()
    assert desk.state.error
    assert desk.state.undoable
    desk.take_back()
    assert (desk.state.sheet.text, desk.said[-1]) == ("a", "Diurungkan")
    assert not desk.state.undoable


def test_whole_numbers_are_covered_again_with_the_next_group(desk):
    desk.refresh()
    desk.uncover()
    assert desk.state.sheet.uncovered
    desk.skip()
    desk.skip(-1)
    assert not desk.state.sheet.uncovered
