"""Asks the database, while a NIK or KK is typed, whether it is here already. No Qt."""

from functools import partial

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.enrolment import Checked
from jamsos_desktop.gui.enrolment.page import FormPage
from jamsos_desktop.gui.enrolment.sheet import Sheet
from jamsos_desktop.services import enrol

IDENTITY = ("nik", "kk")  # by which the database knows others


class LookUp:
    """Asks on the worker; an answer to what is no longer typed is none."""

    def __init__(self, page: FormPage) -> None:
        self._page = page

    def ask(self, sheet: Sheet) -> None:
        """Ask once there are sixteen digits."""
        asked = _asked(sheet)
        if any(len(nik.normalise(typed)) == nik.LENGTH for typed in asked):
            look = partial(
                enrol.check_form,
                self._page.desk,
                sheet.form,
                sheet.rules,
                record_id=sheet.keeper.record_id,
            )
            answered = partial(self._on_answered, sheet, asked)
            self._page.jobs.start(look, answered, self._page.show_error)

    def _on_answered(self, sheet: Sheet, asked: tuple[str, ...], checked: Checked) -> None:
        if asked == _asked(sheet):
            sheet.set_others(checked.others)
            if sheet is self._page.sheet:
                sheet.leave(*({f.field for f in checked.others} - {sheet.focus}))
                self._page.show()


def _asked(sheet: Sheet) -> tuple[str, ...]:
    return tuple(getattr(sheet.form, name) for name in IDENTITY)
