"""What merging a bundle did or would do, read from the tables before its transaction ends."""

from dataclasses import dataclass, field
from itertools import islice
from typing import Literal, NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain.brake import Brake
from jamsos_desktop.domain.picture import PictureKind
from jamsos_desktop.domain.records import CommunityEvent
from jamsos_desktop.domain.set_aside import Why, head_of, why_aside
from jamsos_desktop.i18n import N_
from jamsos_desktop.services.twins import Twin
from jamsos_desktop.storage import facts, journal, records
from jamsos_desktop.storage.models import entry, fork, participant

#: So many lines does a report keep; the counts are always whole.
MOST_ROWS = 20_000
_PIECE = 500  # entries that are set aside, read at once

Outcome = Literal["new", "changed", "same", "conflict"]
OUTCOME_WORDS: dict[Outcome, str] = {
    "new": N_("baru"),
    "changed": N_("berubah"),
    "same": N_("sudah ada"),
    "conflict": N_("perlu diputuskan"),
}


class Row(NamedTuple):
    """What became of one participant in the bundle."""

    number: str
    name: str
    outcome: Outcome


class MissingPicture(NamedTuple):
    """A picture that the station's journal names and that is not here."""

    sha256: str
    kind: PictureKind
    number: str  # registration number; empty where nobody is known for it any more
    refused: bool  # it came along, and was not what its name says or no picture


class Before(NamedTuple):
    """When the very same file was imported, and by whom."""

    at: str  # ISO 8601 with zone
    officer_id: str


class Aside(NamedTuple):
    """An entry that is kept without anything being made of it."""

    station_id: str
    seq: int
    why: Why
    type: str  # as its author called it; empty where that is lost
    recorded_at: str  # by the station's clock, as it is written
    number: str  # registration number of whom it is about, where that is known


class AtEvent(NamedTuple):
    """How many people of an event a bundle brings or changes."""

    event_id: str
    name: str  # empty for an event that the office does not know
    new: int
    changed: int


@dataclass
class ImportReport:
    """What an import did, or what it would do where ``merged`` is not set.

    ``entries`` = ``added`` + those that were known already.
    """

    file: str
    station_name: str
    station_code: str
    before: Before | None = None
    since: str = ""  # of a file that brings nothing: when the last of it had come (ISO 8601)
    entries: int = 0
    added: int = 0
    gaps: list[tuple[int, int]] = field(default_factory=list)  # missing numbers, inclusive
    forks: list[int] = field(default_factory=list)  # sequence numbers with two hashes
    counts: dict[Outcome, int] = field(
        default_factory=lambda: {"new": 0, "changed": 0, "same": 0, "conflict": 0}
    )
    rows: list[Row] = field(default_factory=list)
    pictures: int = 0  # photos and signatures that came and were not here
    missing: list[MissingPicture] = field(default_factory=list)
    merged: bool = False
    first_seq: int = 0
    last_seq: int = 0
    written_at: str = ""  # when the station wrote the bundle, by its clock
    events: list[AtEvent] = field(default_factory=list)
    voided: int = 0  # people, by this bundle
    withdrawn: int = 0
    new_forks: list[int] = field(default_factory=list)  # those that this bundle makes
    aside: list[Aside] = field(default_factory=list)  # what came now and is set aside
    brakes: tuple[Brake, ...] = ()
    duplicates: int = 0  # newcomers who are certainly here already for the same programme
    twins: list[Twin] = field(default_factory=list)
    unlooked: int = 0  # newcomers of whom only NIK, name and birth date were looked for
    application: str = ""  # version of the program that wrote the bundle
    skipped: bool = False  # the bundle that the station wrote before this one never came here


def say_what_became(
    connection: sa.Connection, station_id: str, last_id: int, result: ImportReport
) -> None:
    """Count every participant of the station once, by what this import did to them.

    ``last_id`` is the last row of the journal before the import.
    """
    person, later = participant.c, entry.alias("later")
    # The one of a person's revisions that arrived last. Grouping them by person would need all of
    # them in memory. That the type is hidden keeps SQLite to the few entries of one record.
    arrived_later = sa.exists().where(
        later.c.record_id == entry.c.record_id,
        later.c.id > entry.c.id,
        later.c.type.concat("") == entry.c.type,
        later.c.station_id.concat("") == entry.c.station_id,
    )
    query = (
        sa.select(
            person.number,
            person.name,
            person.conflict,
            (person.id > last_id).label("is_new"),
            (entry.c.id > last_id).label("is_touched"),
            person.event_id,
        )
        .join(entry, entry.c.record_id == person.record_id)
        .where(entry.c.station_id == station_id, entry.c.type == "participant", ~arrived_later)
        .order_by(entry.c.seq)
    )
    events: dict[str, list[int]] = {}
    for number, name, conflict, is_new, is_touched, event_id in connection.execution_options(
        yield_per=1000
    ).execute(query):
        outcome: Outcome = "same"
        if is_touched:
            outcome = "conflict" if conflict else "new" if is_new else "changed"
            events.setdefault(event_id, [0, 0])[0 if is_new else 1] += 1
        result.counts[outcome] += 1
        if len(result.rows) < MOST_ROWS:
            result.rows.append(Row(number, name, outcome))
    known = records.get_many(connection, events)
    result.events = [
        AtEvent(event_id, _event_name(known.get(event_id)), *counted)
        for event_id, counted in events.items()
    ]


def say_what_ended(
    connection: sa.Connection, station_id: str, last_id: int, result: ImportReport
) -> None:
    """Count whom this import voided or withdrew."""
    query = (
        sa.select(entry.c.type, sa.func.count(entry.c.record_id.distinct()))
        .where(
            entry.c.type.in_(("voided", "consent_withdrawn")),
            entry.c.station_id == station_id,
            entry.c.id > last_id,
        )
        .group_by(entry.c.type)
    )
    for kind, people in connection.execute(query):
        if kind == "voided":
            result.voided = people
        else:
            result.withdrawn = people


def list_aside(connection: sa.Connection, station_id: str = "", after_id: int = 0) -> list[Aside]:
    """What is set aside, of one station or of all, with whom it is about."""
    office_id = facts.read_office_id(connection)
    listed: list[Aside] = []
    found = (made for _row, made in journal.set_aside(connection, station_id, after_id))
    while piece := list(islice(found, _PIECE)):
        numbers = _numbers(connection, sorted({made.record_id for made in piece}))
        listed += [
            Aside(
                station_id=made.station_id,
                seq=made.seq,
                why=why_aside(made, office_id) or "unreadable",
                type=head.type if (head := head_of(made)) else "",
                recorded_at=made.recorded_at,
                number=numbers.get(made.record_id, ""),
            )
            for made in piece
        ]
    return listed


def forks_of(connection: sa.Connection, station_id: str) -> list[int]:
    """The numbers of a station's chain that have two entries here."""
    query = sa.select(fork.c.seq).where(fork.c.station_id == station_id).order_by(fork.c.seq)
    return list(connection.scalars(query))


def imported_before(connection: sa.Connection, sha256: str) -> Before | None:
    """When a file with this hash was first merged."""
    row = connection.execute(
        sa.select(entry.c.recorded_at, entry.c.author_id)
        .where(entry.c.record_id == sha256, entry.c.type == "bundle_imported")
        .order_by(entry.c.id)
        .limit(1)
    ).one_or_none()
    return None if row is None else Before(row.recorded_at, row.author_id)


def whole_since(connection: sa.Connection, station_id: str, first_seq: int, last_seq: int) -> str:
    """When the last of these entries of a station had come here; empty where nobody knows.

    An import journals itself behind the entries that it brought.
    """
    last = sa.select(sa.func.max(entry.c.id)).where(
        entry.c.station_id == station_id, entry.c.seq.between(first_seq, last_seq)
    )
    query = sa.select(entry.c.recorded_at).where(
        entry.c.type == "bundle_imported", entry.c.id > last.scalar_subquery()
    )
    return connection.scalar(query.order_by(entry.c.id).limit(1)) or ""


def _numbers(connection: sa.Connection, record_ids: list[str]) -> dict[str, str]:
    query = sa.select(participant.c.record_id, participant.c.number)
    return dict(connection.execute(query.where(participant.c.record_id.in_(record_ids))).all())


def _event_name(stored: records.Stored | None) -> str:
    body = None if stored is None else stored.body
    return body.name if isinstance(body, CommunityEvent) else ""
