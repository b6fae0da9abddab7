"""What is set aside (*karantina*), as the office lists it."""

from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.import_report import Aside, list_aside
from jamsos_desktop.storage import journal


def list_quarantine(desk: Desk) -> list[Aside]:
    """Every entry that is kept without anything being made of it, station by station."""
    with desk.database.reading() as connection:
        return list_aside(connection)


def count_quarantine(desk: Desk) -> int:
    """How many these are."""
    with desk.database.reading() as connection:
        return journal.count_aside(connection)
