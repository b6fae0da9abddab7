"""What a list's columns are in words, and how their first cells are understood. No Qt."""

from typing import NamedTuple

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.candidate_row import CandidateRow, read_row
from jamsos_desktop.domain.dates import short_date
from jamsos_desktop.domain.records import Candidate
from jamsos_desktop.domain.region import full_name
from jamsos_desktop.gui.participants.lines import place_name
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.messages import finding_text
from jamsos_desktop.services.candidate_list import ListLook
from jamsos_desktop.services.candidate_places import list_rules
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.in_force import InForce
from jamsos_desktop.services.reference import in_force, regions

#: What a column may be, in the order of COLUMN_FIELDS.
FIELD_WORDS: dict[str, str] = {
    "nik": N_("NIK"),
    "name": N_("Nama"),
    "kk": N_("Nomor KK"),
    "birth_place": N_("Tempat lahir"),
    "birth_date": N_("Tanggal lahir"),
    "birth": N_("Tempat, tgl lahir"),
    "sex": N_("Jenis kelamin"),
    "mother_name": N_("Nama ibu kandung"),
    "address": N_("Alamat"),
    "rt": N_("RT"),
    "rw": N_("RW"),
    "rt_rw": N_("RT/RW"),
    "village": N_("Kelurahan atau desa"),
    "district": N_("Kecamatan"),
    "phone": N_("Nomor HP"),
    "occupation": N_("Pekerjaan"),
    "note": N_("Catatan"),
}
_SEXES = {"L": N_("Laki-laki"), "P": N_("Perempuan")}
#: Findings of a column whose findings bear another name.
_SPEAKS_OF = {"birth": "birth_date"}


class Understood(NamedTuple):
    """How one column is understood, by its first cells."""

    raw: str  # the first cell that is not empty, as it stands in the file
    meaning: str  # and what it says; empty where the column is not used
    problem: str  # what is wrong with one of the first cells


def understand(
    desk: Desk, look: ListLook, fields: tuple[str, ...], programme_id: str, region: str
) -> tuple[Understood, ...]:
    """Every column of the list, from the left."""
    rules = list_rules(desk, programme_id, region)
    rows = [
        read_row({f: cell for f, cell in zip(fields, sample, strict=True) if f}, rules)
        for sample in look.samples
    ]
    known = in_force(desk)
    return tuple(_column(place, field, look, rows, known) for place, field in enumerate(fields))


def _column(
    place: int, field: str, look: ListLook, rows: list[CandidateRow], known: InForce
) -> Understood:
    cells = [sample[place] for sample in look.samples]
    first = next((number for number, cell in enumerate(cells) if cell), None)
    if first is None:
        return Understood("", "", "")
    if not field:
        return Understood(cells[first], "", "")
    wrong = (
        finding_text(finding)
        for row in rows
        for finding in row.findings
        if finding.level == "error" and finding.field == _SPEAKS_OF.get(field, field)
    )
    meaning = _meaning(field, rows[first].candidate, cells[first], known)
    return Understood(cells[first], meaning, next(wrong, ""))


def _meaning(field: str, person: Candidate, raw: str, known: InForce) -> str:
    born = short_date(person.birth_date) if person.birth_date else ""
    special = {
        "nik": nik.group(person.nik),
        "kk": nik.group(person.kk),
        "birth_date": born,
        "birth": ", ".join(part for part in (person.birth_place, born) if part),
        "sex": _(_SEXES[person.sex]) if person.sex else "",
        "rt_rw": place_name("", person.rt, person.rw),
        "village": full_name(regions().path(person.village)) if person.village else "",
        "district": raw,
        "occupation": known.occupation_name(person.occupation_text or person.occupation),
    }
    return special[field] if field in special else str(getattr(person, field))
