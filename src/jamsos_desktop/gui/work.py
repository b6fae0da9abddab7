"""What presenters may ask of the window's worker. No Qt: tests run the work at once instead."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from jamsos_desktop.errors import Cancelled, UserError
from jamsos_desktop.services.progress import CancelToken, Report

T = TypeVar("T")


class Running(Protocol):
    """Work that was started."""

    def cancel(self) -> None:
        """Ask it to stop; no answer comes after that."""


class Jobs(Protocol):
    """Runs services one after the other, away from the screen."""

    def start(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[UserError], None],
    ) -> Running:
        """Run ``work``; one of the two answers comes, unless it is cancelled or a bug."""

    def start_long(
        self,
        work: Callable[[Report, CancelToken], T],
        on_done: Callable[[T], None],
        on_error: Callable[[UserError], None],
        on_progress: Report,
    ) -> Running:
        """The same for work that reports how far it is and can be stopped."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What is being done and how far it is; ``total`` is 0 while nobody knows."""

    doing: str
    done: int = 0
    total: int = 0


def stoppable(
    work: Callable[[Report, CancelToken], T], stop: CancelToken
) -> Callable[[Report, CancelToken], T | None]:
    """Long work that answers None where ``stop`` came in time.

    ``Running.cancel`` silences the work, so that nobody would learn whether it was too late.
    """

    def run(report: Report, _token: CancelToken) -> T | None:
        try:
            return work(report, stop)
        except Cancelled:
            return None

    return run
