"""Finding participants and looking at one of them."""

from typing import NamedTuple

import msgspec

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.journal import Entry, decode_body
from jamsos_desktop.domain.records import AnyBody, NikRevealed, Officer, Participant
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.storage import journal, records, search


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list of participants."""

    record_id: str
    number: str
    name: str
    masked_nik: str
    village: str  # code
    rt: str
    rw: str
    occupation: str  # id in the list, or the person's own words
    recorded_at: str
    printed: int
    conflict: bool


class Happening(NamedTuple):
    """One line of a person's history. ``body`` is None after an erasure or from a newer version."""

    at: str  # ISO 8601 with zone
    officer: str
    station_id: str
    body: AnyBody | None


class Person(NamedTuple):
    """Everything on one participant's page. The NIK in it is masked."""

    record_id: str
    body: Participant
    conflicts: dict[str, list[tuple[str, object]]]
    history: list[Happening]


def find_participants(
    desk: Desk,
    text: str = "",
    *,
    event_id: str | None = None,
    not_printed: bool = False,
    limit: int = 50,
    offset: int = 0,
) -> list[Found]:
    """Participants by the beginnings of words in name, number and NIK; the newest first."""
    with desk.database.reading() as connection:
        rows = search.search(
            connection,
            text,
            event_id=event_id,
            not_printed=not_printed,
            limit=limit,
            offset=offset,
        )
    return [
        Found(
            record_id=row.record_id,
            number=row.number,
            name=row.name,
            masked_nik=nik.mask(row.nik),
            village=row.village,
            rt=row.rt,
            rw=row.rw,
            occupation=row.occupation,
            recorded_at=row.recorded_at,
            printed=row.printed,
            conflict=row.conflict,
        )
        for row in rows
    ]


def count_participants(desk: Desk, event_id: str | None = None) -> int:
    """How many participants are known here, in all or at one event."""
    with desk.database.reading() as connection:
        return search.count(connection, event_id=event_id)


def look_at(desk: Desk, record_id: str) -> Person:
    """One participant's page, NIK masked. Raises ``participant_unknown``."""
    with desk.database.reading() as connection:
        stored = records.get(connection, record_id)
        if stored is None or not isinstance(stored.body, Participant):
            raise UserError("participant_unknown")
        entries = journal.history_of(connection, record_id)
        officers = dict(records.all_of(connection, Officer))
    body = msgspec.structs.replace(stored.body, nik=nik.mask(stored.body.nik))
    return Person(
        record_id,
        body,
        {
            field: [(name, _masked(field, value)) for name, value in values]
            for field, values in stored.conflicts.items()
        },
        [_happening(entry, officers) for entry in entries],
    )


def reveal_nik(desk: Desk, record_id: str) -> str:
    """The whole NIK. That somebody asked is journalled before the answer is given."""
    with desk.database.writing() as connection:
        stored = records.get(connection, record_id)
        if stored is None or not isinstance(stored.body, Participant):
            raise UserError("participant_unknown")
        news = [journal.New(record_id, NikRevealed())]
        journal.append(connection, desk.author, desk.clock(), news)
    return stored.body.nik


def _masked(field: str, value: object) -> object:
    return nik.mask(str(value)) if field == "nik" else value


def _happening(entry: Entry, officers: dict[str, Officer]) -> Happening:
    officer = officers.get(entry.author_id)
    body: AnyBody | None = None
    if entry.body is not None:
        try:
            body = decode_body(entry.body)
        except msgspec.ValidationError:
            body = None
    if isinstance(body, Participant):
        body = msgspec.structs.replace(body, nik=nik.mask(body.nik))
    return Happening(entry.recorded_at, officer.name if officer else "", entry.station_id, body)
