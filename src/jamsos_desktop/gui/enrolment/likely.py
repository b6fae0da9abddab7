"""Asks who is likely the person of the form, and says it in words. No Qt."""

from collections.abc import Callable
from functools import partial

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.records import Verdict
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.enrolment.sheet import Sheet
from jamsos_desktop.gui.enrolment.state import View
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.services import duplicates, reference
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.duplicates import Likely
from jamsos_desktop.services.hearsay import clock_time

#: The fields that are compared.
COMPARED = ("nik", "name", "birth_date", "sex", "mother_name", "kk", "village")
#: What a cadre can decide, in the order of the buttons.
VERDICTS: dict[Verdict, str] = {
    "orang_lain": N_("Orang lain"),
    "orang_sama": N_("Orang yang sama"),
    "belum_yakin": N_("Belum yakin"),
}


class LikelyFinder:
    """Asks on the worker, and again only when something that is compared has changed."""

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        view: View,
        on_changed: Callable[[], None],
        on_error: Callable[[UserError], None],
    ) -> None:
        self._desk = desk
        self._jobs = jobs
        self._view = view
        self._on_changed = on_changed
        self._on_error = on_error
        self._sheet: Sheet | None = None  # whose likely people were looked for last

    def look(self, sheet: Sheet) -> None:
        """Look for the form's person, once there is a NIK or a name and a birth date."""
        self._sheet = sheet
        asked = tuple(getattr(sheet.form, name) for name in COMPARED)
        if asked == sheet.asked:
            return
        sheet.asked = asked
        form = sheet.form
        whole_nik = len(nik.normalise(form.nik)) == nik.LENGTH
        if not whole_nik and not (form.name.strip() and form.birth_date.strip()):
            self._take(sheet, asked, ())
            return
        work = partial(
            duplicates.find_likely, self._desk, form, sheet.rules, sheet.keeper.record_id
        )
        self._jobs.start(work, partial(self._take, sheet, asked), self._on_error)

    def _take(self, sheet: Sheet, asked: tuple[str, ...], found: tuple[Likely, ...]) -> None:
        """An answer to what is no longer asked is none."""
        if sheet.asked == asked and sheet.likely != found:
            sheet.likely = found
            self._on_changed()

    def decide(self, record_id: str, verdict: Verdict, reason: str) -> None:
        """What the cadre says of one of them. The same person is opened; the form stays."""
        if self._sheet is None:
            return
        self._sheet.decide(record_id, verdict, reason)
        self._on_changed()
        known = next((one for one in self._sheet.likely if one.record_id == record_id), None)
        if verdict == "orang_sama" and not (known and known.station):
            self._view.open_person(record_id)


def who_words(one: Likely) -> str:
    """``Siti Aminah · 3576••••••••0001 · Kranggan · MJK1-00001-A``."""
    village = reference.regions().get(one.village)
    parts = (one.name, one.masked_nik, village.name if village else "", one.number)
    return " · ".join(part for part in parts if part)


def why_words(one: Likely) -> str:
    """``Kemungkinan sama 97 %: nama mirip 94 %, tanggal lahir sama``.

    Before it, of somebody at another laptop, where and when they were registered.
    """
    reasons = ", ".join(one.reasons)
    why = _("Kemungkinan sama {score} %: {reasons}", score=one.score, reasons=reasons)
    if not one.station:
        return why
    when = clock_time(one.at)
    where = _("Terdaftar di {station}, jam {time}.", station=one.station, time=when)
    return f"{where} {why}"


def what_to_do(one: Likely) -> str:
    """What comes of the same person, who stands in no list of this laptop."""
    if not one.station:
        return ""
    return _(
        "Sudah didaftarkan di {station}. Formulir ini tidak perlu: tekan Batalkan pendaftaran.",
        station=one.station,
    )
