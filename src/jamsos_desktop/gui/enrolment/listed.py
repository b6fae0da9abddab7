"""Fills the form from the office's list of candidates; the cadre confirms it. Knows no widget."""

from jamsos_desktop.domain.expected import Filling as Filled
from jamsos_desktop.domain.expected import fill
from jamsos_desktop.gui.enrolment.filling import Filling
from jamsos_desktop.gui.enrolment.page import FormPage
from jamsos_desktop.gui.enrolment.sheet import Sheet, first_gap
from jamsos_desktop.gui.enrolment.state import Said
from jamsos_desktop.gui.enrolment.wording import LABELS
from jamsos_desktop.i18n import _
from jamsos_desktop.services.expected import Expected


class Listed:
    """Takes one of those who are offered, never without being told."""

    def __init__(self, page: FormPage, filling: Filling) -> None:
        self._page = page
        self._filling = filling
        self._warned = ""  # whose NIK is another one, as was said just now

    def enter(self, name: str) -> bool:
        """Enter after a NIK that is on the list: fill the form. Whether it was filled.

        The answer may come when the cursor stands in the empty name already.
        """
        sheet = self._page.open_sheet
        if sheet is None or name not in ("nik", "name") or (name == "name" and sheet.form.name):
            return False
        very = [one for one in sheet.expected.people if one.is_of(sheet.form)]
        if len(very) != 1:
            return False
        self.take(very[0].record_id)
        return True

    def take(self, record_id: str) -> None:
        """Fill the form with everything that is known of one of them.

        One with another NIK only when asked a second time: it may be somebody else.
        """
        sheet = self._page.open_sheet
        if sheet is None:
            return
        one = next((one for one in sheet.expected.people if one.record_id == record_id), None)
        if one is None:
            return
        if one.other_nik and self._warned != record_id:
            self._warned = record_id
            what = _("NIK {name} di daftar calon berbeda dari yang diketik.")
            more = _("Cocokkan dengan KTP. Pilih sekali lagi bila memang orang ini.")
            self._page.show(said=Said("info", what.format(name=one.candidate.name), more))
            return
        self._warned = ""
        self._fill(sheet, one)

    def _fill(self, sheet: Sheet, one: Expected) -> None:
        filled = fill(sheet.form, one.candidate, sheet.sources)
        sheet.candidate = None if one.other_nik else one.candidate
        values = {**filled.values, "candidate_id": one.record_id}
        self._filling.fill(sheet, values, "listed", _("Formulir diisi dari daftar calon."))
        sheet.leave(*filled.values)
        self._page.candidates.look(sheet)
        self._page.likely.look(sheet)
        self._page.show(said=_said(one, filled))
        self._page.view.go_to(first_gap(sheet))


def _said(one: Expected, filled: Filled) -> Said:
    what = _("Diisi dari daftar calon: {name}.", name=one.candidate.name.rstrip("."))
    check = _("Cocokkan dengan KTP, lalu lengkapi yang masih kosong.")
    if not filled.kept:
        return Said("success", what, check)
    names = ", ".join(_(LABELS[name]) for name in filled.kept)
    kept = _("Tidak diganti karena sudah diketik lain: {names}.", names=names)
    return Said("info", what, f"{kept} {check}")
