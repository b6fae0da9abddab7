"""What is set aside (*karantina*), as the office lists it."""

import sqlalchemy as sa

from jamsos_desktop.domain.set_aside import why_aside
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.import_report import Aside, list_aside
from jamsos_desktop.storage import facts, journal


def list_quarantine(desk: Desk) -> list[Aside]:
    """Every entry that is kept without anything being made of it, station by station."""
    with desk.database.reading() as connection:
        return list_aside(connection)


def waiting_for_update(connection: sa.Connection) -> set[str]:
    """The records about which a newer program has said something that this one cannot read."""
    office_id = facts.read_office_id(connection)
    return {
        made.record_id
        for _row, made in journal.set_aside(connection)
        if why_aside(made, office_id) == "newer"
    }


def count_quarantine(desk: Desk) -> int:
    """How many these are."""
    with desk.database.reading() as connection:
        return journal.count_aside(connection)
