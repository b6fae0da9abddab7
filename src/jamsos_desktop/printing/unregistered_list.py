"""Those of the office's list who are not registered (*belum terdaftar*), by RT, to take along."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jamsos_desktop.domain.activities import VisitOutcome
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.printing.list_page import Column, Heading, Section, Table, write_list
from jamsos_desktop.printing.pdf import Writable

#: What may become of a visit, and the heading of its column.
_RESULTS: Mapping[VisitOutcome, str] = {
    "tidak_di_rumah": N_("Tidak di rumah"),
    "pindah": N_("Pindah"),
    "meninggal": N_("Wafat"),
    "menolak": N_("Menolak"),
}
_CROSS = "X"


class Door(NamedTuple):
    """One line; ``outcome`` is what the last visit brought, as far as it is known."""

    name: str
    masked_nik: str
    address: str
    outcome: VisitOutcome = "belum"
    note: str = ""


class Neighbourhood(NamedTuple):
    """An RT and whom to visit there."""

    place: str
    doors: Sequence[Door]


def write_unregistered(target: Writable, heading: Heading, places: Sequence[Neighbourhood]) -> None:
    """Write each RT on pages of its own, with columns to be crossed at the door."""
    results = [Column(_(title), 16) for title in _RESULTS.values()]
    columns = (
        Column(_("No."), 8),
        Column(_("Nama"), 36),
        Column(_("NIK"), 30),
        Column(_("Alamat"), 27),
        Column(_("Terdaftar"), 16),
        *results,
        Column(_("Catatan"), 22),
    )
    sections = [
        Section(
            [_row(n, door) for n, door in enumerate(place.doors, 1)],
            _("{place} · {count} orang", place=place.place, count=len(place.doors)),
        )
        for place in places
    ]
    write_list(target, heading, Table(columns, row=11), sections)


def _row(number: int, door: Door) -> tuple[str, ...]:
    crosses = (_CROSS if door.outcome == result else "" for result in _RESULTS)
    return (str(number), door.name, door.masked_nik, door.address, "", *crosses, door.note)
