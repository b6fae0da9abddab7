"""A batch on its way into a file or to a printer. No Qt."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from jamsos_desktop.domain.reprint import FIRST, Reprint
from jamsos_desktop.domain.sheets import read_sheets
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.printing.batch import Batch, Saved, Work, print_all
from jamsos_desktop.gui.printing.sheets import Sheets
from jamsos_desktop.gui.work import Jobs, Progress, stoppable
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.progress import CancelToken, Report

T = TypeVar("T")


def pdf_name(target: Path) -> Path:
    """The same, with the ending that a PDF has."""
    return target if target.suffix.lower() == ".pdf" else target.with_name(f"{target.name}.pdf")


class LettingOut:
    """One batch at a time; what went to a printer counts only when a person saw it."""

    def __init__(
        self, jobs: Jobs, desk: Desk, show: Callable[..., None], on_out: Callable[[str], object]
    ) -> None:
        """``show`` is told what changes of the page's state, ``on_out`` in words what went out.

        That state has ``progress``, ``asked``, ``error``, ``success``, ``warning``, ``reprint``.
        """
        self._jobs = jobs
        self._desk = desk
        self._show = show
        self._on_out = on_out
        self._stop = CancelToken()
        self._progress: Progress | None = None
        self._asked: Batch | None = None  # went to the printer, nobody has said how it came out
        self._reprint = FIRST  # why some of it was printed again

    def save(self, batch: Batch, target: Path, reprint: Reprint) -> None:
        """Write a batch into a PDF. An existing file stays as it is."""
        self._begin(_("Menulis PDF…"), batch.pages)
        work = partial(batch.save, self._desk, pdf_name(target), reprint)
        self._start(work, self._on_saved, self._on_error)

    def print_on(self, sheets: Sheets, batch: Batch | None, reprint: Reprint) -> None:
        """Send a batch to the printer, or once more the one that is asked about."""
        if self._asked is None:
            self._asked, self._reprint = batch, reprint
        again = self._asked
        if again is not None and self._progress is None:
            self._begin(_("Mengirim ke printer…"), again.pages)
            work, done = partial(print_all, self._desk, again, sheets), self._on_printed
            self._start(work, partial(done, again), self._on_print_error)

    def stop(self) -> None:
        """Ask the long work to stop; its answer says whether it still could."""
        if self._progress is not None and not self._stop.wanted:
            self._stop.cancel()
            self._go_on(replace(self._progress, doing=_("Menghentikan…")))

    def answer(self, well: bool) -> None:
        """Whether what was printed came out well. Only a yes counts."""
        if self._asked is None:
            return
        if well:
            self._journal(self._asked)
        else:
            self._give_up(self._asked.nothing_counts)

    def answer_some(self, sheets: str) -> None:
        """Only these sheets came out well ("1-3, 5"); the others stay as if never printed."""
        if self._asked is None:
            return
        try:
            chosen = read_sheets(sheets, self._asked.sheets)
        except UserError as error:
            self._show(error=explain(error))
            return
        self._journal(self._asked.on_sheets(chosen))

    def _journal(self, batch: Batch) -> None:
        self._begin(_("Mencatat…"), 0)
        work = partial(batch.journal, self._desk, self._reprint)
        self._jobs.start(work, self._on_journalled, self._on_error)

    def _begin(self, doing: str, total: int) -> None:
        self._stop = CancelToken()
        self._progress = Progress(doing, 0, total)
        self._show(progress=self._progress, asked=0, error=None, success="", warning="")

    def _start(
        self,
        work: Callable[[Work], T],
        on_done: Callable[[T | None], None],
        on_error: Callable[[UserError], None],
    ) -> None:
        def run(report: Report, cancel: CancelToken) -> T:
            return work(Work(report, cancel))

        self._jobs.start_long(stoppable(run, self._stop), on_done, on_error, self._on_progress)

    def _on_progress(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._go_on(replace(self._progress, done=done, total=total))

    def _go_on(self, progress: Progress) -> None:
        self._progress = progress
        self._show(progress=progress)

    def _on_saved(self, saved: Saved | None) -> None:
        if saved is None:
            self._end(warning=_("Dihentikan. Tidak ada berkas yang ditulis."))
            return
        said = _("{said}. Folder: {folder}", said=saved.said, folder=saved.path.parent)
        self._finish(saved.said, said)

    def _on_printed(self, batch: Batch, went: bool | None) -> None:
        if went:
            self._end(asked=batch.asked)
            return
        said = _("Dihentikan. Buang lembar yang sudah keluar.")
        self._give_up(f"{said} {batch.nothing_counts}")

    def _on_journalled(self, said: str) -> None:
        self._asked = None
        self._finish(said, said)

    def _finish(self, result: str, success: str) -> None:
        self._end(asked=0, success=success, reprint=FIRST)
        self._on_out(result)

    def _give_up(self, warning: str) -> None:
        self._asked = None
        self._end(asked=0, warning=warning)

    def _on_print_error(self, error: UserError) -> None:
        self._asked = None
        self._on_error(error)

    def _on_error(self, error: UserError) -> None:
        # What came out but could not be journalled is asked about again.
        self._end(asked=self._asked.asked if self._asked else 0, error=explain(error))

    def _end(self, **changes: object) -> None:
        self._progress = None
        self._show(progress=None, **changes)
