"""A list on its way in: its file, what its columns are, the check, the import. No widget."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.candidates.lines import Named
from jamsos_desktop.gui.candidates.understood import FIELD_WORDS, Understood, understand
from jamsos_desktop.gui.long_work import LongWork
from jamsos_desktop.gui.work import Jobs, Progress
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.services import plan
from jamsos_desktop.services.candidate_list import (
    ListLook,
    ListReport,
    Source,
    check_list,
    import_list,
    look_into,
)
from jamsos_desktop.services.candidate_places import region_of_programme
from jamsos_desktop.services.desk import Desk

Step = Literal["away", "columns", "checked", "done"]


@dataclass(frozen=True, slots=True)
class ImportState:
    """Everything that the pages of the import show."""

    step: Step = "away"
    look: ListLook | None = None
    before: str = ""  # when the very same file was taken in
    programmes: tuple[Named, ...] = ()
    programme_id: str = ""
    region: str = ""
    fields: tuple[str, ...] = ()
    understood: tuple[Understood, ...] = ()
    report: ListReport | None = None
    progress: Progress | None = None
    error: Explanation | None = None

    def why_not_check(self) -> str:
        """Why the list cannot be checked now; empty where it can."""
        if self.progress is not None:
            return _("Tunggu sampai ini selesai.")
        if not self.programme_id:
            return _("Pilih dulu programnya.")
        if "name" not in self.fields:
            return _("Pilih kolom mana yang berisi nama.")
        twice = [name for name in self.fields if name and self.fields.count(name) > 1]
        if twice:
            return _("{field} dipilih untuk dua kolom.", field=_(FIELD_WORDS[twice[0]]))
        return ""

    def why_not_import(self) -> str:
        """Why nothing can be taken in now; empty where it can."""
        if self.progress is not None or self.report is None:
            return _("Tunggu sampai ini selesai.")
        return "" if self.coming else _("Tidak ada yang baru atau berubah di daftar ini.")

    @property
    def coming(self) -> int:
        """How many candidates the list makes or changes."""
        return self.report.counts["new"] + self.report.counts["changed"] if self.report else 0


class _Looked(NamedTuple):
    look: ListLook
    before: str
    programmes: tuple[Named, ...]
    programme_id: str
    region: str


class View(Protocol):
    """What the presenter needs of the pages."""

    def show_import(self, state: ImportState) -> None:
        """Show this and nothing else."""


@dataclass
class ImportPresenter:
    """Leads through the steps; ``on_done`` is told in words what came in."""

    view: View
    jobs: Jobs
    desk: Desk
    on_done: Callable[[str], object]
    state: ImportState = field(default_factory=ImportState)
    _work: LongWork = field(init=False)

    def __post_init__(self) -> None:
        self._work = LongWork(self.jobs, self._on_progress)

    def open(self, path: Path, programme_id: str) -> None:
        """Look into a file that was chosen, for the programme that the list shows."""
        self._look(path, "", programme_id, "")

    def choose_sheet(self, sheet: str) -> None:
        """Look into another sheet of the same file."""
        look, state = self.state.look, self.state
        if look is not None and sheet and sheet != look.sheet:
            self._look(look.path, sheet, state.programme_id, state.region)

    def choose_programme(self, programme_id: str) -> None:
        """The list is for another programme."""
        if programme_id and programme_id != self.state.programme_id:
            self._understand(replace(self.state, programme_id=programme_id))

    def choose_region(self, code: str) -> None:
        """Kelurahan are looked for within another region."""
        if code != self.state.region:
            self._understand(replace(self.state, region=code))

    def choose_field(self, place: int, name: str) -> None:
        """Say what a column is; nothing where it is of no use."""
        fields = self.state.fields
        if fields[place] != name:
            changed = (*fields[:place], name, *fields[place + 1 :])
            self._understand(replace(self.state, fields=changed))

    def check(self) -> None:
        """Read the whole list; nothing is written."""
        if not self.state.why_not_check():
            self._run(check_list, _("Memeriksa daftar…"), self._on_checked)

    def take_in(self) -> None:
        """Write what is good in the list."""
        if not self.state.why_not_import():
            self._run(import_list, _("Mengimpor…"), self._on_taken)

    def stop(self) -> None:
        """Ask the work to stop; what was written until then stays."""
        if self.state.progress is not None:
            self._work.stop()

    def leave(self) -> None:
        """One step back; from the columns and from the end to the list."""
        if self.state.progress is None:
            if self.state.step == "checked":
                self._show(replace(self.state, step="columns", report=None, error=None))
            else:
                self._show(ImportState())

    def _look(self, path: Path, sheet: str, programme_id: str, region: str) -> None:
        self._show(replace(self.state, progress=Progress(_("Membuka berkas…")), error=None))
        work = partial(_looked, self.desk, path, sheet, programme_id, region)
        self.jobs.start(work, self._on_looked, self._on_error)

    def _on_looked(self, found: _Looked) -> None:
        state = ImportState(
            step="columns",
            look=found.look,
            before=found.before,
            programmes=found.programmes,
            programme_id=found.programme_id,
            region=found.region,
            fields=found.look.fields,
        )
        self._understand(state)

    def _understand(self, state: ImportState) -> None:
        self._show(state)
        if state.look is not None:
            choice = (state.look, state.fields, state.programme_id, state.region)
            work = partial(understand, self.desk, *choice)
            self.jobs.start(work, partial(self._on_understood, state.fields), self._on_error)

    def _on_understood(self, fields: tuple[str, ...], found: tuple[Understood, ...]) -> None:
        if fields == self.state.fields:
            self._show(replace(self.state, understood=found))

    def _run(
        self,
        work: Callable[..., ListReport],
        doing: str,
        on_done: Callable[[ListReport | None], None],
    ) -> None:
        look, state = self.state.look, self.state
        assert look is not None
        source = Source(look.path, look.sheet, look.line, look.headings, *_choice(state))
        self.state = replace(state, error=None)
        self._work.start(doing, partial(work, self.desk, source), on_done, self._on_error)

    def _on_progress(self, progress: Progress) -> None:
        self._show(replace(self.state, progress=progress))

    def _on_checked(self, report: ListReport | None) -> None:
        step: Step = "columns" if report is None else "checked"
        self._show(replace(self.state, step=step, report=report, progress=None))

    def _on_taken(self, report: ListReport | None) -> None:
        if report is None:  # stopped before the first batch
            self._show(replace(self.state, progress=None))
            return
        self._show(replace(self.state, step="done", report=report, progress=None))
        new, changed = report.counts["new"], report.counts["changed"]
        self.on_done(_("{new} calon baru, {changed} diperbarui", new=new, changed=changed))

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self.state, progress=None, error=explain(error)))

    def _show(self, state: ImportState) -> None:
        self.state = state
        self.view.show_import(state)


def _choice(state: ImportState) -> tuple[tuple[str, ...], str, str]:
    return state.fields, state.programme_id, state.region


def _looked(desk: Desk, path: Path, sheet: str, programme_id: str, region: str) -> _Looked:
    look = look_into(desk, path, sheet)
    known = plan.programmes(desk)
    programme_id = programme_id or (known[0][0] if len(known) == 1 else "")
    before = ""
    if look.before is not None:
        officer = dict(plan.officers(desk)).get(look.before.officer_id)
        before = _(
            "Berkas ini sudah pernah diimpor pada {when} oleh {officer}.",
            when=moment_words(look.before.at),
            officer=officer.name if officer else _("petugas lain"),
        )
    return _Looked(
        look=look,
        before=before,
        programmes=tuple(Named(key, one.name, one.fund) for key, one in known),
        programme_id=programme_id,
        region=region or region_of_programme(desk, programme_id),
    )
