"""The queue of one station at an event: numbers given, called, skipped and come back.

A turn is counted from the journal, and the number begins with the station's code, so that several
stations can give numbers at one event and be merged. A desk works the same without any.
"""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import sqlalchemy as sa

from jamsos_desktop.bundle.safe_write import SafeWriter
from jamsos_desktop.domain import nik
from jamsos_desktop.domain.records import CommunityEvent, QueueTicket, TicketState
from jamsos_desktop.domain.visitor import Visitor
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.plan import new_id_at
from jamsos_desktop.services.visitors import Start, revise, start_of
from jamsos_desktop.storage import journal, records, visitors

#: One page of A4.
STRIP = 24
#: Who is called and who may come back stand above those who wait; who is done stands last.
_ORDER: tuple[TicketState, ...] = ("called", "skipped", "waiting", "served")


class Ticket(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the queue."""

    record_id: str
    number: str
    state: TicketState
    name: str = ""  # or the masked NIK, where that is all that is known


def list_queue(desk: Desk, event_id: str) -> tuple[Ticket, ...]:
    """This station's queue at the event: called, skipped, waiting, served; each by turns."""
    with desk.database.reading() as connection:
        rows = visitors.tickets(connection, event_id, desk.installation.station_id)
    return tuple(
        Ticket(
            record_id=row.record_id,
            number=row.number,
            state=row.state,
            name=row.name or nik.mask(row.nik),
        )
        for row in sorted(rows, key=lambda row: _ORDER.index(row.state))
    )


def give_number(desk: Desk, event_id: str, known: Visitor) -> Ticket:
    """The next number, with what is known of the person who gets it (nothing will do)."""
    with desk.database.writing() as connection:
        return _give(desk, connection, event_id, [known])[0]


def give_strip(desk: Desk, event_id: str, target: Path, count: int = STRIP) -> Path:
    """Give the next ``count`` numbers and write them to a PDF that is cut into pieces.

    The numbers are journalled before the file gets its name, so no piece of paper bears a number
    that is given again. Raises ``event_unknown`` and what writing can raise.
    """
    from jamsos_desktop.printing.queue_strip import write_queue_strip

    with SafeWriter(target) as file:
        with desk.database.writing() as connection:
            event = event_of(connection, event_id)
            tickets = _give(desk, connection, event_id, [Visitor()] * count)
            write_queue_strip(
                file,
                [ticket.number for ticket in tickets],
                event=event.name,
                date=event.date,
                practice=desk.installation.practice,
            )
        return file.commit().path


def call_next(desk: Desk, event_id: str) -> Start:
    """Call the first who waits at this station; what is known of them.

    Whoever was called before and is not registered did not come, and is skipped: they can come
    back. Raises ``queue_empty``, which changes nothing.
    """
    here = desk.installation.station_id
    with desk.database.writing() as connection:
        waiting = visitors.tickets(connection, event_id, here, "waiting")
        if not waiting:
            raise UserError("queue_empty")
        called = visitors.tickets(connection, event_id, here, "called")
        news = [_moved(connection, row.record_id, "skipped") for row in called]
        news.append(_moved(connection, waiting[0].record_id, "called"))
        journal.append(connection, desk.author, desk.clock(), news)
    ticket = news[-1].body
    assert isinstance(ticket, QueueTicket)
    return start_of(news[-1].record_id, ticket)


def skip(desk: Desk, record_id: str) -> str:
    """They are not there, or went home; the number. Raises ``visitor_unknown``/``_enrolled``."""
    return _move(desk, record_id, "skipped")


def come_back(desk: Desk, record_id: str) -> str:
    """They wait again, at their old turn; the number. Raises as :func:`skip` does."""
    return _move(desk, record_id, "waiting")


def event_of(connection: sa.Connection, event_id: str) -> CommunityEvent:
    """What is known of an event. Raises ``event_unknown``."""
    stored = records.get(connection, event_id)
    if stored is None or not isinstance(stored.body, CommunityEvent):
        raise UserError("event_unknown", found=0)
    return stored.body


def _give(
    desk: Desk, connection: sa.Connection, event_id: str, people: Sequence[Visitor]
) -> list[Ticket]:
    here, now = desk.installation, desk.clock()
    last = visitors.last_turn(connection, event_id, here.station_id)
    news = []
    for turn, person in enumerate(people, last + 1):
        known = msgspec.structs.asdict(person)
        ticket = QueueTicket(
            event_id=event_id, number=f"{here.code}-{turn:03d}", turn=turn, **known
        )
        news.append((new_id_at(now), ticket))
    journal.append(connection, desk.author, now, [journal.New(*new) for new in news])
    return [
        Ticket(record_id=record_id, number=made.number, state=made.state, name=made.name)
        for record_id, made in news
    ]


def _move(desk: Desk, record_id: str, state: TicketState) -> str:
    with desk.database.writing() as connection:
        new = _moved(connection, record_id, state)
        journal.append(connection, desk.author, desk.clock(), [new])
    assert isinstance(new.body, QueueTicket)
    return new.body.number


def _moved(connection: sa.Connection, record_id: str, state: TicketState) -> journal.New:
    stored = records.get(connection, record_id)
    if stored is None or not isinstance(stored.body, QueueTicket):
        raise UserError("visitor_unknown")
    if stored.body.state == "served":
        raise UserError("visitor_enrolled")
    return revise(stored, msgspec.structs.replace(stored.body, state=state))
