"""Asks which of the office's candidates is the person of the form, and says it in words. No Qt."""

from collections.abc import Callable
from functools import partial

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.dates import short_date
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.enrolment.sheet import Sheet
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.services import expected, reference
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.expected import NOBODY, Expected, Offered

#: The fields by which a candidate is looked for.
SOUGHT = ("nik", "name")


class CandidateFinder:
    """Asks on the worker while somebody types: one question at a time, and then the last one."""

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        on_changed: Callable[[], None],
        on_error: Callable[[UserError], None],
    ) -> None:
        self._desk = desk
        self._jobs = jobs
        self._on_changed = on_changed
        self._on_error = on_error
        self._asking = False
        self._next: Sheet | None = None

    def look(self, sheet: Sheet) -> None:
        """Look for the form's person, once there is a NIK or the beginning of a name."""
        sheet.leave_candidate()
        form = sheet.form
        number, name = nik.normalise(form.nik), " ".join(form.name.casefold().split())
        asked = (number, name, form.candidate_id)
        if asked == sheet.expected_for:
            return
        if sheet.rules.correcting or form.candidate_id or not _enough(number, name):
            sheet.expected_for = asked
            self._take(sheet, asked, NOBODY)
        elif self._asking:
            self._next = sheet
        else:
            sheet.expected_for = asked
            self._asking = True
            work = partial(expected.find_expected, self._desk, form, sheet.rules)
            self._jobs.start(work, partial(self._on_answer, sheet, asked), self._on_refused)

    def _on_answer(self, sheet: Sheet, asked: object, found: Offered) -> None:
        self._asking = False
        self._take(sheet, asked, found)
        waiting, self._next = self._next, None
        if waiting is not None:
            self.look(waiting)

    def _on_refused(self, error: UserError) -> None:
        self._asking = False
        self._on_error(error)

    def _take(self, sheet: Sheet, asked: object, found: Offered) -> None:
        """An answer to what is no longer asked is none."""
        if sheet.expected_for == asked and sheet.expected != found:
            sheet.expected = found
            self._on_changed()


def _enough(number: str, name: str) -> bool:
    return len(number) == nik.LENGTH or len(name) >= expected.LEAST_TYPED


def who_words(one: Expected) -> str:
    """``Siti Aminah · 3576••••••••0001 · 17-08-1990``."""
    person = one.candidate
    born = short_date(person.birth_date) if person.birth_date else ""
    parts = (person.name, nik.mask(person.nik), born)
    return " · ".join(part for part in parts if part)


def where_words(one: Expected) -> str:
    """``RT 001 RW 002 Kranggan · Pedagang keliling``, with the office's note."""
    person = one.candidate
    village = reference.regions().get(person.village)
    place = [
        _("RT {rt}", rt=person.rt) if person.rt else "",
        _("RW {rw}", rw=person.rw) if person.rw else "",
        village.name if village else "",
    ]
    parts = (" ".join(filter(None, place)), one.work, person.note)
    return " · ".join(part for part in parts if part)
