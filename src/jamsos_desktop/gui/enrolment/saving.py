"""From the filled form to the journal, or back with what stands in the way. Knows no widget."""

from functools import partial

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.enrolment import wording
from jamsos_desktop.gui.enrolment.filling import Filling
from jamsos_desktop.gui.enrolment.page import FormPage
from jamsos_desktop.gui.enrolment.sheet import Sheet
from jamsos_desktop.gui.enrolment.state import Said
from jamsos_desktop.gui.enrolment.turns import Turns
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.services.enrol import Enrolled, NotEnrolledError


class Saving:
    """Sends a form to the worker. The next one need not wait for the answer."""

    def __init__(self, page: FormPage, turns: Turns, filling: Filling) -> None:
        self._page = page
        self._turns = turns
        self._filling = filling

    def save(self, *, then_next: bool, family: bool = False) -> None:
        """Save the form, and with ``then_next`` go on to the next one without waiting.

        ``family``: the next one is of the same family card.
        """
        page, sheet = self._page, self._page.sheet
        if sheet is None or page.state.saving:
            return
        if page.state.saved:
            if then_next:
                self._turns.next(sheet.rules)
            return
        if not sheet.begun:
            page.view.go_to("nik")
            page.show(said=Said("info", _("Formulir ini masih kosong. Mulai dari NIK.")))
            return
        sheet.leave_all()
        if sheet.standing():
            self._refuse(sheet)
            return
        self._send(sheet, then_next=then_next, family=family)

    def save_family(self) -> None:
        """Save, and go on with the next person of the same family card.

        A form that nobody began takes over what the person before it said.
        """
        page, sheet = self._page, self._page.sheet
        if sheet is None or page.state.saving:
            return
        if sheet.rules.correcting:
            why = _("Perbaikan tidak diteruskan ke anggota keluarga.")
            page.show(said=Said("info", why, _("Simpan dulu, lalu buka formulir berikutnya.")))
        elif sheet.begun and not page.state.saved:
            self.save(then_next=True, family=True)
        elif page.previous is None:
            why = _("Belum ada orang sebelumnya di formulir ini.")
            page.show(said=Said("info", why, _("Simpan dulu orang pertama dari KK itu.")))
        elif page.state.saved:
            self._turns.family(page.previous, sheet.rules)
        else:
            self._filling.fill_family(sheet, page.previous)

    def save_incomplete(self) -> None:
        """Save although something is missing that may be filled or decided later."""
        sheet = self._page.open_sheet
        if sheet is None:
            return
        if sheet.can_wait():
            self._send(sheet, then_next=False, incomplete=True)
        elif not sheet.begun or sheet.standing():
            self.save(then_next=False)  # which says what stands in the way
        else:
            why = _("Tidak ada yang kurang.")
            self._page.show(said=Said("info", why, _("Simpan seperti biasa: {key}.", key="Ctrl+S")))

    def _send(
        self,
        sheet: Sheet,
        *,
        then_next: bool,
        family: bool = False,
        incomplete: bool = False,
    ) -> None:
        page = self._page
        again = partial(
            self._send, sheet, then_next=then_next, family=family, incomplete=incomplete
        )
        if sheet is not page.open_sheet or page.wait_for_photo(again):
            return
        sheet.refused = False
        page.on_their_way.append(sheet)
        if then_next:
            if not sheet.rules.correcting:
                page.previous = sheet.form
        else:
            page.show(saving=True)
        sheet.keeper.enrol(
            sheet.to_save(),
            sheet.rules,
            partial(self._on_enrolled, sheet),
            partial(self._on_not_enrolled, sheet),
            incomplete=incomplete,
            checked=sheet.checked,
        )
        # Asked after that, so that whoever looks for an unfinished form does not find this one.
        if then_next and family:
            self._turns.family(sheet.form, sheet.rules)
        elif then_next:
            self._turns.next(sheet.rules)

    def _refuse(self, sheet: Sheet) -> None:
        standing = sheet.standing()
        first = standing[0]
        sheet.refused = True
        self._page.show(saving=False, said=Said("error", wording.standing_words(standing)))
        self._page.view.go_to(first.field, first.code if first.overridable else "")

    def _on_enrolled(self, sheet: Sheet, enrolled: Enrolled) -> None:
        page = self._page
        page.on_their_way.remove(sheet)
        if not sheet.rules.correcting:
            page.previous = sheet.form
            page.count += 1
        words = _("Tersimpan: {number} · {name}", number=enrolled.number, name=enrolled.name)
        page.show_result(words)
        page.refresh_header()
        if sheet is page.sheet:
            more = _("Lanjutkan dengan orang berikutnya.")
            page.show(saving=False, saved=True, said=Said("success", words, more))
        else:
            page.show()

    def _on_not_enrolled(self, sheet: Sheet, error: UserError) -> None:
        page = self._page
        page.on_their_way.remove(sheet)
        if isinstance(error, NotEnrolledError):
            sheet.set_others(error.others)
            sheet.leave_all()
        current = page.sheet
        if current is not sheet and current is not None and current.begun:
            page.came_back.append(sheet)
            later = _("Formulir itu dibuka lagi sesudah yang ini.")
            what = _("{number} belum tersimpan.", number=sheet.keeper.number)
            page.show(said=Said("error", f"{what} {explain(error).what}", later))
            return
        if current is not sheet:
            page.put(sheet)
        if isinstance(error, NotEnrolledError):
            self._refuse(sheet)
        else:
            page.show(saving=False)
            page.show_error(error)
            page.view.go_to(sheet.focus)
