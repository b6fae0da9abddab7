"""Who can go to BPJS Ketenagakerjaan now, who waits for the office, and who cannot, and why."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain.bpjs_words import held_words
from jamsos_desktop.domain.mapping import DATE_FORMS, LEVELS, ExportMapping, Lacking, row_of
from jamsos_desktop.domain.records import Participant, Programme
from jamsos_desktop.domain.standing import Standing
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _
from jamsos_desktop.services.csv_files import save_csv
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.in_force import InForce
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.services.quarantine import waiting_for_update
from jamsos_desktop.services.reference import in_force, regions
from jamsos_desktop.services.travel import standing_here, travel_of
from jamsos_desktop.storage import pairs, records
from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.models import participant

_Row = sa.Row[*tuple[Any, ...]]
#: What may go out; all else waits for somebody, or is over.
_MAY_GO: tuple[Standing, ...] = ("menunggu", "diterima", "ditolak_bpjs")
#: Whose NIK does not count any more: the office sent them away.
_AWAY = ("duplikat", "ditolak")
_PIECE = 500
_USUAL = "bpjs-bpu"


class Selection(NamedTuple):
    """Whom a file is about: a programme, or one event of it; ``again`` with who was sent before."""

    programme_id: str
    event_id: str = ""
    again: bool = False


class Ready(NamedTuple):
    """A registration that can go, with its cells in the mapping's order."""

    record_id: str
    person: Participant
    cells: list[str]


class Held(NamedTuple):
    """One that cannot, and why: ``why`` is where it stands, or what the file would lack."""

    record_id: str
    number: str
    name: str
    why: str
    lacking: tuple[Lacking, ...] = ()


class Preflight(NamedTuple):
    """Who would be in the file, and who would not."""

    ready: list[Ready]
    held: list[Held]

    @property
    def waiting(self) -> list[str]:
        """Whom nothing holds back but that the office has not decided on them: their records."""
        return [one.record_id for one in self.held if one.why == "not_accepted"]


def usual_mapping(desk: Desk) -> ExportMapping:
    """The layout that a file has where nobody chose another. Raises ``reference_invalid``."""
    return in_force(desk).mappings[_USUAL]


def check_export(
    desk: Desk,
    chosen: Selection,
    layout: ExportMapping,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> Preflight:
    """Look at everybody of a selection before a file is written; nothing is changed.

    Who is likely registered twice is known as far as
    :func:`jamsos_desktop.services.likely_pairs.compare_new` has come.
    Raises ``office_only``, ``programme_unknown``.
    """
    if desk.installation.mode != "office":
        raise UserError("office_only")
    ready, held = [], []
    with desk.database.reading() as connection:
        stored = records.get(connection, chosen.programme_id)
        if stored is None or not isinstance(stored.body, Programme):
            raise UserError("programme_unknown")
        values = _Values(stored.body, layout, in_force(desk, connection))
        for row, person, why in _people(desk, connection, chosen, report, cancel):
            if person is None:
                held.append(Held(row.record_id, row.number, row.name, why))
                continue
            cells, lacking = row_of(layout, values.of(person))
            if lacking:
                held.append(Held(row.record_id, row.number, row.name, "lacking", tuple(lacking)))
            else:
                ready.append(Ready(row.record_id, person, cells))
    return Preflight(ready, held)


def save_held(found: Preflight, target: Path) -> Path:
    """Write as CSV who cannot go and why. Raises what writing can raise."""
    rows = [(one.number, one.name, held_words(one.why, one.lacking)) for one in found.held]
    return save_csv(target, (_("Nomor pendaftaran"), _("Nama"), _("Alasan")), rows)


def _people(
    desk: Desk,
    connection: sa.Connection,
    chosen: Selection,
    report: Report,
    cancel: CancelToken | None,
) -> Iterator[tuple[_Row, Participant | None, str]]:
    """Everybody of the selection in the order of registration: the record, or what holds it back.

    Only whom the projection does not hold back is read whole.
    """
    travel = travel_of(connection, desk.installation.station_id)
    query = sa.select(participant).where(participant.c.programme_id == chosen.programme_id)
    if chosen.event_id:
        query = query.where(participant.c.event_id == chosen.event_id)
    rows = connection.execute(query.order_by(participant.c.id)).all()
    twice, later = _niks_twice(connection), waiting_for_update(connection)
    alike = {name for pair in pairs.open_pairs(connection) for name in (pair.one, pair.other)}
    for start in range(0, len(rows), _PIECE):
        if cancel is not None:
            cancel.check()
        report(start, len(rows))
        whys = [
            (row, _holds_back(row, standing_here(row, desk.installation, travel), twice, chosen))
            for row in rows[start : start + _PIECE]
        ]
        wanted = [row.record_id for row, why in whys if not why]
        stored = records.get_many(connection, wanted)
        for row, why in whys:
            person = None if why else stored[row.record_id].body
            if not isinstance(person, Participant):
                yield row, None, why
            elif row.record_id in later:
                yield row, None, "newer"
            elif person.already_insured == "ya":
                yield row, None, "already_insured"
            elif row.said:
                yield row, person, ""
            else:  # whoever accepts one by one has looked at all of this
                yield row, None, "likely_twice" if row.record_id in alike else "not_accepted"


def _niks_twice(connection: sa.Connection) -> set[str]:
    """The NIKs under which several registrations count, of whatever programme."""
    counts = sa.select(participant.c.nik).where(COUNTS, participant.c.said.not_in(_AWAY))
    several = counts.group_by(participant.c.nik).having(sa.func.count() > 1)
    return set(connection.scalars(several))


def _holds_back(row: _Row, stands: Standing, twice: set[str], chosen: Selection) -> str:
    """What the projection says against it; empty where nothing does."""
    if stands not in _MAY_GO and not (chosen.again and stands == "dikirim"):
        return stands
    if row.conflict:
        return "conflict"
    if row.incomplete:
        return "incomplete"
    if not row.consented:
        return "consent_missing"
    return "nik_twice" if row.nik in twice else ""


class _Values:
    """What a mapping's columns take of a person: no more than that, and each village once."""

    def __init__(self, programme: Programme, layout: ExportMapping, known: InForce) -> None:
        self._known = known
        self._form = DATE_FORMS[layout.date_form]
        columns = {column.field for column in layout.column}
        self._plain = columns & set(Participant.__struct_fields__)
        self._capitals = columns & {"name", "mother_name", "heir_name"} if layout.capitals else ()
        self._same = {
            "programme_name": programme.name,
            "group_number": programme.group_number,
            "branch": programme.branch,
        }
        self._places: dict[str, dict[str, str]] = {}

    def of(self, person: Participant) -> Mapping[str, str]:
        """The texts of one person by their fields."""
        values = {name: _text(getattr(person, name), self._form) for name in self._plain}
        for name in self._capitals:
            values[name] = values[name].upper()
        listed = self._known.listed_name(person.occupation)
        values["occupation_name"] = person.occupation_text or listed
        return {**values, **self._same, **self._places_of(person.village)}

    def _places_of(self, village: str) -> dict[str, str]:
        if village not in self._places:
            names = (region.name for region in regions().path(village))
            found = dict(zip(LEVELS, names, strict=False))
            self._places[village] = {**dict.fromkeys(LEVELS, ""), **found}
        return self._places[village]


def _text(value: object, date_form: str) -> str:
    if value is None:
        return ""
    if hasattr(value, "strftime"):
        return str(value.strftime(date_form))
    return value if isinstance(value, str) else str(value)
