"""What a person types into the form, field by field. Knows no widget."""

from collections.abc import Mapping

from jamsos_desktop.domain.records import Explained
from jamsos_desktop.gui.enrolment import wording
from jamsos_desktop.gui.enrolment.candidates import SOUGHT
from jamsos_desktop.gui.enrolment.look_up import IDENTITY, LookUp
from jamsos_desktop.gui.enrolment.page import FormPage
from jamsos_desktop.gui.enrolment.sheet import Sheet
from jamsos_desktop.gui.enrolment.state import Said
from jamsos_desktop.i18n import _


class Typing:
    """Takes over every change, keeps the draft, and lets findings come and go."""

    def __init__(self, page: FormPage, look_up: LookUp) -> None:
        self._page = page
        self._look_up = look_up

    def edit(self, name: str, value: str, focus: str) -> None:
        """A person changed a field; ``focus`` is where the cursor stands."""
        sheet = self._page.open_sheet
        if sheet is None:
            return
        first = not sheet.begun
        sheet.edit({name: value})
        sheet.focus = focus or name
        if name in IDENTITY:
            self._look_up.ask(sheet)
        if name in SOUGHT:
            self._page.candidates.look(sheet)
        if first:
            self._page.keep()
        self._page.show(said=self.said_now(sheet))

    def left(self, name: str, value: str, focus: str) -> None:
        """A field was left, tidied perhaps; the cursor stands in ``focus`` now."""
        sheet = self._page.open_sheet
        if sheet is None or not sheet.begun:
            return
        if getattr(sheet.form, name) != value:
            sheet.edit({name: value})
        sheet.leave(name)
        if name == "name":
            for other, text in sheet.nobody_twice().items():
                self._page.view.put(other, text)
        self._page.likely.look(sheet)
        sheet.focus = focus or name
        self._page.keep()
        self._page.show()

    def ask_elsewhere(self) -> None:
        """The KTP says another kelurahan: ask for it."""
        page, sheet = self._page, self._page.open_sheet
        if sheet is not None:
            sheet.elsewhere = True
            page.show()
            page.view.go_to("ktp_village")

    def tell_unknown(self, name: str) -> bool:
        """A key: the person does not know, or has none. Whether that may be an answer here."""
        page, sheet = self._page, self._page.open_sheet
        if sheet is None or not name:
            return False
        if not sheet.tell_unknown(name):
            why = _("{field} harus dijawab.", field=_(wording.LABELS[name]))
            page.show(said=Said("info", why, _("Tidak tahu bukan jawaban untuk isian ini.")))
            return False
        page.view.put(name, "")
        sheet.leave(name)
        page.keep()
        page.show(said=self.said_now(sheet))
        return True

    def give_reason(self, code: str, text: str) -> None:
        """A finding is set aside for this reason."""
        sheet = self._page.open_sheet
        if sheet is not None and sheet.form.reasons.get(code, "") != text:
            sheet.give_reason(code, text)
            self._page.show(said=self.said_now(sheet))

    def explained(self, told: Explained) -> None:
        """The cover was explained, to the end, to the person of this form."""
        sheet = self._page.open_sheet
        if sheet is not None:
            sheet.explain(told)
            self._page.keep()
            self._page.show()

    def accept(self, name: str) -> bool:
        """Enter in a field: take what the NIK proposes for it. Whether there was something."""
        return self._take(name, dict(self._page.state.proposals))

    def choose(self, name: str) -> bool:
        """The down arrow in a field: take what may be chosen for it."""
        return self._take(name, dict(self._page.state.choices))

    def _take(self, name: str, offers: Mapping[str, str]) -> bool:
        sheet, offered = self._page.open_sheet, offers.get(name, "")
        if not offered or sheet is None:
            return False
        sheet.edit({name: offered})
        self._page.view.put(name, offered)
        self._page.show(said=self.said_now(sheet))
        return True

    def said_now(self, sheet: Sheet) -> Said | None:
        """While somebody types: what still stands in the way, if saving was tried."""
        said = self._page.state.said
        if said is None or said.tone != "error":
            return None
        if not sheet.refused:
            return said
        standing = sheet.standing()
        return Said("error", wording.standing_words(standing)) if standing else None
