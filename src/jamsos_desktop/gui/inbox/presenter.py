"""What happens on the page "Kotak masuk". Knows no widget."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal, Protocol

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.inbox.merge import Merged, merge
from jamsos_desktop.gui.work import Jobs, Progress, stoppable
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.progress import CancelToken

Stage = Literal["waiting", "working", "done", "refused", "stopped"]


@dataclass(frozen=True, slots=True)
class BundleFile:
    """One file that was chosen, and how far it came."""

    path: Path
    stage: Stage = "waiting"
    merged: Merged | None = None
    error: Explanation | None = None


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the page shows. ``shown`` is the file whose report is open."""

    files: tuple[BundleFile, ...] = ()
    shown: int = -1
    progress: Progress | None = None
    wants_sheet: bool = False
    error: Explanation | None = None

    @property
    def file(self) -> BundleFile | None:
        """The file whose report is open."""
        return self.files[self.shown] if 0 <= self.shown < len(self.files) else None


class View(Protocol):
    """What the presenter needs of the page."""

    def display(self, state: State) -> None:
        """Show this and nothing else."""


class InboxPresenter:
    """Takes files in one after the other; one that is refused does not hold up the others."""

    def __init__(
        self, view: View, jobs: Jobs, desk: Desk, on_merged: Callable[[str], object]
    ) -> None:
        """``on_merged`` is told in words what a file brought."""
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._on_merged = on_merged
        self._stop = CancelToken()
        self._state = State()

    def refresh(self) -> None:
        """Look again whether the office still has to save its recovery sheet."""
        self._jobs.start(partial(_wants_sheet, self._desk), self._on_looked, self._on_error)

    def take(self, paths: Sequence[Path]) -> None:
        """Check and merge these files after those that wait already."""
        files = (*self._state.files, *(BundleFile(path) for path in paths))
        first = len(self._state.files)
        idle = self._state.progress is None
        shown = first if paths and idle else self._state.shown
        self._show(replace(self._state, files=files, shown=shown))
        if idle:
            self._go_on()

    def choose(self, place: int) -> None:
        """Open the report of another file."""
        if place != self._state.shown and 0 <= place < len(self._state.files):
            self._show(replace(self._state, shown=place))

    def stop(self) -> None:
        """Stop the file under way if it still can be, and leave those that wait."""
        progress = self._state.progress
        if progress is None:
            return
        self._stop.cancel()
        files = tuple(
            replace(file, stage="stopped") if file.stage == "waiting" else file
            for file in self._state.files
        )
        progress = replace(progress, doing=_("Menghentikan…"))
        self._show(replace(self._state, files=files, progress=progress))

    def _go_on(self) -> None:
        waiting = [i for i, file in enumerate(self._state.files) if file.stage == "waiting"]
        if not waiting:
            self._show(replace(self._state, progress=None))
            return
        place = waiting[0]
        file = self._state.files[place]
        self._stop = CancelToken()
        progress = Progress(_("Memeriksa {file}…", file=file.path.name))
        self._put(place, replace(file, stage="working"), progress)
        work = stoppable(partial(merge, self._desk, file.path), self._stop)
        self._jobs.start_long(
            work,
            partial(self._on_done, place),
            partial(self._on_refused, place),
            self._on_progress,
        )

    def _on_progress(self, done: int, total: int) -> None:
        progress = self._state.progress
        if progress is not None:
            self._show(replace(self._state, progress=replace(progress, done=done, total=total)))

    def _on_done(self, place: int, merged: Merged | None) -> None:
        stage: Stage = "stopped" if merged is None else "done"
        file = replace(self._state.files[place], stage=stage, merged=merged)
        self._put(place, file, self._state.progress)
        if merged is not None:
            self._on_merged(_said(merged))
        self._go_on()

    def _on_refused(self, place: int, error: UserError) -> None:
        file = replace(self._state.files[place], stage="refused", error=explain(error))
        self._put(place, file, self._state.progress)
        self._go_on()

    def _on_looked(self, wants_sheet: bool) -> None:
        self._show(replace(self._state, wants_sheet=wants_sheet, error=None))

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self._state, error=explain(error)))

    def _put(self, place: int, file: BundleFile, progress: Progress | None) -> None:
        files = (*self._state.files[:place], file, *self._state.files[place + 1 :])
        self._show(replace(self._state, files=files, progress=progress))

    def _show(self, state: State) -> None:
        self._state = state
        self._view.display(state)


def _said(merged: Merged) -> str:
    counts = merged.counts
    if merged.before:
        return _("{sender}: sudah pernah masuk", sender=merged.sender)
    said = _(
        "{sender}: {new} baru, {changed} berubah",
        sender=merged.sender,
        new=counts["new"],
        changed=counts["changed"],
    )
    if counts["conflict"]:
        said = _("{said}, {count} perlu diputuskan", said=said, count=counts["conflict"])
    return said


def _wants_sheet(desk: Desk) -> bool:
    from jamsos_desktop.services.recovery import wants_recovery_sheet  # loads the printing

    return wants_recovery_sheet(desk)
