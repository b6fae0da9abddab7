"""What a person answers to whether their data may be used. Knows no widget."""

from functools import partial
from pathlib import Path

import msgspec

from jamsos_desktop.domain.records import ConsentMethod
from jamsos_desktop.gui.enrolment.consent_state import language_of
from jamsos_desktop.gui.enrolment.page import FormPage
from jamsos_desktop.gui.enrolment.sheet import AGREES, REFUSES, Sheet, answers
from jamsos_desktop.gui.enrolment.turns import Turns
from jamsos_desktop.gui.enrolment.typing_in import Typing
from jamsos_desktop.i18n import _
from jamsos_desktop.services import pictures
from jamsos_desktop.services.consent import give
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.images import Strokes


class Consenting:
    """Stamps what is agreed to, and ends the form of who refuses. Each person is asked anew."""

    def __init__(self, page: FormPage, typing: Typing, turns: Turns) -> None:
        self._page = page
        self._typing = typing
        self._turns = turns

    def edit(self, name: str, value: str, focus: str) -> None:
        """The answer, how it was given or the witness was changed."""
        sheet = self._page.open_sheet
        if sheet is None or answers(sheet)[name] == value:
            return
        first = not sheet.begun
        self._take(sheet, name, value)
        sheet.focus = focus or name
        if first or name == "consent":
            self._page.keep()
        self._page.show(said=self._typing.said_now(sheet))

    def _take(self, sheet: Sheet, name: str, value: str) -> None:
        given = sheet.form.consent
        if name == "consent" and value == REFUSES:
            sheet.refuse()
        elif name == "consent" and value == AGREES:
            sheet.agree(give(self._page.desk, language_of(sheet.form), shown=sheet.rules.terms))
        elif given is not None and name == "consent_method":
            method = msgspec.convert(value, ConsentMethod)
            sheet.agree(msgspec.structs.replace(given, method=method, witness="", signature=""))
        elif given is not None and name == "consent_witness":
            sheet.agree(msgspec.structs.replace(given, witness=value))
        elif given is not None and name == "consent_signature":
            sheet.agree(msgspec.structs.replace(given, signature=value))

    def sign(self, drawn: Strokes | Path) -> None:
        """Keep what was drawn, or a picture of what is on paper; then the form names it."""
        sheet = self._page.open_sheet
        if sheet is None or sheet.form.consent is None:
            return
        method = sheet.form.consent.method
        work = partial(_keep, self._page.desk, drawn)
        self._page.jobs.start(work, partial(self._on_signed, sheet, method), self._page.show_error)

    def _on_signed(self, sheet: Sheet, method: ConsentMethod, sha256: str) -> None:
        """Unless the person was given another way to say it meanwhile, or has gone."""
        given = sheet.form.consent
        if sheet is self._page.open_sheet and given is not None and given.method == method:
            self.edit("consent_signature", sha256, "consent_signature")
            self._page.view.put("consent_signature", sha256)
            self._page.keep()

    def left(self, name: str, focus: str) -> None:
        """A field of the consent was left; the cursor stands in ``focus`` now."""
        sheet = self._page.open_sheet
        if sheet is not None and sheet.begun:
            sheet.leave(name)
            sheet.focus = focus or name
            self._page.keep()
            self._page.show()

    def accept(self, name: str) -> None:
        """Enter in an empty field: take what is proposed there."""
        offered = dict(self._page.state.proposals).get(name, "")
        if offered and self._page.open_sheet is not None:
            self.edit(name, offered, name)
            self._page.view.put(name, offered)

    def think_again(self) -> None:
        """The refusal was a slip."""
        sheet = self._page.open_sheet
        if sheet is not None and sheet.refusing:
            sheet.think_again()
            self._page.view.fill(answers(sheet), "consent")
            self._page.show()

    def refuse(self) -> None:
        """The refusal is confirmed: the form is forgotten, and the next person comes."""
        page, sheet = self._page, self._page.open_sheet
        if sheet is None or not sheet.refusing or sheet.rules.correcting:
            return
        if not page.wait_for_photo(self.refuse):  # or it would be kept after all
            words = _("Penolakan dicatat. Data orangnya tidak disimpan.")
            sheet.keeper.refuse(partial(page.show_result, words), page.show_error)
            self._turns.next(sheet.rules)


def _keep(desk: Desk, drawn: Strokes | Path) -> str:
    """On the worker."""
    if isinstance(drawn, Path):
        return pictures.keep_signature(desk, pictures.read_file(drawn))
    return pictures.keep_signature(desk, drawn) if drawn else ""
