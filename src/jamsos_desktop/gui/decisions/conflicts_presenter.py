"""What happens in the list of corrections that differ. Knows no widget."""

from dataclasses import replace
from functools import partial
from typing import NamedTuple, Protocol

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.decisions.conflicts_state import ConflictsState
from jamsos_desktop.gui.decisions.dispute import Dispute, read_dispute
from jamsos_desktop.gui.decisions.queue import Group, Queue
from jamsos_desktop.gui.page_context import ShowResult
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain, finding_text
from jamsos_desktop.services import conflict_desk
from jamsos_desktop.services.conflict_desk import Settled
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.enrol import NotEnrolledError

_AHEAD = 3  # records that are read before they are wanted


class View(Protocol):
    """What the presenter needs of the page."""

    def display(self, state: ConflictsState) -> None:
        """Show the state."""


class _Given(NamedTuple):
    group: Group
    settled: Settled


class ConflictsPresenter:
    """Shows one record after the other; what is chosen is journalled before the next one comes."""

    def __init__(self, view: View, jobs: Jobs, desk: Desk, show_result: ShowResult) -> None:
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._say = show_result
        self._state = ConflictsState()
        self._read: dict[Group, Dispute] = {}
        self._given: list[_Given] = []

    @property
    def state(self) -> ConflictsState:
        """What is shown."""
        return self._state

    def refresh(self) -> None:
        """Look for what waits now."""
        work = partial(conflict_desk.open_conflicts, self._desk)
        self._jobs.start(work, self._on_looked, self._on_error)

    def skip(self, step: int = 1) -> None:
        """The next record, or the one before, without an answer."""
        if not self._state.why_not():
            self._go_to(self._state.queue.moved(step))

    def choose(self, name: str, place: int) -> None:
        """The value in this column holds for the field; chosen again it is not."""
        dispute = self._state.dispute
        if dispute is None or self._state.why_not() or not dispute.has(name, place):
            return
        chosen = {key: n for key, n in self._state.chosen.items() if key != name}
        typed = {key: text for key, text in self._state.typed.items() if key != name}
        if self._state.chosen.get(name) != place:
            chosen[name] = place
        self._show(replace(self._state, chosen=chosen, typed=typed, findings=()))

    def choose_column(self, place: int) -> None:
        """For every field the value in this column, where there is one."""
        dispute = self._state.dispute
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
        dispute = self._state.dispute
        if dispute is None or self._state.why_not():
            return
        chosen = {name: dispute.value(name, place) for name, place in self._state.chosen.items()}
        words = reason.strip() or _("Isian yang berbeda diputuskan di meja konflik")
        reasons = dict.fromkeys(self._state.overridable, reason.strip()) if reason.strip() else {}
        self._show(replace(self._state, busy=True, error=None))
        work = partial(
            conflict_desk.settle,
            self._desk,
            dispute.seen,
            chosen,
            self._state.typed,
            words,
            reasons,
        )
        group = self._state.queue.shown
        self._jobs.start(work, partial(self._on_settled, group), self._on_refused)

    def uncover(self) -> None:
        """Show whole numbers of this record; that is journalled. Again: hide them."""
        dispute = self._state.dispute
        if dispute is not None and not self._state.busy:
            self._show(replace(self._state, busy=True))
            work = partial(
                read_dispute, self._desk, dispute.record_id, uncovered=not dispute.uncovered
            )
            self._jobs.start(work, self._on_shown_again, self._on_error)

    def take_back(self) -> None:
        """Ask again what was decided last in this sitting."""
        if self._given and not self._state.busy:
            self._show(replace(self._state, busy=True, typing=""))
            given = self._given[-1]
            reason = _("Salah diputuskan di meja konflik")
            work = partial(conflict_desk.reopen, self._desk, given.settled, reason)
            self._jobs.start(
                work, partial(self._on_taken_back, given), partial(self._on_not_taken_back, given)
            )

    def _on_settled(self, group: Group, settled: Settled) -> None:
        self._given.append(_Given(group, settled))
        self._read.pop(group, None)
        number = self._state.dispute.number if self._state.dispute else ""
        self._go_to(self._state.queue.done())
        self._say(_("{number} diputuskan.", number=number), self.take_back)

    def _on_taken_back(self, given: _Given, _nothing: None) -> None:
        self._given.remove(given)
        self._read.pop(given.group, None)
        self._go_to(self._state.queue.reopened(given.group))
        self._say(_("Keputusan diurungkan; isian ini ditanyakan lagi."))

    def _on_not_taken_back(self, given: _Given, error: UserError) -> None:
        """Somebody has corrected it since, and so it is not ours to take back any more."""
        self._given.remove(given)
        self._show(replace(self._state, undoable=bool(self._given)))
        self._on_error(error)

    def _go_to(self, queue: Queue) -> None:
        """Show another record: at once where it was read ahead."""
        dispute = self._read.get(queue.shown)
        waits = bool(queue.shown) and dispute is None
        undoable, looked = bool(self._given), self._state.looked
        state = ConflictsState(queue, dispute, looked, waits, undoable=undoable)
        self._show(state)
        for group in (queue.shown, *queue.coming(_AHEAD)):
            if group and group not in self._read:
                work = partial(read_dispute, self._desk, group[0])
                self._jobs.start(work, partial(self._on_read, group), self._on_error)

    def _on_read(self, group: Group, dispute: Dispute) -> None:
        coming = (self._state.queue.shown, *self._state.queue.coming(_AHEAD))
        self._read = {g: d for g, d in (*self._read.items(), (group, dispute)) if g in coming}
        if group == self._state.queue.shown and self._state.dispute is None:
            self._show(replace(self._state, dispute=dispute, busy=False))

    def _on_shown_again(self, dispute: Dispute) -> None:
        if (dispute.record_id,) == self._state.queue.shown:
            self._show(replace(self._state, dispute=dispute, busy=False))

    def _on_looked(self, record_ids: list[str]) -> None:
        self._read.clear()
        self._state = replace(self._state, looked=True)
        self._go_to(self._state.queue.renewed([(one,) for one in record_ids]))

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
        if error.code == "record_changed" and self._state.dispute is not None:
            work = partial(read_dispute, self._desk, self._state.dispute.record_id)
            self._jobs.start(work, self._on_shown_again, self._on_error)

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self._state, busy=False, error=explain(error)))

    def _show(self, state: ConflictsState) -> None:
        self._state = state
        self._view.display(state)
