"""Fills the form with what is known from elsewhere. Knows no widget."""

from functools import partial

from jamsos_desktop.domain.enrolment_form import FIELDS, EnrolmentForm
from jamsos_desktop.gui.enrolment.look_up import LookUp
from jamsos_desktop.gui.enrolment.page import FormPage
from jamsos_desktop.gui.enrolment.sheet import Sheet
from jamsos_desktop.services import practice


class Filling:
    """Puts many fields into the form at once; the cadre confirms them."""

    def __init__(self, page: FormPage, look_up: LookUp) -> None:
        self._page = page
        self._look_up = look_up

    def invent(self) -> None:
        """Practice: fill the form with the next person who does not exist."""
        sheet = self._page.open_sheet
        if sheet is not None:
            work = partial(practice.next_candidate, self._page.desk, sheet.rules)
            self._page.jobs.start(work, partial(self._on_invented, sheet), self._page.show_error)

    def _on_invented(self, sheet: Sheet, invented: EnrolmentForm) -> None:
        if sheet is not self._page.sheet:
            return
        values = {name: getattr(invented, name) for name in FIELDS}
        sheet.edit(values)
        sheet.focus = "nik"
        self._look_up.ask(sheet)
        self._page.keep()
        self._page.view.fill(values, "nik")
        self._page.show(said=None)
