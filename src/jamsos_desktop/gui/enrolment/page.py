"""The form that lies on the page, those that wait, and what the page shows. Knows no widget."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from jamsos_desktop.domain.enrolment_form import EnrolmentForm, Rules
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.enrolment import wording
from jamsos_desktop.gui.enrolment.candidates import CandidateFinder
from jamsos_desktop.gui.enrolment.consent_state import with_consent
from jamsos_desktop.gui.enrolment.likely import LikelyFinder
from jamsos_desktop.gui.enrolment.sheet import Change, Sheet
from jamsos_desktop.gui.enrolment.state import Said, State, View, with_sheet
from jamsos_desktop.gui.page_context import ShowResult
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.services.desk import Desk


class FormPage:
    """What typing, saving and the turn of the next person have in common."""

    def __init__(
        self,
        view: View,
        jobs: Jobs,
        desk: Desk,
        *,
        show_result: ShowResult,
        refresh_header: Callable[[], None],
    ) -> None:
        self.view = view
        self.jobs = jobs
        self.desk = desk
        self.show_result = show_result
        self.refresh_header = refresh_header
        self.state = State(practice=desk.installation.practice)
        self.sheet: Sheet | None = None
        self.rules: Rules | None = None  # those of new people at the event
        self.previous: EnrolmentForm | None = None  # the last one saved here
        self.count = 0  # enrolled at the event
        self.target = 0
        self.on_their_way: list[Sheet] = []  # left with "save and next", not answered yet
        self.came_back: list[Sheet] = []  # left unfinished; they lie on the page again later
        self.office = desk.installation.office_name
        self.closed = False
        self.on_put: list[Callable[[Sheet], None]] = []  # who follows what lies on the page
        self.taking = False  # a photo is being made small, and its form waits for it
        self._after_taking: Callable[[], None] | None = None
        self.likely = LikelyFinder(desk, jobs, view, self.show, self.show_error)
        self.candidates = CandidateFinder(desk, jobs, self.show, self.show_error)

    @property
    def open_sheet(self) -> Sheet | None:
        """The form, while it may be changed: not while it is being saved, nor afterwards."""
        return None if self.state.saving or self.state.saved else self.sheet

    @property
    def unfinished(self) -> Sheet | None:
        """The form, if somebody began it and it is not saved."""
        sheet = self.sheet
        return sheet if sheet is not None and sheet.begun and not self.state.saved else None

    def put(self, sheet: Sheet, said: Said | None = None) -> None:
        """Show another form."""
        self.sheet = sheet
        self.show(phase="form", saving=False, saved=False, said=said)
        self.view.fill(sheet.values(), sheet.focus)
        self.likely.look(sheet)
        self.candidates.look(sheet)
        for follow in self.on_put:
            follow(sheet)

    def wait_for_photo(self, then: Callable[[], None]) -> bool:
        """Whether a photo is still being made small; what was wanted meanwhile is done after it."""
        if self.taking:
            self._after_taking = then
        return self.taking

    def taken(self) -> None:
        """The photo is in the form, or was refused."""
        self.taking = False
        then, self._after_taking = self._after_taking, None
        if then is not None:
            then()

    def set_aside(self) -> None:
        """Another form comes first; the one that somebody began comes back after it."""
        if self.unfinished is not None and not self.state.saving:
            self.came_back.append(self.unfinished)

    def keep(self) -> None:
        """Write the draft as it stands: after a pause, and when a field is left."""
        sheet = self.open_sheet
        if sheet is not None and sheet.begun and not self.closed:
            sheet.keeper.keep(sheet.form, sheet.focus, self._on_kept, self.show_error)

    def _on_kept(self) -> None:
        if self.sheet is not None and self.state.number != self.sheet.keeper.number:
            self.show()

    def close(self) -> None:
        """The page goes: write what still waits. The worker has nothing to do any more."""
        if self.closed:
            return
        self.closed = True
        sheets = [*self.on_their_way, *self.came_back]
        if self.unfinished is not None:
            sheets.append(self.unfinished)
        for sheet in sheets:
            sheet.keeper.flush(sheet.form, sheet.focus)

    def offer_undo(self, words: str, sheet: Sheet, change: Change) -> None:
        """Say what was changed, with a way back where the window offers one."""
        self.show_result(words, undo=partial(self._take_back, sheet, change))

    def _take_back(self, sheet: Sheet, change: Change) -> None:
        if sheet is not self.open_sheet:
            self.show_result(_("Formulirnya sudah berganti: tidak ada yang diurungkan."))
            return
        self.view.fill(sheet.take_back(change), sheet.focus)
        self.keep()
        self.show()

    def show(self, **changes: object) -> None:
        """Show the state with these changes, and what the form on the page says."""
        state = replace(self.state, **changes)  # type: ignore[arg-type]
        if self.sheet is not None:
            count = wording.count_words(self.count, self.target)
            state = with_sheet(replace(state, count=count), self.sheet)
            state = with_consent(state, self.sheet, self.previous)
        self.state = state
        self.view.display(state)

    def show_error(self, error: UserError) -> None:
        """Say what went wrong, what it means and what to do."""
        words = explain(error)
        self.show(said=Said("error", words.what, f"{words.data} {words.todo}"))
