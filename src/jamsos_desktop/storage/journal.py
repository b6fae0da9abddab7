"""The journal's table: append to one's own chain, take in other stations' entries, read, verify."""

import datetime as dt
import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.activities import Activity
from jamsos_desktop.domain.journal import (
    ERASED,
    GENESIS,
    Entry,
    digest_body,
    encode_body,
    hash_entry,
)
from jamsos_desktop.domain.records import AnyBody
from jamsos_desktop.storage import facts, projections
from jamsos_desktop.storage.models import candidate, chain, entry, fork
from jamsos_desktop.storage.prepared import Prepared

# Saving a form runs all of these.
_TIP = Prepared(
    sa.select(chain.c.last_seq, chain.c.last_hash).where(
        chain.c.station_id == sa.bindparam("station")
    )
)
_LAST_LAMPORT = Prepared(sa.select(sa.func.max(chain.c.lamport)))
_LAST_ID = Prepared(sa.select(sa.func.max(entry.c.id)))
_KNOWN_HASHES = Prepared(
    sa.select(entry.c.seq, entry.c.entry_hash).where(
        entry.c.station_id == sa.bindparam("station"),
        entry.c.seq.between(sa.bindparam("low"), sa.bindparam("high")),
    )
)
_INSERT = Prepared(sa.insert(entry))
_NAME_FORKS = Prepared(sa.insert(fork).prefix_with("OR IGNORE"))
_ASIDE = Prepared(sa.select(sa.func.count()).where(entry.c.type == "", entry.c.body.is_not(None)))
_CHAIN = Prepared(
    sa.select(chain.c.last_seq, chain.c.last_hash, chain.c.lamport).where(
        chain.c.station_id == sa.bindparam("station")
    )
)
_BEGIN_CHAIN = Prepared(sa.insert(chain))
_ADVANCE = Prepared(
    sa.update(chain)
    .where(chain.c.station_id == sa.bindparam("station"))
    .values({name: sa.bindparam(name) for name in ("last_seq", "last_hash", "lamport")})
)


class Author(NamedTuple):
    """Whose journal is written, and by whom."""

    station_id: str
    officer_id: str


class New(NamedTuple):
    """What is to be journalled: a record's next revision, or an activity."""

    record_id: str
    body: AnyBody
    parents: tuple[str, ...] = ()
    unknown: Mapping[str, object] = {}  # fields of a newer version, to be carried on


class Tip(NamedTuple):
    """The last entry known of one station's chain."""

    seq: int
    entry_hash: str


def append(
    connection: sa.Connection, author: Author, now: dt.datetime, news: Sequence[New]
) -> list[Entry]:
    """Write entries at the end of one's own chain and project them, in this transaction."""
    tip = tip_of(connection, author.station_id)
    entries: list[Entry] = []
    for lamport, new in enumerate(news, (_LAST_LAMPORT.value(connection) or 0) + 1):
        made = _make(author, now, new, tip, lamport)
        tip = Tip(made.seq, made.entry_hash)
        entries.append(made)
    if entries:
        _add(connection, entries)
    return entries


def _make(author: Author, now: dt.datetime, new: New, tip: Tip, lamport: int) -> Entry:
    body, salt = encode_body(new.body, new.unknown), secrets.token_hex(16)
    made = Entry(
        station_id=author.station_id,
        seq=tip.seq + 1,
        lamport=lamport,
        recorded_at=now.isoformat(timespec="milliseconds"),
        author_id=author.officer_id,
        kind="activity" if isinstance(new.body, Activity) else "revision",
        record_id=new.record_id,
        parents=new.parents,
        body_digest=digest_body(salt, body),
        prev_hash=tip.entry_hash,
        entry_hash="",
        body=msgspec.Raw(body),
        salt=salt,
    )
    return msgspec.structs.replace(made, entry_hash=hash_entry(made))


def insert(connection: sa.Connection, entries: Sequence[Entry]) -> list[Entry]:
    """Add the entries that are not there yet, and project them. Returns the added ones.

    The caller has checked their hashes. A sequence number that now has two hashes is a fork: both
    entries stay, and the fork is named in the table ``fork``.
    """
    known = _known_hashes(connection, entries)
    added, forks = [], set()
    for e in entries:
        hashes = known.setdefault((e.station_id, e.seq), set())
        if e.entry_hash not in hashes:
            added.append(e)
            if hashes:
                forks.add((e.station_id, e.seq))
            hashes.add(e.entry_hash)
    if forks:
        _NAME_FORKS.write_many(connection, [{"station_id": s, "seq": n} for s, n in sorted(forks)])
    if added:
        _add(connection, added)
    return added


def _add(connection: sa.Connection, added: Sequence[Entry]) -> None:
    """Write entries that are not there yet, and everything that follows from them."""
    first_id, office_id = (_LAST_ID.value(connection) or 0) + 1, facts.read_office_id(connection)
    readings = [projections.read(first_id + n, e, office_id) for n, e in enumerate(added)]
    _INSERT.write_many(connection, [_row(reading) for reading in readings])
    _advance_chains(connection, added)
    projections.project(connection, readings)


def _known_hashes(
    connection: sa.Connection, entries: Sequence[Entry]
) -> dict[tuple[str, int], set[str]]:
    known: dict[tuple[str, int], set[str]] = {}
    ranges: dict[str, tuple[int, int]] = {}
    for e in entries:
        low, high = ranges.get(e.station_id, (e.seq, e.seq))
        ranges[e.station_id] = (min(low, e.seq), max(high, e.seq))
    for station_id, (low, high) in ranges.items():
        within = {"station": station_id, "low": low, "high": high}
        for seq, entry_hash in _KNOWN_HASHES.rows(connection, within):
            known.setdefault((station_id, seq), set()).add(entry_hash)
    return known


def _row(reading: projections.Reading) -> dict[str, object]:
    e = reading.entry
    return {
        "id": reading.entry_id,
        "entry_hash": e.entry_hash,
        "station_id": e.station_id,
        "seq": e.seq,
        "lamport": e.lamport,
        "recorded_at": e.recorded_at,
        "author_id": e.author_id,
        "kind": e.kind,
        "type": reading.type,
        "record_id": e.record_id,
        "parents": " ".join(e.parents),
        "body_digest": e.body_digest,
        "prev_hash": e.prev_hash,
        "body": None if e.erased else bytes(e.body),
        "salt": e.salt or None,
    }


def _advance_chains(connection: sa.Connection, added: Iterable[Entry]) -> None:
    last: dict[str, Entry] = {}
    lamports: dict[str, int] = {}
    for e in added:
        if e.station_id not in last or e.seq > last[e.station_id].seq:
            last[e.station_id] = e
        lamports[e.station_id] = max(lamports.get(e.station_id, 0), e.lamport)
    for station_id, e in last.items():
        values = {"last_seq": e.seq, "last_hash": e.entry_hash, "lamport": lamports[station_id]}
        known = _CHAIN.rows(connection, {"station": station_id})
        if not known:
            _BEGIN_CHAIN.write(connection, {"station_id": station_id, **values})
            continue
        last_seq, last_hash, lamport = known[0]
        values["lamport"] = max(lamport, lamports[station_id])
        if last_seq >= e.seq:
            values |= {"last_seq": last_seq, "last_hash": last_hash}
        _ADVANCE.write(connection, {"station": station_id, **values})


def tip_of(connection: sa.Connection, station_id: str) -> Tip:
    """The end of a station's chain, as far as it is known here; (0, GENESIS) before the first."""
    known = _TIP.rows(connection, {"station": station_id})
    return Tip(*known[0]) if known else Tip(0, GENESIS)


def tips(connection: sa.Connection) -> dict[str, Tip]:
    """The ends of all chains by their stations, as they were when entries were last inserted."""
    rows = connection.execute(sa.select(chain.c.station_id, chain.c.last_seq, chain.c.last_hash))
    return {row.station_id: Tip(row.last_seq, row.last_hash) for row in rows}


def entries_of_station(
    connection: sa.Connection, station_id: str, first: int = 1, last: int | None = None
) -> Iterator[Entry]:
    """One station's entries by sequence number, read in pieces."""
    query = sa.select(entry).where(entry.c.station_id == station_id, entry.c.seq >= first)
    if last is not None:
        query = query.where(entry.c.seq <= last)
    return _stream(connection, query.order_by(entry.c.seq, entry.c.entry_hash))


def entries_of_records(connection: sa.Connection, types: Sequence[str]) -> Iterator[Entry]:
    """Every revision of records of these types, in the order of arrival."""
    query = sa.select(entry).where(entry.c.kind == "revision", entry.c.type.in_(types))
    return _stream(connection, query.order_by(entry.c.id))


def entries_of_candidates(
    connection: sa.Connection, programme_ids: Collection[str]
) -> Iterator[Entry]:
    """Every revision of the candidates that these programmes have now, in the order of arrival."""
    query = sa.select(entry).join(candidate, candidate.c.record_id == entry.c.record_id)
    query = query.where(entry.c.kind == "revision", candidate.c.programme_id.in_(programme_ids))
    return _stream(connection, query.order_by(entry.c.id))


def entries_of_others(
    connection: sa.Connection, station_id: str, types: Sequence[str]
) -> Iterator[Entry]:
    """What others journalled, of these types, about the participants of one station."""
    own = sa.select(entry.c.record_id).where(
        entry.c.station_id == station_id, entry.c.type == "participant"
    )
    query = sa.select(entry).where(
        entry.c.record_id.in_(own), entry.c.station_id != station_id, entry.c.type.in_(types)
    )
    return _stream(connection, query.order_by(entry.c.id))


def entries_about(
    connection: sa.Connection, record_id: str, types: Sequence[str]
) -> Iterator[Entry]:
    """What was journalled about one record, of these types, in the order of arrival."""
    query = sa.select(entry).where(entry.c.record_id == record_id, entry.c.type.in_(types))
    return _stream(connection, query.order_by(entry.c.id))


def hashes_at(connection: sa.Connection, station_id: str, seq: int) -> set[str]:
    """The hashes known at one place of a chain: none in a gap, two at a fork."""
    within = {"station": station_id, "low": seq, "high": seq}
    return {entry_hash for _seq, entry_hash in _KNOWN_HASHES.rows(connection, within)}


def whole_until(connection: sa.Connection, station_id: str) -> Tip:
    """The last entry of a chain before its first gap or fork; (0, GENESIS) if there is none."""
    numbers = sa.select(entry.c.seq).where(entry.c.station_id == station_id)
    last, known = connection.execute(
        sa.select(sa.func.max(entry.c.seq), sa.func.count(entry.c.seq.distinct())).where(
            entry.c.station_id == station_id
        )
    ).one()
    end = last or 0
    if end != known:
        found = connection.scalars(numbers.distinct().order_by(entry.c.seq))
        end = next((n for n, seq in enumerate(found) if seq != n + 1), end)
    forked = connection.scalar(
        sa.select(sa.func.min(fork.c.seq)).where(fork.c.station_id == station_id)
    )
    end = end if forked is None else min(end, forked - 1)
    return Tip(end, next(iter(hashes_at(connection, station_id, end)), GENESIS))


def history_of(connection: sa.Connection, record_id: str) -> list[Entry]:
    """Everything that was journalled about one record, by Lamport time and then by station."""
    query = sa.select(entry).where(entry.c.record_id == record_id)
    query = query.order_by(entry.c.lamport, entry.c.station_id, entry.c.seq)
    return list(_stream(connection, query))


def all_entries(connection: sa.Connection) -> Iterator[tuple[Entry, str]]:
    """The whole journal, station by station, each entry with the type that is stored beside it.

    Reads damaged text as well, so that whoever verifies can name the entry: what is not UTF-8 comes
    back with replacement characters.
    """
    columns = [
        sa.cast(c, sa.LargeBinary).label(c.name) if isinstance(c.type, sa.String) else c
        for c in entry.c
    ]
    order = (entry.c.station_id, entry.c.seq, entry.c.entry_hash)
    query = sa.select(*columns).order_by(*order)
    for row in connection.execution_options(yield_per=1000).execute(query).mappings():
        values = {
            name: value.decode(errors="replace")
            if isinstance(value, bytes) and name != "body"
            else value
            for name, value in row.items()
        }
        yield to_entry(values.values()), values["type"]


def all_readings(connection: sa.Connection) -> Iterator[projections.Reading]:
    """The whole journal in the order of arrival, with every body understood again."""
    office_id = facts.read_office_id(connection)
    query = sa.select(entry).order_by(entry.c.id)
    for row in connection.execution_options(yield_per=1000).execute(query):
        yield projections.read(row.id, to_entry(row), office_id)


def set_aside(
    connection: sa.Connection, station_id: str = "", after_id: int = 0
) -> Iterator[tuple[int, Entry]]:
    """Entries of which nothing is made, with their row numbers, station by station.

    All of them, or those of one station that arrived after the row ``after_id``.
    """
    query = sa.select(entry).where(
        entry.c.type == "", entry.c.body.is_not(None), entry.c.id > after_id
    )
    if station_id:
        query = query.where(entry.c.station_id == station_id)
    query = query.order_by(entry.c.station_id, entry.c.seq)
    for row in connection.execution_options(yield_per=1000).execute(query):
        yield row.id, to_entry(row)


def count_aside(connection: sa.Connection) -> int:
    """How many entries are set aside."""
    return int(_ASIDE.value(connection) or 0)


def read_again(connection: sa.Connection) -> int:
    """Take in what was set aside and is understood now; how many entries."""
    office_id = facts.read_office_id(connection)
    readings = [projections.read(row, made, office_id) for row, made in set_aside(connection)]
    understood = [reading for reading in readings if reading.body is not None]
    if understood:
        projections.read_again(connection, understood)
    return len(understood)


def count(connection: sa.Connection) -> int:
    """How many entries there are."""
    return connection.scalar(sa.select(sa.func.count()).select_from(entry)) or 0


def _stream(connection: sa.Connection, query: sa.Select[Any]) -> Iterator[Entry]:
    for row in connection.execution_options(yield_per=1000).execute(query):
        yield to_entry(row)


def to_entry(row: Iterable[Any]) -> Entry:
    """A row of the table ``entry``, all columns in their order, as the structure that travels.

    It is taken apart at once: asking a row for thirteen fields by name takes twice as long as
    reading it from the database.
    """
    (
        _id,
        entry_hash,
        station_id,
        seq,
        lamport,
        recorded_at,
        author_id,
        kind,
        _type,
        record_id,
        parents,
        body_digest,
        prev_hash,
        body,
        salt,
    ) = row
    return Entry(
        station_id=station_id,
        seq=seq,
        lamport=lamport,
        recorded_at=recorded_at,
        author_id=author_id,
        kind=kind,
        record_id=record_id,
        parents=tuple(parents.split(" ")) if parents else (),
        body_digest=body_digest,
        prev_hash=prev_hash,
        entry_hash=entry_hash,
        body=ERASED if body is None else msgspec.Raw(body),
        salt=salt or "",
    )
