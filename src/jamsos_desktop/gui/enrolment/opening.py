"""What the enrolment page needs before its first form, found on the worker. No Qt."""

from typing import NamedTuple

from jamsos_desktop.domain.enrolment_form import Rules
from jamsos_desktop.domain.records import CommunityEvent
from jamsos_desktop.gui.enrolment.wording import event_words
from jamsos_desktop.services import cancelled, enrol, find, plan, reference
from jamsos_desktop.services.cancelled import Cancelled
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.enrol import Draft


class Opened(NamedTuple):
    """What the worker found for the page."""

    events: list[tuple[str, CommunityEvent]]
    event_id: str
    event: CommunityEvent
    rules: Rules
    draft: Draft | None
    enrolled: int
    cancelled: list[Cancelled]  # forms that were given up today

    def named_events(self) -> tuple[tuple[str, str], ...]:
        """The id and the words of each event."""
        return tuple((key, event_words(event.name, event.date)) for key, event in self.events)


def open_page(desk: Desk, event_id: str) -> Opened | None:
    """On the worker: everything that the page needs before its first form."""
    cancelled.forget_cancelled(desk)
    events = plan.events(desk)
    chosen = dict(events).get(event_id)
    if chosen is None:
        nearest = plan.todays_event(desk)
        if nearest is None:
            return None
        event_id, chosen = nearest
    return Opened(
        events,
        event_id,
        chosen,
        reference.rules_of(desk, event_id),
        enrol.find_draft(desk, event_id),
        find.count_participants(desk, event_id),
        cancelled.list_cancelled(desk, event_id),
    )
