"""What F5 does where the form's page is not there."""

from jamsos_desktop.domain.visitor import Visitor
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.today.calling import FORM_PAGE, call_next, register
from jamsos_desktop.services import queue
from tests.fakes import InlineJobs


def test_where_the_form_cannot_be_opened_nobody_is_called(desk, event_id):
    given = queue.give_number(desk, event_id, Visitor())
    opened = []
    context = PageContext(desk, InlineJobs(), lambda *_: None, lambda: None, opened.append)
    call_next(context)
    register(context, given.record_id)
    assert opened == [FORM_PAGE, FORM_PAGE]
    assert queue.list_queue(desk, event_id)[0].state == "waiting"
