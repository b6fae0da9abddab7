"""The events of which cards and papers are printed. No Qt."""

from typing import NamedTuple

from jamsos_desktop.services import plan
from jamsos_desktop.services.desk import Desk


class EventLine(NamedTuple):
    """An event to choose from."""

    event_id: str
    name: str
    more: str


class Events(NamedTuple):
    """All of them, and the one that is chosen; empty where there is none."""

    lines: tuple[EventLine, ...]
    chosen: str


def events_to_choose(desk: Desk, event_id: str) -> Events:
    """Those that are known; chosen is this one, or where it is not known that of today."""
    known = plan.events(desk)
    if event_id not in dict(known):
        today = plan.todays_event(desk)
        event_id = today[0] if today else ""
    return Events(
        tuple(
            EventLine(key, event.name, f"{event.date:%d-%m-%Y}, {event.place}")
            for key, event in known
        ),
        event_id,
    )
