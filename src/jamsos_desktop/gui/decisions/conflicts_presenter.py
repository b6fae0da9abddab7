"""What happens in the list of corrections that differ. Knows no widget."""

from dataclasses import replace
from functools import partial

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.decisions.conflicts_state import ConflictsState
from jamsos_desktop.gui.decisions.desk_presenter import DeskPresenter
from jamsos_desktop.gui.decisions.dispute import Dispute, read_dispute
from jamsos_desktop.gui.decisions.queue import Group, Queue
from jamsos_desktop.gui.page_context import ShowResult
from jamsos_desktop.gui.state_presenter import StateView
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.messages import explain, finding_text
from jamsos_desktop.services import conflict_desk
from jamsos_desktop.services.conflict_desk import Settled
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.enrol import NotEnrolledError


class ConflictsPresenter(DeskPresenter[Dispute, ConflictsState, Settled]):
    """A group is one record; what is chosen for all its fields is saved at once."""

    TAKEN_BACK = N_("Keputusan diurungkan; isian ini ditanyakan lagi.")

    def __init__(
        self, view: StateView[ConflictsState], jobs: Jobs, desk: Desk, show_result: ShowResult
    ) -> None:
        super().__init__(view, jobs, desk, show_result, ConflictsState())

    def refresh(self) -> None:
        """Look for what waits now."""
        self._read.clear()
        if self._state.sheet is not None and not self._state.busy:
            self._read_again()
        work = partial(conflict_desk.open_conflicts, self._desk)
        self._jobs.start(work, self._on_looked, self._on_error)

    def choose(self, name: str, place: int) -> None:
        """The value in this column holds for the field; chosen again it is not."""
        dispute = self._state.sheet
        if dispute is None or self._state.why_not() or not dispute.has(name, place):
            return
        chosen = {key: n for key, n in self._state.chosen.items() if key != name}
        typed = {key: text for key, text in self._state.typed.items() if key != name}
        if self._state.chosen.get(name) != place:
            chosen[name] = place
        self._show(replace(self._state, chosen=chosen, typed=typed, findings=()))

    def choose_column(self, place: int) -> None:
        """For every field the value in this column, where there is one."""
        dispute = self._state.sheet
        if dispute is None or self._state.why_not():
            return
        fields = [row.name for row in dispute.rows if dispute.has(row.name, place)]
        chosen = {**self._state.chosen, **dict.fromkeys(fields, place)}
        typed = {key: text for key, text in self._state.typed.items() if key not in fields}
        self._show(replace(self._state, chosen=chosen, typed=typed, findings=()))

    def ask_typed(self, name: str) -> None:
        """Begin to type something else for this field, where that can be."""
        if not self._state.why_not() and conflict_desk.may_be_typed(name):
            self._show(replace(self._state, typing=name))

    def leave_typed(self) -> None:
        """Type nothing."""
        self._show(replace(self._state, typing=""))

    def type(self, text: str) -> None:
        """This holds for the field for which something else was asked."""
        name = self._state.typing
        if name and text.strip():
            chosen = {key: n for key, n in self._state.chosen.items() if key != name}
            typed = {**self._state.typed, name: text}
            self._show(replace(self._state, chosen=chosen, typed=typed, typing="", findings=()))

    def save(self, reason: str = "") -> None:
        """Write what holds. ``reason`` sets aside what was found the last time."""
        dispute = self._state.sheet
        if dispute is None or self._state.why_not():
            return
        chosen = {name: dispute.value(name, place) for name, place in self._state.chosen.items()}
        words = reason.strip() or _("Isian yang berbeda diputuskan di meja konflik")
        reasons = dict.fromkeys(self._state.overridable, reason.strip()) if reason.strip() else {}
        work = partial(
            conflict_desk.settle,
            self._desk,
            dispute.seen,
            chosen,
            self._state.typed,
            words,
            reasons,
        )
        self._answer(work, _("{number} diputuskan.", number=dispute.number))

    def _on_looked(self, record_ids: list[str]) -> None:
        self._state = replace(self._state, looked=True)
        self._take_in([(one,) for one in record_ids])

    def _look_at(self, group: Group, *, uncovered: bool = False) -> Dispute:
        return read_dispute(self._desk, group[0], uncovered=uncovered)

    def _seen(self, sheet: Dispute) -> object:
        return sheet.seen.heads

    def _take_back(self, answered: Settled) -> None:
        conflict_desk.reopen(self._desk, answered, _("Salah diputuskan di meja konflik"))

    def _fresh(self, queue: Queue, sheet: Dispute | None) -> ConflictsState:
        return ConflictsState(queue, sheet, looked=self._state.looked)

    def _closed(self, state: ConflictsState) -> ConflictsState:
        return replace(state, typing="")

    def _on_refused(self, error: UserError) -> None:
        if isinstance(error, NotEnrolledError):
            found = error.findings
            codes = tuple(one.code for one in found if one.overridable)
            self._show(
                replace(
                    self._state,
                    busy=False,
                    findings=tuple(finding_text(one) for one in found),
                    overridable=codes if len(codes) == len(found) else (),
                )
            )
            return
        self._show(replace(self._state, busy=False, error=explain(error)))
        if error.code == "record_changed":
            self._read_again()
