"""A whole sitting at the duplicate desk, from the keyboard alone: everything is asked once."""

from itertools import cycle

import msgspec
import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui import decisions
from jamsos_desktop.gui.decisions.desk_view import DeskView
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.services.duplicate_desk import open_questions
from jamsos_desktop.services.plan import events, new_id_at
from jamsos_desktop.services.sign_in import sign_in
from jamsos_desktop.storage import journal
from tests.factories import ADMIN_PASSWORD, office_desk
from tests.twins import invent_twins

KEY = Qt.Key
PAIRS = 30
#: One kept, all different, looked at first, sent back with the reason that is proposed, skipped.
ANSWERS = (
    (KEY.Key_1,),
    (KEY.Key_B,),
    (KEY.Key_Right, KEY.Key_Down, KEY.Key_2),
    (KEY.Key_K, KEY.Key_Return),
    (KEY.Key_Return,),
)


@pytest.fixture
def office_of_twins(tmp_path):
    """Thirty people who were registered twice, among sixty."""
    office = office_desk(tmp_path)
    made = invent_twins(60, PAIRS)
    event_id, event = events(office)[0]
    news = [
        journal.New(
            new_id_at(office.clock()),
            msgspec.structs.replace(one, event_id=event_id, programme_id=event.programme_id),
        )
        for one in (*made.originals, *made.copies)
    ]
    with office.database.writing() as connection:
        journal.append(connection, office.author, office.clock(), news)
    yield office
    office.close()


@pytest.fixture
def open_desk(qtbot, jobs, shown):
    def make(desk):
        context = PageContext(desk, jobs, lambda *_text: None, lambda: None, lambda _key: None)
        page = shown(decisions.build(context)).duplicates
        assert isinstance(page, DeskView)
        qtbot.waitUntil(lambda: not jobs.busy and page.presenter.state.compared)
        return page

    return make


def test_every_pair_is_answered_once_without_the_mouse(office_of_twins, open_desk, press):
    page = open_desk(office_of_twins)
    answered = []
    for keys in cycle(ANSWERS):
        queue = page.presenter.state.queue
        if not queue.left:
            break
        if keys != (KEY.Key_Return,):
            answered.append(queue.shown)
        press(*keys)
    assert len(answered) >= PAIRS
    assert len(set(answered)) == len(answered)
    assert open_questions(office_of_twins) == []
    page.open()
    press(KEY.Key_Shift)
    assert page.nothing.isVisible()
    assert page.presenter.state.queue.left == 0


def test_after_a_restart_the_desk_goes_on_with_the_rest(office_of_twins, open_desk, press):
    page = open_desk(office_of_twins)
    asked = page.presenter.state.queue.left
    first = page.presenter.state.queue.groups[:10]
    press(*[KEY.Key_B] * 10)
    office_of_twins.close()  # what was answered was written when it was answered
    again = sign_in(office_of_twins.data_dir, office_of_twins.officer.login, ADMIN_PASSWORD)
    later = open_desk(again)
    assert later.presenter.state.queue.left == asked - 10
    assert not set(first) & set(later.presenter.state.queue.groups)
    again.close()
