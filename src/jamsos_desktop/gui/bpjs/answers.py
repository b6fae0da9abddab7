"""What happens with BPJS's answers: looked at, chosen, and only then recorded. Knows no widget."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.bpjs.state import TONES, AnswerLine, AnswersState, answer_line
from jamsos_desktop.gui.long_work import LongWork
from jamsos_desktop.gui.work import Jobs, Progress
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.services.bpjs_results import (
    check_results,
    save_results,
    take_results,
)
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.progress import CancelToken, Report
from jamsos_desktop.services.reference import DECIDERS, in_force

T = TypeVar("T")


class View(Protocol):
    """What the presenter needs of the page."""

    def show_answers(self, state: AnswersState) -> None:
        """Show this and nothing else."""


class AnswersPresenter:
    """New answers are recorded; what says something else than before only where it was chosen."""

    def __init__(
        self, view: View, jobs: Jobs, desk: Desk, on_taken: Callable[[str], object]
    ) -> None:
        """``on_taken`` is told in words what was recorded or saved."""
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._on_taken = on_taken
        self._work = LongWork(jobs, self._on_progress)
        self.state = AnswersState(may_decide=desk.officer.role in DECIDERS)

    def open(self, path: Path) -> None:
        """Look into a file that was chosen; nothing is recorded."""
        if self.state.progress is None:
            doing = _("Membaca {file}…", file=path.name)
            work = partial(_look, self._desk, path)
            self._run(work, doing, partial(self._on_looked, path.name))

    def _run(
        self,
        work: Callable[[Report, CancelToken], T],
        doing: str,
        on_done: Callable[[T | None], None],
    ) -> None:
        self.state = replace(self.state, error=None)
        self._work.start(doing, work, on_done, self._on_error)

    def _on_progress(self, progress: Progress) -> None:
        self._show(progress=progress)

    def stop(self) -> None:
        """Stop the work under way; nothing of it is recorded."""
        if self.state.progress is not None:
            self._work.stop()

    def _on_looked(self, file: str, lines: tuple[AnswerLine, ...] | None) -> None:
        if lines is None:  # stopped
            self._show(progress=None)
            return
        self._show(file=file, lines=lines, chosen=frozenset(), taken=None, progress=None)

    def toggle(self, line: AnswerLine) -> None:
        """Record this row, or do not, where that is somebody's choice."""
        if line.choosable and self.state.taken is None:
            self._show(chosen=self.state.chosen ^ {line.row.line})

    def toggle_all(self) -> None:
        """Record every row that is somebody's choice, or none of them."""
        if self.state.taken is None:
            everything = self.state.choosable
            self._show(chosen=frozenset() if self.state.chosen == everything else everything)

    def take(self) -> None:
        """Record the new answers and those that were chosen."""
        if self.state.taken is None and not self.state.why_not_take():
            state = self.state
            work = partial(take_results, self._desk, state.rows, state.chosen, file=state.file)
            self._run(work, _("Mencatat jawaban…"), self._on_done)

    def _on_done(self, taken: int | None) -> None:
        self._show(taken=taken, progress=None)
        if taken is None:  # stopped
            return
        self._on_taken(_("{count} jawaban BPJS dicatat", count=taken))

    def file_name(self) -> str:
        """What the report is called unless somebody says otherwise."""
        return f"laporan-{Path(self.state.file).stem}.csv"

    def save_report(self, target: Path) -> None:
        """Write what became of each row into a CSV file."""
        work = partial(save_results, self.state.rows, self.state.chosen, target)
        self._jobs.start(work, self._on_saved, self._on_error)

    def _on_saved(self, path: Path) -> None:
        self._on_taken(_("Tersimpan: {file}", file=path.name))

    def leave(self) -> None:
        """Close the file."""
        if self.state.progress is None:
            self._show(file="", lines=(), chosen=frozenset(), taken=None, error=None)

    def _on_error(self, error: UserError) -> None:
        self._show(progress=None, error=explain(error))

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self._view.show_answers(self.state)


def _look(desk: Desk, path: Path, report: Report, cancel: CancelToken) -> tuple[AnswerLine, ...]:
    """What wants a decision comes first; within that, the order of the file."""
    rows = check_results(desk, path, tuple(in_force(desk).result_layouts.values()), report, cancel)
    order = list(TONES)
    ordered = sorted(rows, key=lambda row: (order.index(row.outcome), row.line))
    return tuple(map(answer_line, ordered))
