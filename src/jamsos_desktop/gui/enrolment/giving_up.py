"""Giving a form up ("Batal") and taking it up again within a day. Knows no widget."""

from functools import partial

from jamsos_desktop.gui.enrolment import wording
from jamsos_desktop.gui.enrolment.page import FormPage
from jamsos_desktop.gui.enrolment.state import Said
from jamsos_desktop.gui.enrolment.turns import Turns
from jamsos_desktop.i18n import _
from jamsos_desktop.services import cancelled
from jamsos_desktop.services.cancelled import Cancelled


class GivingUp:
    """A form that is given up stays a draft; the list of the day says which there are."""

    def __init__(self, page: FormPage, turns: Turns) -> None:
        self._page = page
        self._turns = turns

    def cancel(self) -> None:
        """Give this form up. Its number stays its own."""
        page, sheet = self._page, self._page.open_sheet
        if sheet is None or not sheet.begun or page.wait_for_photo(self.cancel):
            return
        told = partial(self._on_cancelled, page.state.event_id)
        sheet.keeper.cancel(sheet.form, sheet.focus, told, page.show_error)
        self._turns.next(sheet.rules)

    def _on_cancelled(self, event_id: str, draft_id: str) -> None:
        page = self._page
        words = _("Dibatalkan; disimpan sehari di «Dibatalkan».")
        page.show_result(words, undo=partial(self.take_up, draft_id))
        self.refresh(event_id)

    def refresh(self, event_id: str) -> None:
        """Look which forms of the event can be taken up again."""
        page = self._page
        look = partial(cancelled.list_cancelled, page.desk, event_id)
        page.jobs.start(look, self._on_listed, page.show_error)

    def _on_listed(self, found: list[Cancelled]) -> None:
        self._page.show(cancelled=wording.cancelled_words(found))

    def take_up(self, draft_id: str) -> None:
        """Go on with a form that was given up; one that is begun comes back after it."""
        page = self._page
        if page.state.saving:
            page.show(said=Said("info", _("Formulir sebelumnya masih disimpan.")))
            return
        page.keep()
        work = partial(cancelled.take_up, page.desk, draft_id)
        page.jobs.start(work, self._turns.go_on_with, page.show_error)
        self.refresh(page.state.event_id)
