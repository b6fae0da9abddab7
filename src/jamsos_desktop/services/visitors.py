"""From somebody who came, with a number or only to listen, to the form that registers them."""

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.records import AnyRecord, Attendee, QueueTicket
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.storage import journal, records

_KNOWN = ("nik", "name", "village", "rt", "rw", "phone")  # what form and visitor both have


class Start(msgspec.Struct, frozen=True, kw_only=True):
    """What a form begins with. ``origin`` is the record that the registration will be linked to."""

    origin: str
    title: str  # the ticket's number, or the name of an attendee or a candidate
    known: dict[str, str]  # field of the form -> text
    candidate_id: str = ""  # of the office's list, from which all of it comes


def start_of(record_id: str, came: QueueTicket | Attendee) -> Start:
    """What the form takes over from a ticket or an attendee."""
    texts = {field: getattr(came, field, "") for field in _KNOWN}
    return Start(
        origin=record_id,
        title=came.number if isinstance(came, QueueTicket) else came.name,
        known={field: text for field, text in texts.items() if text},
    )


def start_with(desk: Desk, record_id: str) -> Start:
    """What is known of somebody who came. Raises ``visitor_unknown``, ``visitor_enrolled``."""
    with desk.database.reading() as connection:
        stored = records.get(connection, record_id)
    if stored is None or not isinstance(stored.body, QueueTicket | Attendee):
        raise UserError("visitor_unknown")
    if stored.body.participant_id:
        raise UserError("visitor_enrolled")
    return start_of(record_id, stored.body)


def revise(stored: records.Stored, body: AnyRecord) -> journal.New:
    """The next revision of a record, which decides whatever was in conflict."""
    return journal.New(stored.record_id, body, stored.heads, stored.unknown)


def link(connection: sa.Connection, origin: str, participant_id: str) -> list[journal.New]:
    """What is journalled of the ticket or attendee together with the registration.

    Nothing where the form came from nobody, or where the origin led to a registration before.
    """
    stored = records.get(connection, origin) if origin else None
    if stored is None or getattr(stored.body, "participant_id", None) != "":
        return []
    changes = {"participant_id": participant_id}
    if isinstance(stored.body, QueueTicket):
        changes["state"] = "served"
    return [revise(stored, msgspec.structs.replace(stored.body, **changes))]
