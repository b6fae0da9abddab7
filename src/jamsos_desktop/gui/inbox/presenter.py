"""What happens on the page "Kotak masuk": look into each file, then take in what was agreed to."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.inbox.seen import Seen, look, take_in
from jamsos_desktop.gui.inbox.state import BundleFile, Stage, State
from jamsos_desktop.gui.work import Jobs, Progress, stoppable
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.import_bundle import bundles_in
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.services.save_import_report import save_import_report

_BEGINS: dict[Stage, Stage] = {"waiting": "looking", "queued": "merging"}
_STOPPED: dict[Stage, Stage] = {"waiting": "stopped", "queued": "ready"}


class View(Protocol):
    """What the presenter needs of the page."""

    def display(self, state: State) -> None:
        """Show this and nothing else."""


class InboxPresenter:
    """Works on the files one after the other; one that is refused does not hold up the others."""

    def __init__(
        self, view: View, jobs: Jobs, desk: Desk, on_merged: Callable[[str], object]
    ) -> None:
        """``on_merged`` is told in words what a file brought."""
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._on_merged = on_merged
        self._stop = CancelToken()
        self._state = State(may_decide=desk.officer.role in DECIDERS)

    def refresh(self) -> None:
        """Look again whether the recovery sheet has to be saved."""
        self._jobs.start(partial(_wants_sheet, self._desk), self._on_looked, self._on_error)

    def take(self, paths: Sequence[Path]) -> None:
        """Look into these files, and into those that stations wrote into these folders."""
        if paths:
            self._jobs.start(partial(bundles_in, paths), self._on_found, self._on_error)

    def choose(self, place: int) -> None:
        """Open the report of another file."""
        if place != self._state.shown and 0 <= place < len(self._state.files):
            self._show(replace(self._state, shown=place, saved=""))

    def take_ready(self) -> None:
        """Take in every file that is ready."""
        files = tuple(
            replace(file, stage="queued") if file.stage == "ready" else file
            for file in self._state.files
        )
        self._show(replace(self._state, files=files, error=None))
        self._go_on()

    def take_anyway(self, reason: str) -> None:
        """Take in the file that is shown though it stops, for this reason."""
        file = self._state.file
        if file is not None and file.stage == "braked" and reason.strip():
            self._put(self._state.shown, replace(file, stage="queued", reason=reason))
            self._go_on()

    def save_report(self, target: Path) -> None:
        """Write what became of everybody, of all files that came in, as a spreadsheet."""
        reports = [file.seen.report for file in self._state.files if file.seen and file.seen.merged]
        self._jobs.start(
            partial(save_import_report, reports, target), self._on_saved, self._on_error
        )

    def stop(self) -> None:
        """Stop the file under way if it still can be, and leave those that wait."""
        progress = self._state.progress
        if progress is None:
            return
        self._stop.cancel()
        files = tuple(_stopped(file) for file in self._state.files)
        progress = replace(progress, doing=_("Menghentikan…"))
        self._show(replace(self._state, files=files, progress=progress))

    def _on_found(self, paths: list[Path]) -> None:
        first = len(self._state.files)
        files = (*self._state.files, *(BundleFile(path) for path in paths))
        shown = first if self._state.progress is None else self._state.shown
        self._show(replace(self._state, files=files, shown=shown, error=None, saved=""))
        self._go_on()

    def _go_on(self) -> None:
        """Begin the next file, those that are to be looked into first."""
        if any(file.stage in _BEGINS.values() for file in self._state.files):
            return
        places = list(range(len(self._state.files)))
        todo = [i for stage in _BEGINS for i in places if self._state.files[i].stage == stage]
        if not todo:
            self._show(replace(self._state, progress=None))
            return
        self._begin(todo[0])

    def _begin(self, place: int) -> None:
        file = self._state.files[place]
        self._stop = CancelToken()
        if file.stage == "waiting":
            doing = _("Memeriksa {file}…", file=file.path.name)
            work = stoppable(partial(look, self._desk, file.path), self._stop)
            on_done = partial(self._on_seen, place)
        else:
            doing = _("Memasukkan {file}…", file=file.path.name)
            merge = partial(take_in, self._desk, file.path, file.reason, file.seen)
            work = stoppable(merge, self._stop)
            on_done = partial(self._on_done, place)
        self._put(place, replace(file, stage=_BEGINS[file.stage]), Progress(doing))
        self._jobs.start_long(work, on_done, partial(self._on_refused, place), self._on_progress)

    def _on_progress(self, done: int, total: int) -> None:
        progress = self._state.progress
        if progress is not None:
            self._show(replace(self._state, progress=replace(progress, done=done, total=total)))

    def _on_seen(self, place: int, seen: Seen | None) -> None:
        stage: Stage = "stopped"
        if seen is not None:
            stage = "braked" if seen.brakes else "known" if seen.brings_nothing else "ready"
        self._put(place, replace(self._state.files[place], stage=stage, seen=seen))
        self._go_on()

    def _on_done(self, place: int, seen: Seen | None) -> None:
        """A file that another one made a duplicate of may stop only now."""
        file = self._state.files[place]
        if seen is None:
            stage: Stage = "braked" if file.reason else "ready"
            self._put(place, replace(file, stage=stage))
        else:
            self._put(place, replace(file, stage="done" if seen.merged else "braked", seen=seen))
            if seen.merged:
                self._on_merged(_said(seen))
        self._go_on()

    def _on_refused(self, place: int, error: UserError) -> None:
        file = replace(self._state.files[place], stage="refused", error=explain(error))
        self._put(place, file)
        self._go_on()

    def _on_saved(self, path: Path) -> None:
        self._show(replace(self._state, saved=str(path), error=None))

    def _on_looked(self, wants_sheet: bool) -> None:
        self._show(replace(self._state, wants_sheet=wants_sheet))

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self._state, error=explain(error)))

    def _put(self, place: int, file: BundleFile, progress: Progress | None = None) -> None:
        files = (*self._state.files[:place], file, *self._state.files[place + 1 :])
        kept = progress or self._state.progress
        self._show(replace(self._state, files=files, progress=kept))

    def _show(self, state: State) -> None:
        self._state = state
        self._view.display(state)


def _stopped(file: BundleFile) -> BundleFile:
    stage = _STOPPED.get(file.stage, file.stage)
    return replace(file, stage="braked" if file.reason and stage == "ready" else stage)


def _said(seen: Seen) -> str:
    counts = seen.counts
    if seen.before:
        return _("{sender}: sudah pernah masuk", sender=seen.sender)
    said = _(
        "{sender}: {new} baru, {changed} berubah",
        sender=seen.sender,
        new=counts["new"],
        changed=counts["changed"],
    )
    if counts["conflict"]:
        said = _("{said}, {count} perlu diputuskan", said=said, count=counts["conflict"])
    return said


def _wants_sheet(desk: Desk) -> bool:
    from jamsos_desktop.services.recovery import wants_recovery_sheet  # loads the printing

    return wants_recovery_sheet(desk)
