"""What presenters have in common whose page shows one frozen state at a time. No Qt."""

from typing import Generic, Protocol, TypeVar

from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.services.desk import Desk

State = TypeVar("State")
Shown_contra = TypeVar("Shown_contra", contravariant=True)


class StateView(Protocol[Shown_contra]):
    """What such a presenter needs of its page."""

    def display(self, state: Shown_contra) -> None:
        """Show this and nothing else."""


class StatePresenter(Generic[State]):
    """Works for a desk, and keeps what its page shows."""

    def __init__(self, view: StateView[State], jobs: Jobs, desk: Desk, state: State) -> None:
        """Nothing is shown before the first change."""
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._state = state

    @property
    def state(self) -> State:
        """What the page shows now."""
        return self._state

    def _show(self, state: State) -> None:
        self._state = state
        self._view.display(state)
