"""Officers and stations as the tables show them. No Qt; made on the worker."""

from dataclasses import dataclass
from typing import NamedTuple

from jamsos_desktop.domain.dates import short_date
from jamsos_desktop.domain.records import Role
from jamsos_desktop.gui.first_start.presenter import ROLES
from jamsos_desktop.i18n import _
from jamsos_desktop.services import plan
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.registered import registered_lists
from jamsos_desktop.services.revoked import lost_stations
from jamsos_desktop.storage.facts import RegisteredList


@dataclass(frozen=True, slots=True)
class OfficerLine:
    """One officer. ``here``: has a password at this installation."""

    id: str
    name: str
    login: str
    role: str
    here: bool
    own: bool  # who is signed in now
    role_key: Role

    def why_stays(self) -> str:
        """Why their sign-in cannot be taken away here; empty where it can."""
        if self.own:
            return _("Izin masuk Anda sendiri tidak bisa Anda cabut.")
        return "" if self.here else _("Petugas ini memang belum bisa masuk di sini.")


@dataclass(frozen=True, slots=True)
class StationLine:
    """One station that got a kit. ``lost``: its laptop, and with it the key that signs cards."""

    id: str
    name: str
    code: str
    lost: bool = False


class EventTick(NamedTuple):
    """An event that a kit may be for."""

    id: str
    text: str


class RegisteredLine(NamedTuple):
    """A list of people who are registered elsewhere, in words."""

    text: str


class Known(NamedTuple):
    """Everything that the page lists."""

    officers: tuple[OfficerLine, ...]
    stations: tuple[StationLine, ...]
    events: tuple[EventTick, ...]
    next_event: str  # id; empty while nothing is planned
    wants_sheet: bool
    registered: int = 0  # people who are registered elsewhere
    lists: tuple[RegisteredLine, ...] = ()


def read_known(desk: Desk) -> Known:
    """What the tables and forms show."""
    from jamsos_desktop.services.recovery import wants_recovery_sheet  # loads the printing

    here = plan.can_sign_in(desk)
    coming = plan.todays_event(desk)
    registered, lists = registered_lists(desk)
    lost = lost_stations(desk)
    return Known(
        officers=tuple(
            OfficerLine(
                id=key,
                name=officer.name,
                login=officer.login,
                role=_(ROLES[officer.role]),
                here=key in here,
                own=key == desk.officer_id,
                role_key=officer.role,
            )
            for key, officer in plan.officers(desk)
        ),
        stations=tuple(
            StationLine(key, station.name, station.code, key in lost)
            for key, station in sorted(plan.stations(desk), key=lambda item: item[1].code)
        ),
        events=tuple(
            EventTick(key, f"{event.name}, {short_date(event.date)}, {event.place}")
            for key, event in plan.events(desk)
        ),
        next_event=coming[0] if coming else "",
        wants_sheet=wants_recovery_sheet(desk),
        registered=registered,
        lists=tuple(RegisteredLine(registered_words(taken)) for taken in lists),
    )


def registered_words(taken: RegisteredList) -> str:
    """``22-11-2026 · bpjs.xlsx · 1200 NIK baru, 30 sudah ada, 2 baris tidak terbaca``."""
    day = "-".join(reversed(taken.at[:10].split("-")))
    counts = _(
        "{added} NIK baru, {known} sudah ada, {unread} baris tidak terbaca",
        added=taken.added,
        known=taken.known,
        unread=taken.unread,
    )
    return " · ".join(filter(None, (day, taken.file, counts)))
