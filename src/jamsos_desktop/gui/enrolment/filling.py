"""Fills the form with what is known from elsewhere. Knows no widget."""

from collections.abc import Mapping
from functools import partial

from jamsos_desktop.domain.enrolment_form import FIELDS, EnrolmentForm
from jamsos_desktop.gui.enrolment.look_up import LookUp
from jamsos_desktop.gui.enrolment.page import FormPage
from jamsos_desktop.gui.enrolment.sheet import Change, Sheet, Source, fill_family
from jamsos_desktop.gui.enrolment.state import Said
from jamsos_desktop.i18n import _
from jamsos_desktop.services import practice


class Filling:
    """Puts many fields into the form at once; the cadre confirms them."""

    def __init__(self, page: FormPage, look_up: LookUp) -> None:
        self._page = page
        self._look_up = look_up

    def invent(self) -> None:
        """Practice: fill the form with the next person who does not exist."""
        sheet = self._page.open_sheet
        if sheet is None:
            self._refuse_saved()
        else:
            work = partial(practice.next_candidate, self._page.desk, sheet.rules)
            self._page.jobs.start(work, partial(self._on_invented, sheet), self._page.show_error)

    def _refuse_saved(self) -> None:
        """Into a form that is saved nothing can be put any more; there may be none yet at all."""
        if self._page.state.saved:
            why = _("Formulir ini sudah disimpan.")
            self._page.show(said=Said("info", why, _("Buka dulu formulir berikutnya.")))

    def _on_invented(self, sheet: Sheet, invented: EnrolmentForm) -> None:
        if sheet is self._page.open_sheet:
            values = {name: getattr(invented, name) for name in FIELDS}
            self.fill(sheet, values, None, _("Formulir diisi dengan calon latihan."))

    def fill(
        self, sheet: Sheet, values: Mapping[str, str], source: Source | None, done: str
    ) -> None:
        """Put what is known of this very person into the form, which begins with it."""
        change = sheet.fill(values, source)
        sheet.begun = True
        sheet.focus = "nik"
        self._show(sheet, change, done)

    def clear(self) -> None:
        """Empty everything that the form before or the family left in this one."""
        page, sheet = self._page, self._page.open_sheet
        if sheet is None:
            self._refuse_saved()
            return
        left = sheet.taken_over()
        if not left:
            page.show(said=Said("info", _("Tidak ada isian yang terbawa di formulir ini.")))
            return
        change = sheet.fill(left)
        sheet.relative = ""
        self._show(sheet, change, _("Isian yang terbawa dikosongkan."))

    def fill_family(self, sheet: Sheet, previous: EnrolmentForm) -> None:
        """Let the form say what the family card of the person before says."""
        change = fill_family(sheet, previous)
        self._show(sheet, change, _("Isian dari keluarga yang sama sudah diisikan."))

    def _show(self, sheet: Sheet, change: Change, done: str) -> None:
        page = self._page
        self._look_up.ask(sheet)
        page.keep()
        page.view.fill(change.after, sheet.focus)
        page.show(said=None)
        page.offer_undo(done, sheet, change)
