"""What happens while cards are checked. Knows no widget."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.services.card_verdict import Verdict, verdict_of
from jamsos_desktop.services.check_card import CheckedCard, check_card
from jamsos_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class CheckState:
    """What the panel shows."""

    verdict: Verdict | None = None
    error: Explanation | None = None


class View(Protocol):
    """What the presenter needs of the panel."""

    def display(self, state: CheckState) -> None:
        """Show this and nothing else."""


class CheckPresenter:
    """One card after the other, scanned, pasted, or held before the camera."""

    def __init__(self, view: View, jobs: Jobs, desk: Desk) -> None:
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._state = CheckState()

    def check(self, code: str) -> None:
        """Whether the text of a card's QR is genuine, and whether the card still counts."""
        if code.strip():
            work = partial(check_card, self._desk, code)
            self._jobs.start(work, self._on_checked, self.fail)

    def forget(self) -> None:
        """Another code is being typed: what was said of the last one must not stand there."""
        if self._state.verdict is not None or self._state.error is not None:
            self._show(verdict=None, error=None)

    def _on_checked(self, checked: CheckedCard) -> None:
        self._show(verdict=verdict_of(checked), error=None)

    def fail(self, error: UserError) -> None:
        """Say what could not be done, also by the camera."""
        self._show(verdict=None, error=explain(error))

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self._view.display(self._state)
