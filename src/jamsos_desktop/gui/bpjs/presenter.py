"""What happens where registrations go to BPJS. Knows no widget."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.bpjs.state import HeldLine, SendState, held_lines
from jamsos_desktop.gui.candidates.lines import Named
from jamsos_desktop.gui.page_context import ShowResult
from jamsos_desktop.gui.work import Jobs, Progress, Running, stoppable
from jamsos_desktop.i18n import _, pick
from jamsos_desktop.messages import explain
from jamsos_desktop.services import plan
from jamsos_desktop.services.bpjs_accept import Accepted, accept_all, undo_accept
from jamsos_desktop.services.bpjs_check import (
    Preflight,
    Selection,
    check_export,
    save_held,
)
from jamsos_desktop.services.bpjs_export import Format, export_to_bpjs
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.likely_pairs import compare_new
from jamsos_desktop.services.progress import CancelToken, Report
from jamsos_desktop.services.reference import DECIDERS, in_force


class View(Protocol):
    """What the presenter needs of the page."""

    def show_sending(self, state: SendState) -> None:
        """Show this and nothing else."""


class _Looked(NamedTuple):
    programmes: tuple[Named, ...]
    events: tuple[Named, ...]
    layouts: tuple[Named, ...]
    programme_id: str
    event_id: str
    layout: str
    found: Preflight
    held: tuple[HeldLine, ...]


class SendPresenter:
    """Looks before a file is written, accepts who lacks nothing, and writes the file."""

    def __init__(
        self,
        view: View,
        jobs: Jobs,
        desk: Desk,
        show_result: ShowResult,
        on_changed: Callable[[], object],
    ) -> None:
        """``on_changed`` is told when something was journalled."""
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._show_result = show_result
        self._on_changed = on_changed
        self._stop = CancelToken()
        self._looking: Running | None = None
        self._writing = False
        self._found = Preflight([], [])
        self.state = SendState(may_decide=desk.officer.role in DECIDERS)

    def refresh(self) -> None:
        """Look again: the page is shown, or something changed."""
        if not self._writing:
            self._look()

    def choose_programme(self, programme_id: str) -> None:
        """Another programme; its events are others."""
        if programme_id and programme_id != self.state.programme_id:
            self._choose(programme_id=programme_id, event_id="")

    def choose_event(self, event_id: str) -> None:
        """One event of the programme, or with nothing all of them."""
        if event_id != self.state.event_id:
            self._choose(event_id=event_id)

    def choose_layout(self, name: str) -> None:
        """Another mapping."""
        if name and name != self.state.layout:
            self._choose(layout=name)

    def choose_again(self, *, again: bool) -> None:
        """Also who stood in a file before, or not."""
        if again != self.state.again:
            self._choose(again=again)

    def choose_format(self, form: Format) -> None:
        """Write another kind of file."""
        self._show(form=form)

    def _choose(self, **changes: object) -> None:
        if not self._writing:
            self._show(done=("", ""), **changes)
            self._look()

    def _look(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        self._stop = CancelToken()
        self._show(progress=Progress(_("Memeriksa pendaftaran…")), error=None)
        work = stoppable(partial(_looked, self._desk, self.state), self._stop)
        self._looking = self._jobs.start_long(
            work, self._on_looked, self._on_error, self._on_progress
        )

    def _on_looked(self, looked: _Looked | None) -> None:
        if looked is None:
            self._show(progress=None)
            return
        self._found = looked.found
        self._show(
            loaded=True,
            programmes=looked.programmes,
            events=looked.events,
            layouts=looked.layouts,
            programme_id=looked.programme_id,
            event_id=looked.event_id,
            layout=looked.layout,
            ready=len(looked.found.ready),
            waiting=len(looked.found.waiting),
            held=looked.held,
            progress=None,
        )

    def accept(self) -> None:
        """Accept everybody who waits for nothing else."""
        if not self.state.why_not_accept():
            self._stop = CancelToken()
            self._show(progress=Progress(_("Mencatat keputusan…")), error=None, done=("", ""))
            work = partial(_accept, self._desk, self._found.waiting, self._stop)
            self._jobs.start_long(work, self._on_accepted, self._on_error, self._on_progress)

    def _on_accepted(self, accepted: Accepted) -> None:
        said = _("{count} pendaftaran diterima", count=len(accepted.verdicts))
        self._show_result(said, partial(self._undo, accepted))
        self._changed()

    def _undo(self, accepted: Accepted) -> None:
        reason = _("Penerimaan sekaligus diurungkan.")
        work = partial(undo_accept, self._desk, accepted, reason)
        self._jobs.start(work, self._on_undone, self._on_error)

    def _on_undone(self, _nothing: None) -> None:
        self._show_result(_("Penerimaan tadi diurungkan"))
        self._changed()

    def _changed(self) -> None:
        self._on_changed()
        self._look()

    def export(self, folder: Path) -> None:
        """Write the file; everybody in it is journalled as sent once it was read back."""
        if self.state.why_not_export():
            return
        state, self._stop, self._writing = self.state, CancelToken(), True
        self._show(progress=Progress(_("Menulis berkas…")), error=None, done=("", ""))
        chosen = Selection(state.programme_id, state.event_id, state.again)
        work = partial(_export, self._desk, chosen, folder, state.layout, state.form)
        self._jobs.start_long(
            stoppable(work, self._stop), self._on_exported, self._on_error, self._on_progress
        )

    def _on_exported(self, written: tuple[Path, int] | None) -> None:
        self._writing = False
        if written is None:
            self._show(progress=None, done=(_("Dihentikan. Tidak ada berkas yang dibuat."), ""))
            return
        path, count = written
        what = _("{count} orang ditulis ke {file}.", count=count, file=path.name)
        more = _(
            "Folder: {folder}. NIK di dalamnya terbaca siapa saja: serahkan langsung ke BPJS,"
            " lalu hapus.",
            folder=path.parent,
        )
        self._show(done=(what, more), progress=None)
        self._show_result(what)
        self._changed()

    def file_name(self) -> str:
        """What the list of who is held back is called unless somebody says otherwise."""
        return f"tertahan-{self._desk.clock():%Y%m%d}.csv"

    def save_held(self, target: Path) -> None:
        """Write who is held back and why into a CSV file."""
        if not self.state.why_not_save():
            work = partial(save_held, self._found, target)
            self._jobs.start(work, self._on_saved, self._on_error)

    def _on_saved(self, path: Path) -> None:
        self._show_result(_("Tersimpan: {file}", file=path.name))

    def stop(self) -> None:
        """Ask the work to stop; its answer says whether it still could."""
        self._stop.cancel()

    def _on_progress(self, done: int, total: int) -> None:
        progress = self.state.progress
        if progress is not None:
            self._show(progress=replace(progress, done=done, total=total))

    def _on_error(self, error: UserError) -> None:
        self._writing = False
        self._show(progress=None, error=explain(error), loaded=True)

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self._view.show_sending(self.state)


def _looked(desk: Desk, state: SendState, report: Report, cancel: CancelToken) -> _Looked:
    known, layouts = plan.programmes(desk), in_force(desk).mappings
    ids = [key for key, _one in known]
    today = plan.todays_event(desk)
    usual = today[1].programme_id if today else ""
    programme_id = next((i for i in (state.programme_id, usual, *ids) if i in ids), "")
    events = [(key, one) for key, one in plan.events(desk) if one.programme_id == programme_id]
    event_id = state.event_id if state.event_id in dict(events) else ""
    layout = state.layout if state.layout in layouts else next(iter(layouts))
    found = Preflight([], [])
    if programme_id:
        chosen = Selection(programme_id, event_id, state.again)
        compare_new(desk, report, cancel)
        found = check_export(desk, chosen, layouts[layout], report, cancel)
    return _Looked(
        programmes=tuple(Named(key, one.name, one.fund) for key, one in known),
        events=tuple(
            Named(key, one.name, f"{one.date:%d-%m-%Y}, {one.place}") for key, one in events
        ),
        layouts=tuple(Named(key, pick(one.name), pick(one.note)) for key, one in layouts.items()),
        programme_id=programme_id,
        event_id=event_id,
        layout=layout,
        found=found,
        held=held_lines(found.held),
    )


def _accept(
    desk: Desk, waiting: list[str], stop: CancelToken, report: Report, _token: CancelToken
) -> Accepted:
    """Whoever stops keeps, and can undo, what was accepted until then."""
    return accept_all(desk, waiting, report, stop)


def _export(
    desk: Desk,
    chosen: Selection,
    folder: Path,
    layout: str,
    form: Format,
    report: Report,
    cancel: CancelToken,
) -> tuple[Path, int]:
    path, found = export_to_bpjs(
        desk, chosen, folder, in_force(desk).mappings[layout], form, report, cancel
    )
    return path, len(found.ready)
