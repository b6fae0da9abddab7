"""How the event day goes: every number is counted from what the journal says, none is kept."""

import datetime as dt

import msgspec

from jamsos_desktop.domain.records import CommunityEvent
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.export_bundle import Unsent, count_unsent
from jamsos_desktop.services.queue import event_of
from jamsos_desktop.storage import visitors
from jamsos_desktop.storage.activities import count_refusals
from jamsos_desktop.storage.turnout import Turnout, count_turnout


class Today(msgspec.Struct, frozen=True, kw_only=True):
    """One event on one day. Queue and attendance count every station that is known here."""

    event: CommunityEvent
    day: dt.date
    turnout: Turnout  # registrations, on all the event's days
    unsent: Unsent | None  # what the office does not have; None at an office
    received: int | None  # from stations; None at a station, which receives none
    called: str  # the number that was called last at this installation and is not served
    waiting: int
    skipped: int
    served: int
    attendees: int
    refused: int  # did not let their data be used; nothing else is known of them


def look_at_today(desk: Desk, event_id: str, before: Today | None = None) -> Today:
    """Count one event's day. Raises ``event_unknown``.

    ``before`` is the last look, which makes this one cheap; the answer is the same without it.
    """
    here, day = desk.installation, desk.clock().date()
    station = here.mode == "station"
    with desk.database.reading() as connection:
        event = event_of(connection, event_id)
        called = visitors.tickets(connection, event_id, here.station_id, "called")
        states = visitors.count_tickets(connection, event_id)
        counted = before.turnout if before else None
        turnout = count_turnout(connection, event_id, day, here.station_id, counted)
        today = Today(
            event=event,
            day=day,
            turnout=turnout,
            unsent=None,
            received=None if station else turnout.elsewhere,
            called=max(called, key=lambda row: row.lamport).number if called else "",
            waiting=states.get("waiting", 0),
            skipped=states.get("skipped", 0),
            served=states.get("served", 0),
            attendees=visitors.count_attendees(connection, event_id),
            refused=count_refusals(connection, event_id),
        )
    if not station:
        return today
    return msgspec.structs.replace(today, unsent=count_unsent(desk))
