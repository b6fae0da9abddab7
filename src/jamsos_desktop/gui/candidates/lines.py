"""The list of candidates in words: its lines, programmes and neighbourhoods. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jamsos_desktop.domain.dates import short_date
from jamsos_desktop.domain.region import full_name
from jamsos_desktop.gui.participants.lines import place_name
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.i18n import _
from jamsos_desktop.services import plan
from jamsos_desktop.services.candidates import Listed, count_by_place, find_candidates
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.in_force import InForce
from jamsos_desktop.services.reference import in_force, regions
from jamsos_desktop.storage.candidates import Filter, Place


@dataclass(frozen=True, slots=True)
class Line:
    """A candidate as the table shows them. The NIK is masked."""

    record_id: str
    name: str
    state: str
    tone: Tone
    place: str
    masked_nik: str
    born: str
    occupation: str
    ceremony: bool


class Named(NamedTuple):
    """Something to choose: a programme, a kelurahan, an RT."""

    key: str
    title: str
    subtitle: str = ""


class Overview(NamedTuple):
    """What can be chosen, and how many there are in the programme that is chosen."""

    programmes: tuple[Named, ...]
    programme_id: str
    places: tuple[Named, ...]
    total: int
    registered: int


def find_lines(desk: Desk, wanted: Filter, limit: int, offset: int) -> list[Line]:
    """The candidates of this kind, ready to be shown."""
    known = in_force(desk)
    return [_line(one, known) for one in find_candidates(desk, wanted, limit=limit, offset=offset)]


def read_overview(desk: Desk, programme_id: str) -> Overview:
    """The programmes, and the neighbourhoods of one of them: without a choice the event's."""
    known = plan.programmes(desk)
    if programme_id not in dict(known):
        event = plan.todays_event(desk)
        first = known[0][0] if known else ""
        programme_id = event[1].programme_id if event else first
    counted = count_by_place(desk, programme_id)
    return Overview(
        programmes=tuple(Named(key, one.name, one.fund) for key, one in known),
        programme_id=programme_id,
        places=tuple(_places(counted)),
        total=sum(place.total for place in counted),
        registered=sum(place.registered for place in counted),
    )


def narrowed(wanted: Filter, place: str) -> Filter:
    """The same in one neighbourhood; ``place`` is the key of one, empty for all."""
    village, rw, rt = (*place.split("/"), "", "", "")[:3]
    return wanted._replace(village=village, rw=rw, rt=rt)


def _places(counted: Sequence[Place]) -> list[Named]:
    """Each kelurahan, and each of its RT, with how many are still to come."""
    left: dict[str, int] = {}
    for place in counted:
        left[place.village] = left.get(place.village, 0) + place.total - place.registered
    villages = [
        Named(village, _village_name(village), _left(count))
        for village, count in left.items()
        if village
    ]
    neighbourhoods = [
        Named(
            f"{place.village}/{place.rw}/{place.rt}",
            place_name(place.village, place.rt, place.rw),
            _left(place.total - place.registered),
        )
        for place in counted
        if place.village and place.rt
    ]
    return [*villages, *neighbourhoods]


def _left(count: int) -> str:
    return _("{count} belum terdaftar", count=count) if count else _("semua sudah terdaftar")


def _village_name(village: str) -> str:
    path = regions().path(village)
    return full_name(path[-3:]) or village  # the regency stands first and is not named


def _line(one: Listed, known: InForce) -> Line:
    return Line(
        record_id=one.record_id,
        name=one.name,
        state=_("sudah terdaftar") if one.registered else _("belum terdaftar"),
        tone="success" if one.registered else "neutral",
        place=place_name(one.village, one.rt, one.rw) or "–",
        masked_nik=one.masked_nik or "–",
        born=short_date(one.birth_date) if one.birth_date else "–",
        occupation=known.occupation_name(one.occupation),
        ceremony=one.ceremony,
    )
