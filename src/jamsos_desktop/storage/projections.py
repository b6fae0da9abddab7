"""The tables that screens query, derived from journal entries and rebuildable from them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.completeness import is_complete
from jamsos_desktop.domain.conflicts import asked_of
from jamsos_desktop.domain.journal import Entry, written_fields
from jamsos_desktop.domain.merge import Folded, Revision, fold
from jamsos_desktop.domain.records import AnyBody, AnyRecord, Participant
from jamsos_desktop.domain.set_aside import type_of, understand
from jamsos_desktop.storage import activities, candidates, likeness, media, pairs, search, visitors
from jamsos_desktop.storage.activities import Activities
from jamsos_desktop.storage.models import entry, participant, record
from jamsos_desktop.storage.prepared import Prepared

_encode = msgspec.json.Encoder(order="sorted").encode
_PIECE = 500  # ids in one IN (...)

_IDS: sa.BindParameter[str] = sa.bindparam("ids", expanding=True)
_KNOWN = Prepared(sa.select(record.c.record_id).where(record.c.record_id.in_(_IDS)))
_PUT_RECORD = Prepared(sa.insert(record).prefix_with("OR REPLACE"))
_PUT_PARTICIPANT = Prepared(sa.insert(participant).prefix_with("OR REPLACE"))


class Reading(NamedTuple):
    """An entry with its row number and its body understood, as far as this version can."""

    entry_id: int
    entry: Entry
    body: AnyBody | None

    @property
    def type(self) -> str:
        """The body's type; empty where it was erased or is set aside."""
        return "" if self.body is None else type_of(self.body)

    @property
    def aside(self) -> bool:
        """Whether nothing is made of it, though it has a body."""
        return self.body is None and not self.entry.erased


def read(entry_id: int, made: Entry, office_id: str = "") -> Reading:
    """Understand an entry's body, if it is not set aside (:mod:`domain.set_aside`)."""
    return Reading(entry_id, made, understand(made, office_id))


class _State(NamedTuple):
    """What is about to be written for one record."""

    record_id: str
    folded: Folded
    single: Reading | None  # the only revision, or the only head
    body: AnyRecord | None
    first: Entry
    first_id: int
    last: Entry
    own_seq: int  # the number of its last revision at the station that made it


def project(connection: sa.Connection, readings: Sequence[Reading]) -> None:
    """Bring the projections up to date after these entries were inserted."""
    revised: dict[str, list[Reading]] = {}
    for reading in readings:
        if reading.entry.kind == "revision" and not reading.aside:
            revised.setdefault(reading.entry.record_id, []).append(reading)
    known = _known_records(connection, revised)
    states = [
        _state_of_new(group[0])
        if len(group) == 1 and record_id not in known
        else _state_by_fold(connection, record_id)
        for record_id, group in revised.items()
    ]
    _write_records(connection, states)
    people = [s for s in states if isinstance(s.body, Participant)]
    _forget_participants(connection, known - {s.record_id for s in people})
    _write_participants(connection, people)
    seen = [visitors.Seen(s.record_id, s.body, s.first, s.first_id, s.last) for s in states]
    visitors.project(connection, seen, known)
    candidates.project(connection, seen, known)
    media.project(connection, [(r.entry, r.body) for r in readings])
    activities.project(
        connection, {r.entry.record_id for r in readings if r.type in activities.TYPES}
    )
    pairs.project(
        connection, sorted({r.entry.record_id for r in readings if r.type in pairs.TYPES})
    )


def read_again(connection: sa.Connection, readings: Sequence[Reading]) -> None:
    """Make something of entries that were set aside until now and are understood today."""
    _type_again(connection, readings)
    ids = sorted({r.entry.record_id for r in readings if r.entry.kind == "revision"})
    # Their rows may have the number of a later entry.
    _forget_participants(connection, set(ids))
    candidates.forget(connection, ids)
    project(connection, readings)


def rebuild(connection: sa.Connection, readings: Iterable[Sequence[Reading]]) -> None:
    """Throw the projections away and derive them again from the journal, piece by piece."""
    connection.execute(sa.delete(participant))
    search.forget_all(connection)
    connection.execute(sa.delete(record))
    visitors.forget_all(connection)
    candidates.forget_all(connection)
    media.forget_named(connection)
    pairs.forget_all(connection)
    for piece in readings:
        _type_again(connection, piece)
        project(connection, piece)


def _type_again(connection: sa.Connection, readings: Sequence[Reading]) -> None:
    """What an older version of the program could not read has no type yet."""
    types = [{"who": r.entry_id, "kind_of": r.type} for r in readings if r.body is not None]
    if types:
        connection.execute(
            sa.update(entry)
            .where(entry.c.id == sa.bindparam("who"), entry.c.type != sa.bindparam("kind_of"))
            .values(type=sa.bindparam("kind_of")),
            types,
        )


def _known_records(connection: sa.Connection, ids: Iterable[str]) -> set[str]:
    return {row[0] for piece in _pieces(ids) for row in _KNOWN.rows(connection, {"ids": piece})}


def _state_of_new(reading: Reading) -> _State:
    made = reading.entry
    folded = Folded(heads=(made.entry_hash,), fields={})
    body = reading.body if isinstance(reading.body, AnyRecord) else None
    return _State(made.record_id, folded, reading, body, made, reading.entry_id, made, made.seq)


def _state_by_fold(connection: sa.Connection, record_id: str) -> _State:
    from jamsos_desktop.storage.journal import to_entry

    rows = connection.execute(
        sa.select(entry)
        .where(entry.c.record_id == record_id, entry.c.kind == "revision")
        .order_by(entry.c.id)
    ).all()
    passed = {row.entry_hash: row.parents.split() for row in rows if _is_aside(row)}
    rows = [row for row in rows if row.entry_hash not in passed]
    readings = {row.entry_hash: read(row.id, to_entry(row)) for row in rows}
    folded = fold(
        Revision(name, _beyond(passed, r.entry.parents), written_fields(r.entry))
        for name, r in readings.items()
    )
    single = readings[folded.heads[0]] if len(folded.heads) == 1 else None
    try:
        body: AnyRecord | None = msgspec.convert(folded.fields, AnyRecord)
    except msgspec.ValidationError:
        body = None
    in_time = sorted((r.entry for r in readings.values()), key=lambda e: (e.lamport, e.entry_hash))
    first, last = in_time[0], in_time[-1]
    own_seq = max(made.seq for made in in_time if made.station_id == first.station_id)
    return _State(record_id, folded, single, body, first, rows[0].id, last, own_seq)


def _is_aside(row: sa.Row[*tuple[Any, ...]]) -> bool:
    return not row.type and row.body is not None


def _beyond(passed: Mapping[str, Sequence[str]], parents: Sequence[str]) -> tuple[str, ...]:
    """The parents with those of revisions that are set aside in the place of these."""
    if not passed:
        return tuple(parents)
    found: dict[str, None] = {}
    left, seen = list(reversed(parents)), set[str]()
    while left:
        name = left.pop()
        if name not in passed:
            found[name] = None
        elif name not in seen:
            seen.add(name)
            left.extend(reversed(passed[name]))
    return tuple(found)


def _write_records(connection: sa.Connection, states: Sequence[_State]) -> None:
    if not states:
        return
    _PUT_RECORD.write_many(
        connection,
        [
            {
                "record_id": s.record_id,
                "type": "" if s.body is None else str(s.body.__struct_config__.tag),
                "heads": " ".join(s.folded.heads),
                "entry_id": s.single.entry_id if s.single else None,
                "merged": None if s.single else _encode(s.folded.fields),
                "conflicts": _encode(s.folded.conflicts) if s.folded.conflicts else None,
            }
            for s in states
        ],
    )


def _forget_participants(connection: sa.Connection, ids: set[str]) -> None:
    """Records that were revised and now say nothing readable of a participant have no row."""
    for piece in _pieces(sorted(ids)):
        gone = sa.select(participant.c.id).where(participant.c.record_id.in_(piece))
        if rows := connection.scalars(gone).all():
            search.forget(connection, rows)
            connection.execute(sa.delete(participant).where(participant.c.record_id.in_(piece)))


def _write_participants(connection: sa.Connection, states: Sequence[_State]) -> None:
    if not states:
        return
    happened = activities.activities_of(connection, [s.record_id for s in states])
    rows = [_participant_row(s, happened.get(s.record_id, Activities())) for s in states]
    _PUT_PARTICIPANT.write_many(connection, rows)
    search.project(connection, rows)


def _participant_row(state: _State, happened: Activities) -> dict[str, object]:
    person = state.body
    assert isinstance(person, Participant)
    return {
        "id": state.first_id,
        "record_id": state.record_id,
        "number": person.number,
        "name": person.name,
        "nik": person.nik,
        "village": person.village,
        "rt": person.rt,
        "rw": person.rw,
        "occupation": person.occupation_text or person.occupation,
        "event_id": person.event_id,
        "programme_id": person.programme_id,
        "candidate_id": person.candidate_id,
        "station_id": state.first.station_id,
        "recorded_at": state.first.recorded_at,
        "printed": happened.printed,
        "handed": happened.handed,
        "consented": person.consent is not None,
        "withdrawn": happened.withdrawn,
        "voided": happened.voided,
        "said": happened.said,
        "own_seq": state.own_seq,
        "phone": person.phone,
        "conflict": bool(asked_of(state.folded.conflicts)) or happened.reopened,
        "incomplete": not is_complete(person),
        **likeness.keys_of(person),
    }


def _pieces(ids: Iterable[str]) -> Iterable[list[str]]:
    items = list(ids)
    return (items[n : n + _PIECE] for n in range(0, len(items), _PIECE))
