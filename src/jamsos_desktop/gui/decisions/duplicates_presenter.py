"""What happens in the list of people who are perhaps the same. Knows no widget."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import NamedTuple, Protocol

from jamsos_desktop.domain.field_labels import label
from jamsos_desktop.errors import Cancelled, UserError
from jamsos_desktop.gui.decisions.duplicates_state import DuplicatesState
from jamsos_desktop.gui.decisions.queue import Group, Queue
from jamsos_desktop.gui.decisions.sides import Sheet, read_sheet
from jamsos_desktop.gui.page_context import ShowResult
from jamsos_desktop.gui.work import Jobs, Progress
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.services import duplicate_desk
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.duplicate_desk import TAKEABLE, Answered
from jamsos_desktop.services.enrol import NotEnrolledError
from jamsos_desktop.services.likely_pairs import compare_new
from jamsos_desktop.services.progress import CancelToken, Report

_AHEAD = 3  # groups that are read before they are wanted


class View(Protocol):
    """What the presenter needs of the page."""

    def display(self, state: DuplicatesState) -> None:
        """Show the state."""


class _Given(NamedTuple):
    group: Group
    answered: Answered


class DuplicatesPresenter:
    """Shows one group after the other; an answer is journalled before the next one comes."""

    def __init__(self, view: View, jobs: Jobs, desk: Desk, show_result: ShowResult) -> None:
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._say = show_result
        self._state = DuplicatesState()
        self._stop = CancelToken()
        self._read: dict[Group, Sheet] = {}
        self._given: list[_Given] = []

    @property
    def state(self) -> DuplicatesState:
        """What is shown."""
        return self._state

    def refresh(self) -> None:
        """Look for what is new since the last time, and show what waits."""
        if self._state.progress is not None:
            return
        self._stop = CancelToken()
        progress = Progress(_("Membandingkan pendaftaran…"))
        self._show(replace(self._state, progress=progress, error=None))
        self._jobs.start_long(
            partial(_look, self._desk, self._stop),
            self._on_looked,
            self._on_error,
            self._on_progress,
        )

    def stop(self) -> None:
        """Stop looking; what was found so far is shown."""
        self._stop.cancel()

    def skip(self, step: int = 1) -> None:
        """The next group, or the one before, without an answer."""
        if self._state.sheet is not None and not self._state.busy:
            self._go_to(self._state.queue.moved(step))

    def keep(self, place: int) -> None:
        """The registration at this place is kept; the others that are the same are duplicates."""
        sheet = self._state.sheet
        if sheet is None or self._state.why_not() or place >= len(sheet.sides):
            return
        others = self._state.others - {place}
        same = [i for n, i in enumerate(sheet.ids) if n != place and n not in others]
        if not same:
            self.apart()
            return
        taken = {
            name: sheet.ids[n]
            for name, n in self._state.taken.items()
            if n != place and n not in others
        }
        self._answer(
            partial(
                duplicate_desk.same_person,
                self._desk,
                sheet.ids[place],
                same,
                sheet.heads,
                others=[sheet.ids[n] for n in sorted(others)],
                taken=taken,
                reason=_("Orang yang sama, diputuskan di meja duplikat"),
            ),
            _("{number} dipakai, yang lain gandanya.", number=sheet.sides[place].number),
        )

    def apart(self) -> None:
        """All of them are different people."""
        sheet = self._state.sheet
        if sheet is not None and not self._state.why_not():
            reason = _("Orang yang berbeda, diputuskan di meja duplikat")
            work = partial(
                duplicate_desk.different_people, self._desk, sheet.ids, sheet.heads, reason
            )
            self._answer(work, _("Orang yang berbeda; tidak ditanyakan lagi."))

    def ask_back(self, place: int) -> None:
        """Begin to send the registration at this place back: the reason is asked."""
        if self._state.sheet is not None and not self._state.why_not():
            self._show(replace(self._state, returning=place))

    def leave_back(self) -> None:
        """Send nothing back."""
        self._show(replace(self._state, returning=-1))

    def back_reason(self) -> str:
        """What is proposed as the reason."""
        sheet, place = self._state.sheet, self._state.returning
        if sheet is None or place < 0:
            return ""
        other = next(side for n, side in enumerate(sheet.sides) if n != place)
        fields = ", ".join(map(label, sheet.differing())) or _("semua isian")
        return _(
            "Mungkin sama dengan {number}. Periksa dengan KTP: {fields}",
            number=other.number,
            fields=fields,
        )

    def send_back(self, reason: str) -> None:
        """Let the station look at it again, with this reason."""
        sheet, place = self._state.sheet, self._state.returning
        if sheet is None or self._state.busy or place < 0 or not reason.strip():
            return
        one = sheet.sides[place]
        alike = [i for i in sheet.ids if i != one.record_id]
        work = partial(
            duplicate_desk.send_back,
            self._desk,
            one.record_id,
            alike,
            sheet.heads,
            fields=sheet.differing(),
            reason=reason,
        )
        self._answer(work, _("{number} dikembalikan ke posnya.", number=one.number))

    def mark_other(self, place: int) -> None:
        """This one is somebody else than the rest of the group, or is not any more."""
        sheet = self._state.sheet
        if sheet is not None and not self._state.why_not() and len(sheet.sides) > 2:
            self._show(replace(self._state, others=self._state.others ^ {place}))

    def take_over(self, name: str, place: int) -> None:
        """The kept registration shall have this side's value of the field; again: it shall not."""
        sheet = self._state.sheet
        if sheet is None or self._state.why_not() or name not in TAKEABLE:
            return
        taken = dict(self._state.taken)
        if taken.get(name) == place:
            del taken[name]
        else:
            taken[name] = place
        self._show(replace(self._state, taken=taken))

    def uncover(self) -> None:
        """Show whole NIKs and family cards of this group; that is journalled. Again: hide them."""
        sheet = self._state.sheet
        if sheet is None or self._state.busy:
            return
        group, wanted = self._state.queue.shown, not sheet.uncovered
        self._show(replace(self._state, busy=True))
        work = partial(read_sheet, self._desk, group, uncovered=wanted)
        self._jobs.start(work, self._on_uncovered, self._on_error)

    def take_back(self) -> None:
        """Undo the last answer of this sitting, and show its group again."""
        if not self._given or self._state.busy:
            return
        self._show(replace(self._state, busy=True, returning=-1))
        given = self._given[-1]
        reason = _("Salah diputuskan di meja duplikat")
        work = partial(duplicate_desk.take_back_answer, self._desk, given.answered, reason)
        self._jobs.start(work, partial(self._on_taken_back, given), self._on_error)

    def _answer(self, work: Callable[[], Answered], said: str) -> None:
        self._show(replace(self._state, busy=True, error=None))
        group = self._state.queue.shown
        self._jobs.start(work, partial(self._on_answered, group, said), self._on_refused)

    def _on_answered(self, group: Group, said: str, answered: Answered) -> None:
        self._given.append(_Given(group, answered))
        self._read.pop(group, None)
        self._go_to(self._state.queue.done())
        self._say(said, self.take_back)

    def _on_taken_back(self, given: _Given, _nothing: None) -> None:
        self._given.remove(given)
        self._read.pop(given.group, None)
        self._go_to(self._state.queue.reopened(given.group))
        self._say(_("Keputusan diurungkan; kelompok ini ditanyakan lagi."))

    def _go_to(self, queue: Queue) -> None:
        """Show another group: at once where it was read ahead."""
        undoable = bool(self._given)
        state = self._state.for_group(queue, self._read.get(queue.shown))
        waits = bool(queue.shown) and state.sheet is None
        self._show(replace(state, undoable=undoable, busy=waits))
        for group in (queue.shown, *queue.coming(_AHEAD)):
            if group and group not in self._read:
                work = partial(read_sheet, self._desk, group)
                self._jobs.start(work, partial(self._on_read, group), self._on_error)

    def _on_read(self, group: Group, sheet: Sheet) -> None:
        coming = (self._state.queue.shown, *self._state.queue.coming(_AHEAD))
        self._read = {g: s for g, s in (*self._read.items(), (group, sheet)) if g in coming}
        if group == self._state.queue.shown and self._state.sheet is None:
            self._show(self._state.for_group(self._state.queue, sheet))

    def _on_uncovered(self, sheet: Sheet) -> None:
        if sheet.heads.keys() == set(self._state.queue.shown):
            self._show(replace(self._state, sheet=sheet, busy=False))

    def _on_looked(self, groups: Sequence[Group]) -> None:
        self._show(replace(self._state, progress=None, compared=not self._stop.wanted))
        self._read.clear()
        self._go_to(self._state.queue.renewed(groups))

    def _on_progress(self, done: int, total: int) -> None:
        if self._state.progress is not None:
            progress = replace(self._state.progress, done=done, total=total)
            self._show(replace(self._state, progress=progress))

    def _on_refused(self, error: UserError) -> None:
        """The group stands there again as it is now, with why it was not journalled."""
        group = self._state.queue.shown
        self._show(replace(self._state, busy=False, error=explain(error)))
        if not isinstance(error, NotEnrolledError):
            self._read.pop(group, None)
            work = partial(read_sheet, self._desk, group)
            self._jobs.start(work, self._on_uncovered, self._on_error)

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self._state, busy=False, progress=None, error=explain(error)))

    def _show(self, state: DuplicatesState) -> None:
        self._state = state
        self._view.display(state)


def _look(desk: Desk, stop: CancelToken, report: Report, _token: CancelToken) -> list[Group]:
    """The groups of all that was compared; who stops it gets those of what is done."""
    with suppress(Cancelled):
        compare_new(desk, report, stop)
    return duplicate_desk.open_questions(desk)
