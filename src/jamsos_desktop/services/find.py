"""Finding participants and looking at one of them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.activities import NikRevealed
from jamsos_desktop.domain.conflicts import asked_of
from jamsos_desktop.domain.journal import Entry, decode_body
from jamsos_desktop.domain.numbers import normalise_number
from jamsos_desktop.domain.records import AnyBody, Officer, Participant
from jamsos_desktop.domain.standing import Answer, Standing
from jamsos_desktop.domain.undoing import standing_voids, standing_withdrawals
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.known import KnownParticipant, participant_of
from jamsos_desktop.services.travel import standing_here, standing_of, travel_of
from jamsos_desktop.services.void import may_void
from jamsos_desktop.storage import activities, journal, records, search
from jamsos_desktop.storage.ceremony import chosen_of

#: Fields of a participant that the program keeps for itself; no person changes them.
_KEPT = {"reason_by", "required", "pending", "rules", "contribution"}
_NUMBER_IN_GROUPS = re.compile(r"[0-9]+([ .-][0-9]+)+")


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
    incomplete: bool
    consented: bool  # their consent is on the record; old ones have none
    withdrawn: bool  # took their consent back
    voided: bool  # the registration was a mistake
    ceremony: bool  # chosen to be handed a card in public
    standing: Standing


class Change(NamedTuple):
    """A field that a revision changed, identity numbers masked."""

    field: str
    old: object
    new: object


class Happening(NamedTuple):
    """One line of a person's history. ``body`` is None after an erasure or from a newer version.

    ``changes`` compare a revision with the one that it replaced, as far as both can be read; a
    number can have changed where its mask is the same. A first revision has none.
    """

    at: str  # ISO 8601 with zone
    officer: str
    station_id: str
    body: AnyBody | None
    entry_hash: str
    first: bool  # made the record
    changes: tuple[Change, ...] = ()


class Person(NamedTuple):
    """Everything on one participant's page. The NIK in it is masked."""

    record_id: str
    body: Participant
    conflicts: dict[str, list[tuple[str, object]]]
    history: list[Happening]
    withdrawn: bool  # took their consent back, and nobody has undone it
    voided: bool  # the registration was a mistake, and nobody has undone that
    may_void: bool  # whoever looks may say so
    standing: Standing
    answer: Answer  # what the office or BPJS said last


def find_participants(
    desk: Desk,
    text: str = "",
    *,
    event_id: str | None = None,
    not_printed: bool = False,
    incomplete: bool = False,
    voided: bool = False,
    limit: int = 50,
    offset: int = 0,
) -> list[Found]:
    """Participants by the beginnings of words in name, number and NIK; the newest first.

    A number may be typed in groups: ``3576 0217 0890 0001``.
    """
    if _NUMBER_IN_GROUPS.fullmatch(text.strip()):
        text = nik.normalise(text)
    with desk.database.reading() as connection:
        rows = search.search(
            connection,
            text,
            event_id=event_id,
            not_printed=not_printed,
            incomplete=incomplete,
            voided=voided,
            limit=limit,
            offset=offset,
        )
        travel = travel_of(connection, desk.installation.station_id)
        chosen = chosen_of(connection, [row.record_id for row in rows])
    return [
        _found(row, standing_here(row, desk.installation, travel), row.record_id in chosen)
        for row in rows
    ]


def count_participants(desk: Desk, event_id: str | None = None) -> int:
    """How many participants are known here, voided ones too, or how many count at one event."""
    with desk.database.reading() as connection:
        return search.count(connection, event_id=event_id)


def find_number(desk: Desk, number: str) -> str:
    """The participant with this registration number. Raises ``participant_unknown``."""
    number = normalise_number(number)
    with desk.database.reading() as connection:
        rows = search.search(connection, number) if number else []
    same = [row.record_id for row in rows if row.number == number]
    if not same:
        raise UserError("participant_unknown")
    return str(same[0])


def look_at(desk: Desk, record_id: str) -> Person:
    """One participant's page, NIK masked. Raises ``participant_unknown``."""
    with desk.database.reading() as connection:
        (person,) = look_at_several(desk, connection, [participant_of(connection, record_id)])
    return person


def look_at_several(
    desk: Desk, connection: sa.Connection, known: Sequence[KnownParticipant]
) -> tuple[Person, ...]:
    """The pages of several participants as they were read in this transaction."""
    officers = dict(records.all_of(connection, Officer))
    answers = activities.answers(connection, [one.stored.record_id for one in known])
    return tuple(_person(desk, connection, one, officers, answers) for one in known)


def _person(
    desk: Desk,
    connection: sa.Connection,
    known: KnownParticipant,
    officers: Mapping[str, Officer],
    answers: Mapping[str, Answer],
) -> Person:
    record_id = known.stored.record_id
    entries = journal.history_of(connection, record_id)
    bodies = {entry.entry_hash: _body(entry) for entry in entries}
    return Person(
        record_id,
        msgspec.structs.replace(known.body, nik=nik.mask(known.body.nik)),
        {
            field: [(name, _masked(field, value)) for name, value in values]
            for field, values in asked_of(known.stored.conflicts).items()
        },
        _history(entries, bodies, officers),
        bool(standing_withdrawals(bodies.items())),
        bool(standing_voids(bodies.items())),
        may_void(desk, entries),
        standing_of(connection, desk.installation, record_id),
        answers[record_id],
    )


def reveal_nik(desk: Desk, record_id: str) -> str:
    """The whole NIK. That somebody asked is journalled before the answer is given."""
    with desk.database.writing() as connection:
        person = participant_of(connection, record_id).body
        news = [journal.New(record_id, NikRevealed())]
        journal.append(connection, desk.author, desk.clock(), news)
    return person.nik


def _found(row: sa.Row[*tuple[Any, ...]], standing: Standing, ceremony: bool) -> Found:
    return Found(
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
        incomplete=row.incomplete,
        consented=row.consented,
        withdrawn=row.withdrawn,
        voided=row.voided,
        ceremony=ceremony,
        standing=standing,
    )


def _masked(field: str, value: object) -> object:
    return nik.mask(str(value)) if field == "nik" else value


def _history(
    entries: Sequence[Entry], bodies: Mapping[str, AnyBody | None], officers: Mapping[str, Officer]
) -> list[Happening]:
    lines = []
    for entry in entries:
        body, officer = bodies[entry.entry_hash], officers.get(entry.author_id)
        before = next((bodies[p] for p in entry.parents if p in bodies), None)
        changes: tuple[Change, ...] = ()
        if isinstance(body, Participant):
            if isinstance(before, Participant):
                changes = _changes(before, body)
            body = msgspec.structs.replace(body, nik=nik.mask(body.nik))
        lines.append(
            Happening(
                at=entry.recorded_at,
                officer=officer.name if officer else "",
                station_id=entry.station_id,
                body=body,
                entry_hash=entry.entry_hash,
                first=entry.kind == "revision" and not entry.parents,
                changes=changes,
            )
        )
    return lines


def _body(entry: Entry) -> AnyBody | None:
    if entry.erased:
        return None
    try:
        return decode_body(entry.body)
    except msgspec.DecodeError:
        return None


def _changes(before: Participant, after: Participant) -> tuple[Change, ...]:
    pairs = ((f, getattr(before, f), getattr(after, f)) for f in after.__struct_fields__)
    changed = ((f, a, b) for f, a, b in pairs if a != b and f not in _KEPT)
    return tuple(Change(f, _masked(f, a), _masked(f, b)) for f, a, b in changed)
