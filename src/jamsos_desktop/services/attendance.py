"""Those who come to an event only to listen (*sosialisasi*), and the list that they sign."""

import io
from pathlib import Path

import msgspec

from jamsos_desktop.bundle.safe_write import write_new
from jamsos_desktop.domain.enrolment_form import is_village
from jamsos_desktop.domain.records import Attendee
from jamsos_desktop.domain.visitor import Visitor
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.paper_heading import event_heading
from jamsos_desktop.services.plan import new_id_at
from jamsos_desktop.services.queue import event_of
from jamsos_desktop.services.reference import place_words, regions
from jamsos_desktop.storage import journal, visitors


class Listener(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the attendance list."""

    record_id: str
    name: str
    address: str
    enrolled: bool


def add_attendee(desk: Desk, event_id: str, person: Visitor) -> str:
    """Write somebody down; their id. Raises ``attendee_nameless``, ``event_unknown``.

    Where the event is for one kelurahan, that is where they live until somebody says otherwise.
    """
    if not person.name:
        raise UserError("attendee_nameless")
    now = desk.clock()
    record_id = new_id_at(now)
    with desk.database.writing() as connection:
        region = event_of(connection, event_id).region
        village = region if is_village(regions(), region) else ""
        known = msgspec.structs.asdict(person)
        made = Attendee(event_id=event_id, village=village, **known)
        journal.append(connection, desk.author, now, [journal.New(record_id, made)])
    return record_id


def list_attendees(desk: Desk, event_id: str) -> tuple[Listener, ...]:
    """Everybody who was written down at the event, by whichever station, in that order."""
    with desk.database.reading() as connection:
        rows = visitors.attendees(connection, event_id)
    return tuple(
        Listener(
            record_id=row.record_id,
            name=row.name,
            address=place_words(row.village, row.rt, row.rw),
            enrolled=bool(row.participant_id),
        )
        for row in rows
    )


def save_attendance_list(desk: Desk, event_id: str, target: Path) -> Path:
    """Write the list into a file, never over an existing one.

    Raises ``event_unknown`` and what writing can raise.
    """
    return write_new(target, attendance_list(desk, event_id)).path


def attendance_list(desk: Desk, event_id: str) -> bytes:
    """The list to be signed as a PDF, with empty rows to the end of the last page.

    Raises ``event_unknown``.
    """
    from jamsos_desktop.printing.attendance_list import write_attendance_list

    with desk.database.reading() as connection:
        event = event_of(connection, event_id)
    people = [(one.name, one.address) for one in list_attendees(desk, event_id)]
    sheet = io.BytesIO()
    heading = event_heading(desk, event, _("Daftar hadir sosialisasi"))
    write_attendance_list(sheet, heading, people)
    return sheet.getvalue()
