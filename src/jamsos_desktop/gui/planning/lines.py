"""Programmes and events as the tables show them. No Qt; made on the worker."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from jamsos_desktop.domain.person_fields import long_date
from jamsos_desktop.domain.planning import (
    EventForm,
    ProgrammeForm,
    form_of_event,
    form_of_programme,
)
from jamsos_desktop.domain.records import CommunityEvent, EventKind, Payer, Programme
from jamsos_desktop.domain.region import full_name
from jamsos_desktop.gui.enrolment.wording import month_words
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.i18n import N_, _, pick
from jamsos_desktop.services import plan
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.reference import in_force, regions

PAYERS: dict[Payer, str] = {
    "pemerintah": N_("Pemerintah"),
    "mandiri": N_("Peserta sendiri"),
}


#: People come to one place, or the cadre goes from door to door.
KINDS: dict[EventKind, str] = {
    "kegiatan": N_("Orang datang ke satu tempat"),
    "kunjungan": N_("Kunjungan dari rumah ke rumah"),
}


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """One programme."""

    id: str
    name: str
    payer: str
    fund: str
    cover: str
    rules: str
    group_number: str
    branch: str
    form: ProgrammeForm  # to be changed


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event."""

    id: str
    name: str
    state: str
    tone: Tone
    date: str
    place: str
    region: str
    region_code: str
    programme: str
    target: str
    form: EventForm  # to be changed


class BookLine(NamedTuple):
    """A rule book that may be chosen: its file's name, its title, and where its rules come from."""

    key: str
    name: str
    note: str


class Planned(NamedTuple):
    """Everything that is planned, the latest event first."""

    events: tuple[EventLine, ...]
    programmes: tuple[ProgrammeLine, ...]
    books: tuple[BookLine, ...]  # the usual one first


def read_plan(desk: Desk) -> Planned:
    """What the tables show."""
    today = desk.clock().date()
    programmes = sorted(plan.programmes(desk), key=lambda item: item[1].name)
    names = {key: programme.name for key, programme in programmes}
    books = _books(desk)
    return Planned(
        tuple(_event(key, event, names, today) for key, event in plan.events(desk)),
        tuple(_programme(key, programme, books) for key, programme in programmes),
        books,
    )


def region_name(code: str) -> str:
    """``Kec. Kranggan, Kota Mojokerto``; an unknown code as it is."""
    path = regions().path(code)
    return full_name(path) if path else code


def _books(desk: Desk) -> tuple[BookLine, ...]:
    return tuple(
        BookLine(key, pick(book.name.by_language()), pick(book.note.by_language()))
        for key, book in in_force(desk).rule_books.items()
    )


def _programme(key: str, programme: Programme, books: tuple[BookLine, ...]) -> ProgrammeLine:
    return ProgrammeLine(
        id=key,
        name=programme.name,
        payer=_(PAYERS[programme.payer]),
        fund=programme.fund or "—",
        cover=_(
            "{count} bulan mulai {month}",
            count=programme.coverage_months,
            month=month_words(programme.coverage_start),
        ),
        rules=next((book.name for book in books if book.key == programme.rules), programme.rules),
        group_number=programme.group_number or "—",
        branch=programme.branch or "—",
        form=form_of_programme(programme),
    )


def _event(
    key: str, event: CommunityEvent, programmes: dict[str, str], today: dt.date
) -> EventLine:
    state, tone = _state(event.date, today)
    return EventLine(
        id=key,
        name=event.name,
        state=state,
        tone=tone,
        date=long_date(event.date),
        place=_place(event),
        region=region_name(event.region),
        region_code=event.region,
        programme=programmes.get(event.programme_id, "—"),
        target=str(event.target) if event.target else "—",
        form=form_of_event(event),
    )


def _place(event: CommunityEvent) -> str:
    if event.kind == "kunjungan":
        return _("{place} · dari rumah ke rumah", place=event.place)
    return event.place


def _state(day: dt.date, today: dt.date) -> tuple[str, Tone]:
    if day == today:
        return _("hari ini"), "success"
    return (_("akan datang"), "primary") if day > today else (_("selesai"), "neutral")
