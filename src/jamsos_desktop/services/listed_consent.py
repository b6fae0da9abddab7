"""The consent that a list from a file tells of: whether, how, before whom and when.

A list has no picture, so consent is either spoken before a witness or on paper that the office
keeps. What cannot be understood stays empty, and the check of the form says so.
"""

import datetime as dt
from collections.abc import Mapping

import msgspec

from jamsos_desktop.domain.person_fields import parse_answer, parse_date
from jamsos_desktop.domain.records import Consent, ConsentMethod
from jamsos_desktop.services.consent import give
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.storage.texts import SOURCE

#: Column headings as people write them -> what is told there.
COLUMNS: Mapping[str, str] = {
    "persetujuan": "consent",
    "setuju": "consent",
    "cara_persetujuan": "consent_method",
    "saksi": "consent_witness",
    "saksi_persetujuan": "consent_witness",
    "tanggal_persetujuan": "consent_date",
    "tgl_persetujuan": "consent_date",
}
_METHODS: Mapping[str, ConsentMethod] = {
    "lisan": "lisan",
    **dict.fromkeys(("kertas", "di kertas", "di atas kertas", "tertulis"), "kertas"),
}


def consent_of(desk: Desk, cells: Mapping[str, str], today: dt.date) -> Consent | None:
    """The consent in a row; nothing unless it says yes. Without a date it was given now."""
    if parse_answer(cells.get("consent", "")) != "ya":
        return None
    typed = " ".join(cells.get("consent_method", "").casefold().replace("_", " ").split())
    witness = " ".join(cells.get("consent_witness", "").split())
    given = give(desk, SOURCE, _METHODS.get(typed, ""), witness)
    date = cells.get("consent_date", "").strip()
    if not date:
        return given
    day = parse_date(date, today)
    at = day.isoformat() if day is not None and day <= today else ""
    return msgspec.structs.replace(given, at=at)
