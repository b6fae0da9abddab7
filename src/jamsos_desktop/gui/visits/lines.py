"""Neighbourhoods and doors as the tables show them. No Qt; made on the worker."""

from dataclasses import dataclass
from typing import NamedTuple

from jamsos_desktop.domain.activities import VisitOutcome
from jamsos_desktop.domain.dates import short_date
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.services import plan, reference, visits
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.in_force import InForce
from jamsos_desktop.services.visits import Door, Neighbourhood

#: What became of a visit, and how its pill looks.
OUTCOMES: dict[VisitOutcome, tuple[str, Tone]] = {
    "tidak_di_rumah": (N_("Tidak di rumah"), "warning"),
    "pindah": (N_("Pindah"), "neutral"),
    "meninggal": (N_("Meninggal"), "neutral"),
    "menolak": (N_("Menolak"), "neutral"),
    "belum": (N_("Belum dikunjungi"), "primary"),
}


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One RT of the list, with how many are left in it."""

    village: str  # code
    rw: str
    rt: str
    name: str
    left: int
    away: int  # of these, not at home when somebody came
    done: int  # moved, died, or refused
    registered: int
    total: int


@dataclass(frozen=True, slots=True)
class DoorLine:
    """One candidate to be visited."""

    record_id: str
    name: str
    address: str
    occupation: str
    outcome: VisitOutcome
    said: str  # the note of the last visit, and when it was


class Round(NamedTuple):
    """The event of the day, and where its programme's candidates live."""

    event_id: str = ""
    event: str = ""
    programme_id: str = ""
    places: tuple[PlaceLine, ...] = ()


def read_round(desk: Desk) -> Round:
    """Every neighbourhood of the programme of today's event, or of the nearest one."""
    found = plan.todays_event(desk)
    if found is None:
        return Round()
    event_id, event = found
    places = visits.count_neighbourhoods(desk, event.programme_id)
    words = f"{event.name} · {short_date(event.date)}"
    return Round(event_id, words, event.programme_id, tuple(map(_place, places)))


def read_doors(desk: Desk, programme_id: str, place: PlaceLine) -> tuple[DoorLine, ...]:
    """Whom to visit in one neighbourhood."""
    doors = visits.list_doors(desk, programme_id, place.village, place.rt, place.rw)
    known = reference.in_force(desk)
    return tuple(_door(door, known) for door in doors)


def _place(one: Neighbourhood) -> PlaceLine:
    region = reference.regions().get(one.village)
    parts = [
        region.name if region else one.village,
        _("RT {rt}", rt=one.rt) if one.rt else "",
        _("RW {rw}", rw=one.rw) if one.rw else "",
    ]
    return PlaceLine(
        village=one.village,
        rw=one.rw,
        rt=one.rt,
        name=" · ".join(filter(None, parts)) or _("Tanpa alamat"),
        left=one.left,
        away=one.outcomes.get("tidak_di_rumah", 0),
        done=sum(one.outcomes.get(name, 0) for name in visits.DONE),
        registered=one.registered,
        total=one.total,
    )


def _door(door: Door, known: InForce) -> DoorLine:
    person = door.person
    return DoorLine(
        record_id=person.record_id,
        name=person.name,
        address=door.address,
        occupation=known.occupation_name(person.occupation),
        outcome=door.outcome,
        said=_said(door),
    )


def _said(door: Door) -> str:
    if door.visit is None or door.outcome == "belum":
        return ""
    day = "-".join(reversed(door.visit.at[:10].split("-")))
    return f"{day} · {door.visit.body.note}" if door.visit.body.note else day
