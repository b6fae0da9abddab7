"""What happens on the page "Program & kegiatan". Knows no widget."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.planning import EventForm, ProgrammeForm, read_event, read_programme
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.planning.lines import EventLine, Planned, ProgrammeLine, read_plan
from jamsos_desktop.gui.state_presenter import StatePresenter, StateView
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.services import plan, replan
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.reference import regions

Tab = Literal["events", "programmes"]
Step = Literal["list", "event", "programme"]


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the page shows. ``planned`` is None until it was read."""

    tab: Tab = "events"
    step: Step = "list"
    planned: Planned | None = None
    line: ProgrammeLine | EventLine | None = None  # what is being changed; None for something new
    busy: str = ""
    findings: tuple[Finding, ...] = ()
    error: Explanation | None = None

    @property
    def next_step(self) -> Step:
        """What the primary button adds: an event needs a programme first."""
        if self.tab == "programmes" or (self.planned is not None and not self.planned.programmes):
            return "programme"
        return "event"


class PlanningPresenter(StatePresenter[State]):
    """Lists what is planned, and takes in what is added."""

    def __init__(
        self, view: StateView[State], jobs: Jobs, desk: Desk, on_added: Callable[[str], object]
    ) -> None:
        """``on_added`` is told in words what was added."""
        super().__init__(view, jobs, desk, State())
        self._on_added = on_added

    def refresh(self) -> None:
        """Look again: the page is shown."""
        self._jobs.start(partial(read_plan, self._desk), self._on_read, self._on_error)

    def choose(self, tab: Tab) -> None:
        """List the events, or the programmes."""
        self._show(replace(self._state, tab=tab, error=None))

    def begin(self) -> None:
        """Open the form for what the list would hold."""
        step = self._state.next_step
        self._show(replace(self._state, step=step, line=None, findings=(), error=None))

    def change(self, line: ProgrammeLine | EventLine) -> None:
        """Open the form with what is known of a programme or an event."""
        step: Step = "programme" if isinstance(line, ProgrammeLine) else "event"
        self._show(replace(self._state, step=step, line=line, findings=(), error=None))

    def leave(self) -> None:
        """Back to the list; what was typed is dropped."""
        if not self._state.busy:
            self._show(replace(self._state, step="list", findings=(), error=None))

    def save_programme(self, form: ProgrammeForm) -> None:
        """Add or change a programme, or say what is wrong."""
        planned = self._state.planned
        books = [line.key for line in planned.books] if planned else []
        programme, findings = read_programme(form, books)
        if programme is None:
            return self._refuse(findings)
        line = self._state.line
        if isinstance(line, ProgrammeLine):
            said = _("Program {name} diubah", name=programme.name)
            change = partial(replan.change_programme, self._desk, line.id, programme)
            return self._save(change, partial(self._on_done, "programmes", said))
        said = _("Program {name} ditambahkan", name=programme.name)
        add = partial(plan.add_programme, self._desk, programme)
        return self._save(add, partial(self._on_done, "programmes", said))

    def save_event(self, form: EventForm) -> None:
        """Add or change an event, or say what is wrong."""
        planned = self._state.planned
        known = [line.id for line in planned.programmes] if planned else []
        event, findings = read_event(form, known, lambda code: regions().get(code) is not None)
        if event is None:
            return self._refuse(findings)
        line = self._state.line
        if isinstance(line, EventLine):
            said = _("Kegiatan {name} diubah", name=event.name)
            change = partial(replan.change_event, self._desk, line.id, event)
            return self._save(change, partial(self._on_done, "events", said))
        said = _("Kegiatan {name} ditambahkan", name=event.name)
        add = partial(plan.add_event, self._desk, event)
        return self._save(add, partial(self._on_done, "events", said))

    def _save(self, save: Callable[[], object], on_done: Callable[[object], None]) -> None:
        if not self._state.busy:
            self._show(replace(self._state, busy=_("Menyimpan…"), findings=(), error=None))
            self._jobs.start(save, on_done, self._on_error)

    def _refuse(self, findings: list[Finding]) -> None:
        self._show(replace(self._state, findings=tuple(findings), error=None))

    def _on_done(self, tab: Tab, said: str, _answer: object) -> None:
        self._show(replace(self._state, tab=tab, step="list", busy=""))
        self._on_added(said)
        self.refresh()

    def _on_read(self, planned: Planned) -> None:
        self._show(replace(self._state, planned=planned))

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self._state, busy="", error=explain(error)))
