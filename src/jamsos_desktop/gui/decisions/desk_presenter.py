"""What happens at both desks: one group after the other is read, answered, undone. No widget."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.decisions.desk_state import DeskState
from jamsos_desktop.gui.decisions.queue import Group, Queue
from jamsos_desktop.gui.page_context import ShowResult
from jamsos_desktop.gui.state_presenter import StatePresenter, StateView
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.services.desk import Desk

_AHEAD = 3  # groups that are read before they are wanted

S = TypeVar("S")  # what is shown of a group
State = TypeVar("State", bound=DeskState[Any])
A = TypeVar("A")  # what was journalled for an answer


class _Given(NamedTuple, Generic[A]):
    group: Group
    answered: A


class DeskPresenter(StatePresenter[State], ABC, Generic[S, State, A]):
    """Shows one group after the other; an answer is journalled before the next one comes."""

    #: What is said when the last answer was taken back.
    TAKEN_BACK: str

    def __init__(
        self, view: StateView[State], jobs: Jobs, desk: Desk, show_result: ShowResult, state: State
    ) -> None:
        super().__init__(view, jobs, desk, state)
        self._say = show_result
        self._read: dict[Group, S] = {}
        self._asked = set[Group]()  # groups that are being read
        self._given: list[_Given[A]] = []

    @abstractmethod
    def refresh(self) -> None:
        """Look for what waits now."""

    @abstractmethod
    def _look_at(self, group: Group, *, uncovered: bool = False) -> S:
        """Everything that is shown of a group; on the worker."""

    @abstractmethod
    def _seen(self, sheet: S) -> object:
        """The revisions of which it was read."""

    @abstractmethod
    def _take_back(self, answered: A) -> None:
        """Journal that an answer is taken back; on the worker."""

    @abstractmethod
    def _fresh(self, queue: Queue, sheet: S | None) -> State:
        """Another group: nothing of the one before stays marked."""

    @abstractmethod
    def _closed(self, state: State) -> State:
        """The same without a line that asks for something."""

    def skip(self, step: int = 1) -> None:
        """The next group, or the one before, without an answer."""
        if self._state.queue.place >= 0 and not self._state.why_no_next():
            self._go_to(self._state.queue.moved(step))

    def uncover(self) -> None:
        """Show whole NIKs and family cards of this group; that is journalled. Again: hide them."""
        sheet: Any = self._state.sheet
        if sheet is not None and not self._state.busy:
            self._show(replace(self._state, busy=True))
            group = self._state.queue.shown
            work = partial(self._look_at, group, uncovered=not sheet.uncovered)
            self._jobs.start(work, partial(self._on_uncovered, group), self._on_error)

    def take_back(self) -> None:
        """Undo the last answer of this sitting, and show its group again."""
        if self._given and not self._state.busy:
            self._show(replace(self._closed(self._state), busy=True))
            given = self._given[-1]
            self._jobs.start(
                partial(self._take_back, given.answered),
                partial(self._on_taken_back, given),
                partial(self._on_not_taken_back, given),
            )

    def _answer(self, work: Callable[[], A], said: str) -> None:
        self._show(replace(self._state, busy=True, error=None))
        group = self._state.queue.shown
        self._jobs.start(work, partial(self._on_answered, group, said), self._on_refused)

    def _on_answered(self, group: Group, said: str, answered: A) -> None:
        self._given.append(_Given(group, answered))
        self._read.pop(group, None)
        self._go_to(self._state.queue.done(group))
        self._say(said, self.take_back)
        if not self._state.queue.left:  # what was left of a large group is asked afterwards
            self.refresh()

    def _on_taken_back(self, given: _Given[A], _nothing: None) -> None:
        self._given.remove(given)
        self._read.pop(given.group, None)
        self._go_to(self._state.queue.reopened(given.group))
        self._say(_(self.TAKEN_BACK))

    def _on_not_taken_back(self, given: _Given[A], error: UserError) -> None:
        """It is not ours to take back any more; the one before it may be."""
        self._given.remove(given)
        self._show(replace(self._state, undoable=bool(self._given)))
        self._on_error(error)

    @abstractmethod
    def _on_refused(self, error: UserError) -> None:
        """It was not journalled; the group stands there with the reason."""

    def _take_in(self, groups: Sequence[Group]) -> None:
        """The groups that wait now. The one that is shown stays as it is while it waits."""
        queue = self._state.queue.renewed(groups)
        if queue.shown and queue.shown == self._state.queue.shown and self._state.sheet is not None:
            self._show(replace(self._state, queue=queue))
        else:
            self._go_to(queue)

    def _go_to(self, queue: Queue) -> None:
        """Show another group: at once where it was read ahead."""
        sheet = self._read.get(queue.shown)
        waits = bool(queue.shown) and sheet is None
        fresh = self._fresh(queue, sheet)
        self._show(replace(fresh, busy=waits, undoable=bool(self._given)))
        for group in (queue.shown, *queue.coming(_AHEAD)):
            if group and group not in self._read and group not in self._asked:
                self._asked.add(group)
                self._jobs.start(
                    partial(self._look_at, group),
                    partial(self._on_read, group),
                    partial(self._on_not_read, group),
                )

    def _on_read(self, group: Group, sheet: S) -> None:
        self._asked.discard(group)
        coming = (self._state.queue.shown, *self._state.queue.coming(_AHEAD))
        self._read = {g: s for g, s in (*self._read.items(), (group, sheet)) if g in coming}
        if group == self._state.queue.shown and self._state.sheet is None:
            self._show(replace(self._state, sheet=sheet, busy=False))

    def _on_not_read(self, group: Group, error: UserError) -> None:
        self._asked.discard(group)
        if group == self._state.queue.shown:
            self._on_error(error)

    def _on_uncovered(self, group: Group, sheet: S) -> None:
        self._state = replace(self._state, busy=False)
        self._on_read_again(group, sheet)

    def _read_again(self) -> None:
        """What is shown as it is now; what was marked stays where nothing has changed."""
        group = self._state.queue.shown
        self._read.pop(group, None)
        work = partial(self._look_at, group)
        self._jobs.start(work, partial(self._on_read_again, group), self._tell)

    def _on_read_again(self, group: Group, sheet: S) -> None:
        known = self._state
        if group != known.queue.shown:
            return
        if known.sheet is None or self._seen(known.sheet) != self._seen(sheet):
            busy, undoable, error = known.busy, known.undoable, known.error
            fresh = self._fresh(known.queue, sheet)
            known = replace(fresh, busy=busy, undoable=undoable, error=error)
        self._show(replace(known, sheet=sheet))

    def _tell(self, error: UserError) -> None:
        self._show(replace(self._state, error=explain(error)))

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self._state, busy=False, error=explain(error)))
