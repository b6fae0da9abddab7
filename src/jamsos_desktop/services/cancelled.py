"""Forms that were given up ("Batal"): kept for a day, taken up again, and then really deleted."""

import datetime as dt

import msgspec
import sqlalchemy as sa

from jamsos_desktop.errors import UserError
from jamsos_desktop.services import enrol
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.enrol import Draft
from jamsos_desktop.storage.models import draft

#: How long a form that was given up can be taken up again.
KEPT_FOR = dt.timedelta(hours=24)


class Cancelled(msgspec.Struct, frozen=True):
    """A form that was given up. Its registration number stays its own."""

    draft_id: str
    number: str
    name: str  # as it was typed; often empty
    at: dt.datetime
    correcting: bool  # a participant's record that was to be mended


def cancel_draft(desk: Desk, draft_id: str) -> None:
    """Give a form up. It can be taken up again for a day."""
    with desk.database.writing() as connection:
        _mark(connection, draft_id, desk.clock().isoformat())


def list_cancelled(desk: Desk, event_id: str) -> list[Cancelled]:
    """What this officer gave up at the event within the last day, the newest first."""
    oldest = desk.clock() - KEPT_FOR
    with desk.database.reading() as connection:
        return [
            Cancelled(kept.draft_id, kept.number, kept.form.name.strip(), at, bool(kept.record_id))
            for kept, at in enrol.read_cancelled(connection, desk)
            if kept.event_id == event_id and at > oldest
        ]


def take_up(desk: Desk, draft_id: str) -> Draft:
    """Go on with a form that was given up. Raises ``cancelled_gone`` after a day."""
    with desk.database.writing() as connection:
        wanted = (kept for kept, _at in enrol.read_cancelled(connection, desk))
        found = next((kept for kept in wanted if kept.draft_id == draft_id), None)
        if found is None:
            raise UserError("cancelled_gone")
        _mark(connection, draft_id, "")
    return found


def forget_cancelled(desk: Desk) -> int:
    """Delete what anybody gave up more than a day ago, with its pictures. How many there were."""
    oldest = desk.clock() - KEPT_FOR
    query = sa.select(draft.c.draft_id, draft.c.cancelled_at).where(draft.c.cancelled_at != "")
    with desk.database.reading() as connection:
        rows = connection.execute(query).all()
    old = [row.draft_id for row in rows if dt.datetime.fromisoformat(row.cancelled_at) <= oldest]
    for draft_id in old:
        enrol.drop_draft(desk, draft_id)
    return len(old)


def _mark(connection: sa.Connection, draft_id: str, at: str) -> None:
    connection.execute(sa.update(draft).where(draft.c.draft_id == draft_id).values(cancelled_at=at))
