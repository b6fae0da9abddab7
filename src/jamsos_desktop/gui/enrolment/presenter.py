"""What happens on the enrolment page. Knows no widget."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.enrolment import Checked
from jamsos_desktop.domain.enrolment_form import FIELDS, EnrolmentForm, Rules, next_form
from jamsos_desktop.domain.records import Explained
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.enrolment import wording
from jamsos_desktop.gui.enrolment.correction import Correction, open_correction, rules_for
from jamsos_desktop.gui.enrolment.drafts import DraftKeeper
from jamsos_desktop.gui.enrolment.likely import LikelyFinder
from jamsos_desktop.gui.enrolment.opening import Opened, open_page
from jamsos_desktop.gui.enrolment.sheet import Sheet, start_sheet
from jamsos_desktop.gui.enrolment.state import Find, Said, State, View, with_sheet
from jamsos_desktop.gui.page_context import ShowResult
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.services import enrol, practice
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.enrol import Enrolled, NotEnrolledError
from jamsos_desktop.services.visitors import Start

_IDENTITY = ("nik", "kk")  # by which the database knows others


class EnrolmentPresenter:
    """Leads one form after the other from its first key to the journal."""

    def __init__(
        self,
        view: View,
        jobs: Jobs,
        desk: Desk,
        *,
        show_result: ShowResult,
        refresh_header: Callable[[], None],
    ) -> None:
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._show_result = show_result
        self._refresh_header = refresh_header
        self._state = State(practice=desk.installation.practice)
        self._sheet: Sheet | None = None
        self._target = 0
        self._count = 0
        self._previous: EnrolmentForm | None = None  # the last one saved here
        self._on_their_way: list[Sheet] = []  # left with "save and next", not answered yet
        self._came_back: list[Sheet] = []  # refused while another form was already begun
        self._rules: Rules | None = None  # those of new people at the event
        self._find: Find | None = None  # who is looked for as soon as the page is open
        self._closed = False
        self.likely = LikelyFinder(desk, jobs, view, self._show, self._on_error)

    @property
    def state(self) -> State:
        """What the page shows now."""
        return self._state

    # --- the page -------------------------------------------------------------------------

    def open(self, event_id: str = "") -> None:
        """Look for the event and for a form that was left unfinished."""
        self._show(phase="loading" if self._sheet is None else "form")
        self._jobs.start(partial(open_page, self._desk, event_id), self._on_ready, self._on_error)

    def shown(self) -> None:
        """The page is looked at again; perhaps there is an event by now."""
        if self._state.phase == "no_event":
            self.open()

    def choose_event(self, event_id: str) -> None:
        """Enrol for another event from now on. The form of this one stays as a draft."""
        if event_id != self._state.event_id and not (self._on_their_way or self._came_back):
            self.keep()
            self.open(event_id)

    def close(self) -> None:
        """The page goes: write what still waits. The worker has nothing to do any more."""
        if self._closed:
            return
        self._closed = True
        sheets = [*self._on_their_way, *self._came_back]
        if self._sheet and self._sheet.begun and not self._state.saved:
            sheets.append(self._sheet)
        for sheet in sheets:
            sheet.keeper.flush(sheet.form, sheet.focus)

    def _on_ready(self, opened: Opened | None) -> None:
        self._rules = opened.rules if opened else None
        self._on_opened(opened)
        wanted, self._find = self._find, None
        if opened is not None and wanted is not None:
            self.begin_with(wanted)

    def _on_opened(self, opened: Opened | None) -> None:
        if opened is None:
            self._show(phase="no_event")
            return
        self._count, self._target = opened.enrolled, opened.event.target
        self._previous = None
        self._view.offer(opened.rules)
        named = opened.named_events()
        self._state = replace(self._state, event_id=opened.event_id, events=named)
        keeper = DraftKeeper(self._desk, self._jobs, opened.event_id, opened.draft)
        if opened.draft is None:
            self._put(Sheet(next_form(None, opened.rules), opened.rules, keeper))
            return
        draft = opened.draft
        rules = rules_for(draft, opened.rules)
        sheet = Sheet(draft.form, rules, keeper, focus=draft.focus, begun=True)
        self._put(sheet, Said("info", _("Formulir yang belum selesai dibuka kembali.")))

    def begin_with(self, find: Find) -> None:
        """Begin the next form with what ``find`` knows of somebody who came.

        It is asked on the worker, and only where the form on the page is saved or empty.
        """
        sheet = self._sheet
        if sheet is None:
            self._find = find
        elif self._state.saving or (sheet.begun and not self._state.saved):
            later = _("Simpan atau batalkan dulu, lalu panggil lagi.")
            self._show(said=Said("info", _("Formulir ini belum selesai."), later))
            self._view.go_to(sheet.focus)
        else:
            here = partial(find, self._state.event_id)
            self._jobs.start(here, self._on_start, self._on_error)

    def _on_start(self, start: Start) -> None:
        current, rules = self._sheet, self._rules
        assert current is not None
        assert rules is not None
        if current.begun and not self._state.saved:  # somebody typed while the worker looked
            self._came_back.append(current)
        if current.rules is not rules:
            self._view.offer(rules)
        keeper = DraftKeeper(self._desk, self._jobs, rules.event_id, origin=start.origin)
        sheet = start_sheet(start, self._previous, rules, keeper)
        self._put(sheet, Said("info", _("Sekarang: {title}", title=start.title)))
        self._look_up(sheet)

    # --- typing ---------------------------------------------------------------------------

    def edit(self, name: str, value: str, focus: str) -> None:
        """A person changed a field; ``focus`` is where the cursor stands."""
        sheet = self._sheet
        if sheet is None or self._state.saving or self._state.saved:
            return
        first = not sheet.begun
        sheet.edit({name: value})
        sheet.focus = focus or name
        if name in _IDENTITY:
            self._look_up(sheet)
        if first:
            self.keep()
        self._show(said=self._said_now(sheet))

    def left(self, name: str, value: str, focus: str) -> None:
        """A field was left, tidied perhaps; the cursor stands in ``focus`` now."""
        sheet = self._sheet
        if sheet is None or not sheet.begun or self._state.saving or self._state.saved:
            return
        if getattr(sheet.form, name) != value:
            sheet.edit({name: value})
        sheet.leave(name)
        self.likely.look(sheet)
        sheet.focus = focus or name
        self.keep()
        self._show()

    def give_reason(self, code: str, text: str) -> None:
        """A finding is set aside for this reason."""
        if self._sheet is None or self._state.saving or self._state.saved:
            return
        if self._sheet.form.reasons.get(code, "") != text:
            self._sheet.give_reason(code, text)
            self._show(said=self._said_now(self._sheet))

    def explained(self, told: Explained) -> None:
        """The cover was explained, to the end, to the person of this form."""
        if self._sheet is not None and not (self._state.saving or self._state.saved):
            self._sheet.explain(told)
            self.keep()
            self._show()

    def accept(self, name: str) -> bool:
        """Enter in a field: take what the NIK proposes for it. Whether there was something."""
        offered = dict(self._state.proposals).get(name, "")
        if not offered or self._sheet is None:
            return False
        self._sheet.edit({name: offered})
        self._view.put(name, offered)
        self._show(said=self._said_now(self._sheet))
        return True

    def _said_now(self, sheet: Sheet) -> Said | None:
        """While somebody types: what still stands in the way, if saving was tried."""
        if self._state.said is None or self._state.said.tone != "error":
            return None
        if not sheet.refused:
            return self._state.said
        standing = sheet.standing()
        return Said("error", wording.standing_words(standing)) if standing else None

    def keep(self) -> None:
        """Write the draft as it stands: after a pause, and when a field is left."""
        sheet = self._sheet
        done = self._closed or self._state.saving or self._state.saved
        if sheet is not None and sheet.begun and not done:
            sheet.keeper.keep(sheet.form, sheet.focus, self._on_kept, self._on_error)

    def _on_kept(self) -> None:
        if self._sheet is not None and self._state.number != self._sheet.keeper.number:
            self._show()

    def _look_up(self, sheet: Sheet) -> None:
        asked = tuple(getattr(sheet.form, name) for name in _IDENTITY)
        if any(len(nik.normalise(typed)) == nik.LENGTH for typed in asked):
            record_id = sheet.keeper.record_id
            look = partial(
                enrol.check_form, self._desk, sheet.form, sheet.rules, record_id=record_id
            )
            self._jobs.start(look, partial(self._on_looked_up, sheet, asked), self._on_error)

    def _on_looked_up(self, sheet: Sheet, asked: tuple[str, ...], checked: Checked) -> None:
        if asked == tuple(getattr(sheet.form, name) for name in _IDENTITY):
            sheet.set_others(checked.others)
            if sheet is self._sheet:
                sheet.leave(*({f.field for f in checked.others} - {sheet.focus}))
                self._show()

    # --- practice and giving up -----------------------------------------------------------

    def fill_candidate(self) -> None:
        """Practice: fill the form with the next person who does not exist."""
        sheet = self._sheet
        if sheet is None or self._state.saving or self._state.saved:
            return
        invent = partial(practice.next_candidate, self._desk, sheet.rules)
        self._jobs.start(invent, partial(self._on_candidate, sheet), self._on_error)

    def _on_candidate(self, sheet: Sheet, candidate: EnrolmentForm) -> None:
        if sheet is not self._sheet:
            return
        values = {name: getattr(candidate, name) for name in FIELDS}
        sheet.edit(values)
        sheet.focus = "nik"
        self._look_up(sheet)
        self.keep()
        self._view.fill(values, "nik")
        self._show(said=None)

    def cancel(self) -> None:
        """Give this form up. Its number stays spent."""
        sheet = self._sheet
        if sheet is not None and sheet.begun and not self._state.saving:
            told = partial(self._show_result, _("Pendaftaran dibatalkan."))
            sheet.keeper.drop(told, self._on_error)
            self._next(sheet.rules)

    # --- saving ---------------------------------------------------------------------------

    def save(self, *, then_next: bool) -> None:
        """Save the form, and with ``then_next`` go on to the next one without waiting."""
        sheet = self._sheet
        if sheet is None or self._state.saving:
            return
        if self._state.saved:
            if then_next:
                self._next(sheet.rules)
            return
        if not sheet.begun:
            self._view.go_to("nik")
            self._show(said=Said("info", _("Formulir ini masih kosong. Mulai dari NIK.")))
            return
        sheet.leave_all()
        if sheet.standing():
            self._refuse(sheet)
            return
        self._send(sheet, then_next=then_next)

    def save_incomplete(self) -> None:
        """Save although something is missing that may be filled or decided later."""
        sheet = self._sheet
        if sheet is not None and sheet.can_wait() and not (self._state.saving or self._state.saved):
            self._send(sheet, then_next=False, incomplete=True)

    def correct(self, record_id: str) -> None:
        """Open a participant's record in the form; what was being filled comes back afterwards."""
        self.keep()
        work = partial(open_correction, self._desk, record_id)
        self._jobs.start(work, self._on_correction, self._on_error)

    def _on_correction(self, opened: Correction) -> None:
        current = self._sheet
        if current is not None and current.begun and not (self._state.saving or self._state.saved):
            self._came_back.append(current)
        self._view.offer(opened.rules)
        keeper = DraftKeeper(self._desk, self._jobs, opened.draft.event_id, opened.draft)
        sheet = Sheet(opened.draft.form, opened.rules, keeper, begun=True)
        sheet.leave_all()
        self._put(sheet, Said("info", _("Memperbaiki data {number}.", number=keeper.number)))

    def _send(self, sheet: Sheet, *, then_next: bool, incomplete: bool = False) -> None:
        sheet.refused = False
        self._on_their_way.append(sheet)
        if then_next:
            if not sheet.rules.correcting:
                self._previous = sheet.form
            self._next(sheet.rules)
        else:
            self._show(saving=True)
        sheet.keeper.enrol(
            sheet.to_save(),
            sheet.rules,
            partial(self._on_enrolled, sheet),
            partial(self._on_not_enrolled, sheet),
            incomplete=incomplete,
        )

    def _refuse(self, sheet: Sheet) -> None:
        standing = sheet.standing()
        first = standing[0]
        sheet.refused = True
        self._show(saving=False, said=Said("error", wording.standing_words(standing)))
        self._view.go_to(first.field, first.code if first.overridable else "")

    def _on_enrolled(self, sheet: Sheet, enrolled: Enrolled) -> None:
        self._on_their_way.remove(sheet)
        if not sheet.rules.correcting:
            self._previous = sheet.form
            self._count += 1
        words = _("Tersimpan: {number} · {name}", number=enrolled.number, name=enrolled.name)
        self._show_result(words)
        self._refresh_header()
        if sheet is self._sheet:
            more = _("Lanjutkan dengan orang berikutnya.")
            self._show(saving=False, saved=True, said=Said("success", words, more))
        else:
            self._show()

    def _on_not_enrolled(self, sheet: Sheet, error: UserError) -> None:
        self._on_their_way.remove(sheet)
        if isinstance(error, NotEnrolledError):
            sheet.set_others(error.others)
            sheet.leave_all()
        current = self._sheet
        if current is not sheet and current is not None and current.begun:
            self._came_back.append(sheet)
            later = _("Formulir itu dibuka lagi sesudah yang ini.")
            what = _("{number} belum tersimpan.", number=sheet.keeper.number)
            self._show(said=Said("error", f"{what} {explain(error).what}", later))
            return
        if current is not sheet:
            self._put(sheet)
        if isinstance(error, NotEnrolledError):
            self._refuse(sheet)
        else:
            self._show(saving=False)
            self._on_error(error)
            self._view.go_to(sheet.focus)

    def _next(self, rules: Rules) -> None:
        if self._came_back:
            self._put(self._came_back.pop(0), Said("info", _("Formulir ini belum tersimpan.")))
            return
        if rules.correcting:
            self._sheet = None
            self.open(self._state.event_id)
            return
        keeper = DraftKeeper(self._desk, self._jobs, rules.event_id)
        form = next_form(self._previous, rules)
        self._put(Sheet(form, rules, keeper, carried=self._previous is not None))

    def _put(self, sheet: Sheet, said: Said | None = None) -> None:
        """Show another form."""
        self._sheet = sheet
        self._show(phase="form", saving=False, saved=False, said=said)
        self._view.fill({name: getattr(sheet.form, name) for name in FIELDS}, sheet.focus)
        self.likely.look(sheet)

    # --- showing --------------------------------------------------------------------------

    def _on_error(self, error: UserError) -> None:
        words = explain(error)
        self._show(said=Said("error", words.what, f"{words.data} {words.todo}"))

    def _show(self, **changes: object) -> None:
        state = replace(self._state, **changes)  # type: ignore[arg-type]
        if self._sheet is not None:
            count = wording.count_words(self._count, self._target)
            state = with_sheet(replace(state, count=count), self._sheet)
        self._state = state
        self._view.display(state)
