"""What stands at the head of each list on paper: whose it is, and whether it is only practice."""

from typing import TYPE_CHECKING

from jamsos_desktop.domain.person_fields import long_date
from jamsos_desktop.domain.records import CommunityEvent
from jamsos_desktop.services.desk import Desk

if TYPE_CHECKING:
    from jamsos_desktop.printing.list_page import Heading


def heading_of(desk: Desk, title: str, about: str, where: str, words: str = "") -> "Heading":
    """``words`` is a sentence above the table."""
    from jamsos_desktop.printing.list_page import Heading  # loads what makes PDFs

    here = desk.installation
    return Heading(title, about, where, here.office_name, here.practice, words)


def event_heading(desk: Desk, event: CommunityEvent, title: str, words: str = "") -> "Heading":
    """Of a paper of an event: its name, when and where it is."""
    where = f"{long_date(event.date)} · {event.place}"
    return heading_of(desk, title, event.name, where, words)
