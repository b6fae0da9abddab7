"""Work of a page that says how far it is and can be stopped, one piece at a time. No Qt."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.work import Jobs, Progress, Running, stoppable
from jamsos_desktop.i18n import _
from jamsos_desktop.services.progress import CancelToken, Report

T = TypeVar("T")


class LongWork:
    """Starts it, tells the page how far it is, and stops it."""

    def __init__(self, jobs: Jobs, show: Callable[[Progress], object]) -> None:
        """``show`` gets each step, the first one before the work begins."""
        self._jobs = jobs
        self._show = show
        self._stop = CancelToken()
        self._progress = Progress("")

    def start(
        self,
        doing: str,
        work: Callable[[Report, CancelToken], T],
        on_done: Callable[[T | None], None],
        on_error: Callable[[UserError], None],
    ) -> Running:
        """Do ``work``, which is called ``doing``; ``on_done`` gets None where it was stopped."""
        self._stop = CancelToken()
        self._progress = Progress(doing)
        self._show(self._progress)
        return self._jobs.start_long(
            stoppable(work, self._stop), on_done, on_error, self._on_progress
        )

    def stop(self) -> None:
        """Stop what is under way, at its next step, and say so until it has answered."""
        if self._stop.wanted:
            return
        self._stop.cancel()
        self._progress = replace(self._progress, doing=_("Menghentikan…"))
        self._show(self._progress)

    def _on_progress(self, done: int, total: int) -> None:
        self._progress = replace(self._progress, done=done, total=total)
        self._show(self._progress)
