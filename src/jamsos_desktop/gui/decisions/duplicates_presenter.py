"""What happens in the list of people who are perhaps the same. Knows no widget."""

from dataclasses import replace
from functools import partial
from typing import NamedTuple

from jamsos_desktop.domain.field_labels import label
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.decisions.desk_presenter import DeskPresenter
from jamsos_desktop.gui.decisions.duplicates_state import DuplicatesState
from jamsos_desktop.gui.decisions.queue import Group, Queue
from jamsos_desktop.gui.decisions.sides import Sheet, read_sheet
from jamsos_desktop.gui.page_context import ShowResult
from jamsos_desktop.gui.state_presenter import StateView
from jamsos_desktop.gui.work import Jobs, Progress
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.messages import explain
from jamsos_desktop.services import duplicate_desk, likely_pairs
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.duplicate_desk import TAKEABLE, Answered
from jamsos_desktop.services.enrol import NotEnrolledError

_PIECE = 100  # registrations compared in one go: an answer waits for them a fifth of a second
_NEWS = 10  # pieces after which what they found is asked, too


class _Looked(NamedTuple):
    """A piece of the comparison: how many registrations, and the groups that wait, if asked."""

    done: int
    groups: list[Group] | None


class DuplicatesPresenter(DeskPresenter[Sheet, DuplicatesState, Answered]):
    """Compares piece by piece; what is found by then can be answered in between."""

    TAKEN_BACK = N_("Keputusan diurungkan; kelompok ini ditanyakan lagi.")

    def __init__(
        self, view: StateView[DuplicatesState], jobs: Jobs, desk: Desk, show_result: ShowResult
    ) -> None:
        super().__init__(view, jobs, desk, show_result, DuplicatesState())
        self._stopped = False
        self._pieces = 0  # that were compared since the page was opened

    def refresh(self) -> None:
        """Look for what is new since the last time, and show what waits."""
        if self._state.progress is not None:
            return
        self._stopped, self._pieces = False, 0
        self._read.clear()
        progress = Progress(_("Membandingkan pendaftaran…"))
        self._show(replace(self._state, progress=progress, error=None))
        count = partial(likely_pairs.count_new, self._desk)
        self._jobs.start(count, self._on_counted, self._on_not_compared)

    def stop(self) -> None:
        """Stop comparing; what was found so far is asked, and the rest another time."""
        self._stopped = True

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

    def _on_counted(self, total: int) -> None:
        if self._state.progress is not None:
            progress = replace(self._state.progress, total=total)
            self._show(replace(self._state, progress=progress))
        if self._state.sheet is not None and not self._state.busy:
            self._read_again()
        self._compare()

    def _compare(self) -> None:
        self._pieces += 1
        soon = self._state.queue.place < 0 or self._pieces % _NEWS == 0
        work = partial(_look, self._desk, soon=soon)
        self._jobs.start(work, self._on_looked, self._on_not_compared)

    def _on_looked(self, looked: _Looked) -> None:
        progress = self._state.progress
        if progress is not None:
            progress = replace(progress, done=progress.done + looked.done)
            if self._stopped or not looked.done or progress.done >= progress.total:
                progress = None
        compared = progress is None and not self._stopped
        self._show(replace(self._state, progress=progress, compared=compared))
        if looked.groups is not None:
            self._take_in(looked.groups)
        elif progress is None:
            ask = partial(duplicate_desk.open_questions, self._desk)
            self._jobs.start(ask, self._take_in, self._tell)
        if progress is not None:  # behind what the screen waits for
            self._compare()

    def _look_at(self, group: Group, *, uncovered: bool = False) -> Sheet:
        return read_sheet(self._desk, group, uncovered=uncovered)

    def _seen(self, sheet: Sheet) -> object:
        return sheet.heads

    def _take_back(self, answered: Answered) -> None:
        reason = _("Salah diputuskan di meja duplikat")
        duplicate_desk.take_back_answer(self._desk, answered, reason)

    def _fresh(self, queue: Queue, sheet: Sheet | None) -> DuplicatesState:
        known = self._state
        return DuplicatesState(queue, sheet, progress=known.progress, compared=known.compared)

    def _closed(self, state: DuplicatesState) -> DuplicatesState:
        return replace(state, returning=-1)

    def _on_refused(self, error: UserError) -> None:
        """The group stands there again as it is now, with why it was not journalled."""
        self._show(replace(self._state, busy=False, error=explain(error)))
        if not isinstance(error, NotEnrolledError):
            self._read_again()

    def _on_not_compared(self, error: UserError) -> None:
        self._show(replace(self._state, progress=None, error=explain(error)))


def _look(desk: Desk, *, soon: bool) -> _Looked:
    """The groups at the end, too, whoever asked for them."""
    done = likely_pairs.compare_some(desk, _PIECE)
    wanted = soon or done < _PIECE
    return _Looked(done, duplicate_desk.open_questions(desk) if wanted else None)
