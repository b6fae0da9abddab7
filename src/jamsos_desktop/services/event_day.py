"""How the event day goes: every number is counted from what the journal says, none is kept."""

import datetime as dt

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.records import CommunityEvent
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.export_bundle import count_unsent
from jamsos_desktop.services.queue import event_of
from jamsos_desktop.storage import search, visitors
from jamsos_desktop.storage.activities import count_refusals
from jamsos_desktop.storage.models import participant


class Today(msgspec.Struct, frozen=True, kw_only=True):
    """One event on one day. Queue and attendance count every station that is known here."""

    event: CommunityEvent
    day: dt.date
    enrolled: int  # at the event, on all its days
    by_hour: dict[int, int]  # hour of the day, on the clock that registered -> registrations
    unprinted: int
    unsent: int | None  # since the last export; None at an office, which exports no bundles
    received: int | None  # from stations; None at a station, which receives none
    called: str  # the number that was called last at this installation and is not served
    waiting: int
    skipped: int
    served: int
    attendees: int
    refused: int  # did not let their data be used; nothing else is known of them


def look_at_today(desk: Desk, event_id: str) -> Today:
    """Count one event's day. Raises ``event_unknown``."""
    here, day = desk.installation, desk.clock().date()
    station = here.mode == "station"
    with desk.database.reading() as connection:
        event = event_of(connection, event_id)
        called = visitors.tickets(connection, event_id, here.station_id, "called")
        states = visitors.count_tickets(connection, event_id)
        today = Today(
            event=event,
            day=day,
            enrolled=search.count(connection, event_id=event_id),
            by_hour=_by_hour(connection, event_id, day),
            unprinted=_count(connection, event_id, participant.c.printed == 0),
            unsent=None,
            received=None if station else _received(connection, event_id, here.station_id),
            called=max(called, key=lambda row: row.lamport).number if called else "",
            waiting=states.get("waiting", 0),
            skipped=states.get("skipped", 0),
            served=states.get("served", 0),
            attendees=visitors.count_attendees(connection, event_id),
            refused=count_refusals(connection, event_id),
        )
    if not station:
        return today
    return msgspec.structs.replace(today, unsent=count_unsent(desk).participants)


def _received(connection: sa.Connection, event_id: str, station_id: str) -> int:
    return _count(connection, event_id, participant.c.station_id != station_id)


def _count(connection: sa.Connection, event_id: str, condition: sa.ColumnElement[bool]) -> int:
    query = sa.select(sa.func.count()).where(participant.c.event_id == event_id, condition)
    return connection.scalar(query) or 0


def _by_hour(connection: sa.Connection, event_id: str, day: dt.date) -> dict[int, int]:
    """Registrations of one day by the hour; ``recorded_at`` begins with day and hour."""
    hour = sa.func.substr(participant.c.recorded_at, 12, 2)
    following = day + dt.timedelta(days=1)
    query = (
        sa.select(hour, sa.func.count())
        .where(
            participant.c.event_id == event_id,
            participant.c.recorded_at >= day.isoformat(),
            participant.c.recorded_at < following.isoformat(),
        )
        .group_by(hour)
    )
    return {int(row[0]): row[1] for row in connection.execute(query)}
