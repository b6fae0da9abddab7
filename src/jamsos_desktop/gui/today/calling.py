"""From the queue or the attendance list to the form: what F5 does anywhere in the window."""

from functools import partial

from jamsos_desktop.gui.enrolment.state import Find
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.services import queue, visitors
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.visitors import Start

FORM_PAGE = "enrolment"


def call_next(context: PageContext) -> None:
    """Call the next number of this station and open the form with what is known of the person.

    Nobody is called while a form is unfinished: the page says so and what to do first.
    """
    begin_with(context, partial(queue.call_next, context.desk))


def register(context: PageContext, record_id: str) -> None:
    """Open the form for a ticket's person or an attendee."""
    begin_with(context, partial(_start, context.desk, record_id))


def begin_with(context: PageContext, find: Find) -> None:
    """Open the form with what ``find`` knows of somebody, if none is being filled."""
    from jamsos_desktop.gui.enrolment.view import EnrolmentView

    page = context.go_to(FORM_PAGE)
    if isinstance(page, EnrolmentView):
        page.presenter.turns.begin_with(find)


def _start(desk: Desk, record_id: str, _event_id: str) -> Start:
    """A person is registered at the event of the form, whichever list they stood on."""
    return visitors.start_with(desk, record_id)
