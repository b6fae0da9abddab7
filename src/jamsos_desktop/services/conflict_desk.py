"""The conflict desk: two corrections set the same field, and somebody says what holds.

The answer is a revision whose parents are all heads, checked like any correction. Taken back it is
by an activity that asks again, until another revision comes: docs/decisions/0024-duplicate-desk.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.activities import ConflictReopened
from jamsos_desktop.domain.conflicts import asked_of, before_of, reopened
from jamsos_desktop.domain.enrolment_form import FIELDS, form_of
from jamsos_desktop.domain.journal import Entry, decode_body, written_fields
from jamsos_desktop.domain.merge import Revision
from jamsos_desktop.domain.records import Officer, Participant
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import enrol
from jamsos_desktop.services.decide import check_decides
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.known import participant_of, reason_of
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal, records
from jamsos_desktop.storage.models import participant


class Value(NamedTuple):
    """One of the values that compete, as it stands in the JSON of its revision."""

    value: object
    officer: str
    station_id: str
    at: str  # ISO 8601 with zone


class Conflict(NamedTuple):
    """A field that was set in several ways, and what it said before; None where it said nothing."""

    field: str
    values: tuple[Value, ...]
    before: object


class Disputed(NamedTuple):
    """A record in conflict, as it was seen."""

    record_id: str
    heads: tuple[str, ...]
    body: Participant
    conflicts: tuple[Conflict, ...]
    decided: Mapping[str, object] = {}  # what was decided for each field, where it was


class Settled(NamedTuple):
    """The revision that decided a conflict."""

    record_id: str
    revision: str


def open_conflicts(desk: Desk) -> list[str]:
    """The participants about whom corrections differ, in the order in which they came here."""
    query = sa.select(participant.c.record_id).where(
        sa.text("conflict"), sa.not_(participant.c.voided)
    )
    with desk.database.reading() as connection:
        return list(connection.scalars(query.order_by(participant.c.id)))


def look_at_conflict(desk: Desk, record_id: str, decided_by: str = "") -> Disputed:
    """What competes in this record, each value with its author. Raises ``participant_unknown``.

    One whose decision was taken back shows what had competed before it; with ``decided_by``, the
    revision that decided, what competed then and what was decided.
    """
    with desk.database.reading() as connection:
        stored, person = participant_of(connection, record_id)
        entries = journal.history_of(connection, record_id)
        officers = dict(records.all_of(connection, Officer))
        query = sa.select(participant.c.conflict).where(participant.c.record_id == record_id)
        waits = bool(connection.scalar(query))
    found: Mapping[str, Sequence[tuple[str, object]]] = stored.conflicts
    if decided_by or (waits and not asked_of(found)):
        found = conflicts_before(entries, (decided_by,) if decided_by else stored.heads)
    made = {entry.entry_hash: entry for entry in entries if entry.kind == "revision"}
    revisions = _revisions(entries)
    conflicts = []
    asked = asked_of(found)
    for field in in_order(asked):
        values = asked[field]
        before = before_of(revisions, [name for name, _value in values])
        told = tuple(_value(made[name], value, officers) for name, value in values)
        conflicts.append(Conflict(field, told, before.fields.get(field) if before else None))
    decided = written_fields(made[decided_by]) if decided_by in made else {}
    return Disputed(record_id, stored.heads, person, tuple(conflicts), decided)


def conflicts_before(
    entries: Sequence[Entry], heads: tuple[str, ...]
) -> Mapping[str, Sequence[tuple[str, object]]]:
    """What competed in a record before this revision decided it; ``entries`` are all about it."""
    return asked_of(reopened(_revisions(entries), heads, asked_again(entries)).conflicts)


def asked_again(entries: Sequence[Entry]) -> set[tuple[str, ...]]:
    """The heads of a record whose decisions were taken back."""
    bodies = (_reopening(entry) for entry in entries if entry.kind == "activity")
    return {body.heads for body in bodies if body is not None}


def settle(
    desk: Desk,
    disputed: Disputed,
    chosen: Mapping[str, object],
    typed: Mapping[str, str],
    reason: str,
    reasons: Mapping[str, str] = {},
) -> Settled:
    """Write what holds: a chosen value, as JSON, or what was typed, for every field in conflict.

    ``reasons`` set findings aside, as in the form. Raises ``office_only``, ``coordinator_only``,
    ``reason_missing``, ``participant_unknown``, ``choice_missing``, ``record_changed``, and
    :class:`jamsos_desktop.services.enrol.NotEnrolledError`.
    """
    check_decides(desk)
    words = reason_of(reason)
    open_ = {one.field for one in disputed.conflicts} - set(chosen) - set(typed)
    if open_:
        raise UserError("choice_missing", count=len(open_))
    with desk.database.reading() as connection:
        stored, before = participant_of(connection, disputed.record_id)
    fields = {**stored.fields, **chosen}
    person = msgspec.convert({k: v for k, v in fields.items() if v is not None}, Participant)
    rules = msgspec.structs.replace(rules_of(desk, person.event_id), correcting=True)
    form = form_of(msgspec.structs.replace(person, correction=words))
    texts = {name: text for name, text in typed.items() if name in FIELDS}
    form = msgspec.structs.replace(form, **texts, reasons={**form.reasons, **reasons})
    checked = enrol.check_form(desk, form, rules, record_id=disputed.record_id)
    body = msgspec.structs.replace(
        checked.person,
        number=before.number,
        pending=enrol.pending_of(checked, incomplete=True),
        schema=before.schema,
    )
    unknown = {name: fields[name] for name in stored.unknown}
    with desk.database.writing() as connection:
        if participant_of(connection, disputed.record_id).stored.heads != disputed.heads:
            raise UserError("record_changed")
        news = [journal.New(disputed.record_id, body, disputed.heads, unknown)]
        (entry,) = journal.append(connection, desk.author, desk.clock(), news)
    return Settled(disputed.record_id, entry.entry_hash)


def reopen(desk: Desk, settled: Settled, reason: str) -> None:
    """Ask again what this revision decided; until another one comes, what it says stands.

    Raises ``office_only``, ``coordinator_only``, ``reason_missing``, ``record_changed`` where
    somebody has corrected the record since.
    """
    check_decides(desk)
    words = reason_of(reason)
    with desk.database.writing() as connection:
        heads = participant_of(connection, settled.record_id).stored.heads
        if heads != (settled.revision,):
            raise UserError("record_changed")
        body = ConflictReopened(heads=heads, reason=words)
        news = [journal.New(settled.record_id, body)]
        journal.append(connection, desk.author, desk.clock(), news)


def in_order(fields: Iterable[str]) -> list[str]:
    """As the fields stand in the record; those of newer versions last."""
    order = {name: place for place, name in enumerate(Participant.__struct_fields__)}
    return sorted(fields, key=lambda field: (order.get(field, len(order)), field))


def may_be_typed(field: str) -> bool:
    """Whether something else than the competing values can be typed."""
    return field in FIELDS and field != "correction"


def _revisions(entries: Sequence[Entry]) -> list[Revision]:
    return [
        Revision(entry.entry_hash, entry.parents, written_fields(entry))
        for entry in entries
        if entry.kind == "revision"
    ]


def _reopening(entry: Entry) -> ConflictReopened | None:
    if entry.erased:
        return None
    try:
        body = decode_body(entry.body)
    except msgspec.DecodeError:
        return None
    return body if isinstance(body, ConflictReopened) else None


def _value(made: Entry, value: object, officers: Mapping[str, Officer]) -> Value:
    officer = officers.get(made.author_id)
    return Value(value, officer.name if officer else "", made.station_id, made.recorded_at)
