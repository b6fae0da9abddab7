"""Those who came to an event: the projections of queue tickets and attendees, and their counts."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain.journal import Entry
from jamsos_desktop.domain.records import AnyRecord, Attendee, QueueTicket
from jamsos_desktop.storage.models import attendee, queue_ticket

_Came = QueueTicket | Attendee
_TABLES: dict[type[_Came], sa.Table] = {QueueTicket: queue_ticket, Attendee: attendee}
_PUT = {kind: sa.insert(table).prefix_with("OR REPLACE") for kind, table in _TABLES.items()}
_FORGET = {
    kind: _table.delete().where(_table.c.record_id == sa.bindparam("gone"))
    for kind, _table in _TABLES.items()
}


class Seen(NamedTuple):
    """A record that was revised: what it says now, its first entry and its last."""

    record_id: str
    body: AnyRecord | None
    first: Entry
    first_id: int  # its row number: the smallest of the record's revisions
    last: Entry


def project(connection: sa.Connection, seen: Sequence[Seen], known: Collection[str]) -> None:
    """Bring both tables up to date. ``known`` are the records that were there before."""
    for kind, table in _TABLES.items():
        rows = [_row(one, one.body, table) for one in seen if isinstance(one.body, kind)]
        if rows:
            connection.execute(_PUT[kind], rows)
    unread = [
        {"gone": one.record_id} for one in seen if one.body is None and one.record_id in known
    ]
    if unread:  # erased, or in a way that this version cannot read
        for forget in _FORGET.values():
            connection.execute(forget, unread)


def forget_all(connection: sa.Connection) -> None:
    """Empty both tables, before they are derived again."""
    for table in _TABLES.values():
        connection.execute(sa.delete(table))


def count_tickets(connection: sa.Connection, event_id: str) -> Mapping[str, int]:
    """How many tickets of an event are in each state, whichever station handed them out."""
    query = (
        sa.select(queue_ticket.c.state, sa.func.count())
        .where(queue_ticket.c.event_id == event_id)
        .group_by(queue_ticket.c.state)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def tickets(
    connection: sa.Connection, event_id: str, station_id: str, state: str = ""
) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """One station's queue at an event by turns; with ``state`` only those tickets."""
    query = sa.select(queue_ticket).where(
        queue_ticket.c.event_id == event_id, queue_ticket.c.station_id == station_id
    )
    if state:
        query = query.where(queue_ticket.c.state == state)
    return connection.execute(query.order_by(queue_ticket.c.turn, queue_ticket.c.record_id)).all()


def turns_of_participants(
    connection: sa.Connection, event_id: str
) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """``participant_id`` and ``number`` of every ticket of an event that led to a registration."""
    query = sa.select(queue_ticket.c.participant_id, queue_ticket.c.number).where(
        queue_ticket.c.event_id == event_id, queue_ticket.c.participant_id != ""
    )
    return connection.execute(query).all()


def last_turn(connection: sa.Connection, event_id: str, station_id: str) -> int:
    """The highest turn that a station has handed out at an event; 0 before the first."""
    query = sa.select(sa.func.max(queue_ticket.c.turn)).where(
        queue_ticket.c.event_id == event_id, queue_ticket.c.station_id == station_id
    )
    return connection.scalar(query) or 0


def count_attendees(connection: sa.Connection, event_id: str) -> int:
    """How many came to an event to listen, whichever station wrote them down."""
    query = sa.select(sa.func.count()).where(attendee.c.event_id == event_id)
    return connection.scalar(query) or 0


def attendees(connection: sa.Connection, event_id: str) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """Those who came to an event to listen, in the order in which they were written down."""
    query = sa.select(attendee).where(attendee.c.event_id == event_id)
    return connection.execute(query.order_by(attendee.c.recorded_at, attendee.c.record_id)).all()


def _row(seen: Seen, body: _Came, table: sa.Table) -> dict[str, object]:
    """The body's columns, and those that come from the entries."""
    row: dict[str, object] = {
        column.name: getattr(body, column.name)
        for column in table.c
        if column.name in body.__struct_fields__
    }
    row["record_id"] = seen.record_id
    row["station_id"] = seen.first.station_id
    if "lamport" in table.c:
        row["lamport"] = seen.last.lamport
    if "recorded_at" in table.c:
        row["recorded_at"] = seen.first.recorded_at
    return row
