"""Which cards, and the box in which a card is checked."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.cards.choosing import Choosing
from jamsos_desktop.gui.cards.state import EventLine, State
from jamsos_desktop.gui.work import Progress

EVENTS = (
    EventLine("a", "Kegiatan Kranggan", "12-11-2025, Balai RW"),
    EventLine("b", "Kegiatan Meri", "13-11-2025, Pendopo"),
)
STATE = State(loaded=True, events=EVENTS, event_id="a", cards=3, enrolled=5)


@pytest.fixture
def column(shown):
    made = shown(Choosing(), 312, 600)
    made.show_state(STATE)
    return made


def test_an_event_is_chosen_by_a_part_of_its_name(qtbot, column):
    assert column.event_edit.text() == "Kegiatan Kranggan"
    column.event_edit.setFocus()
    column.event_edit.selectAll()
    qtbot.keyClicks(column.event_edit, "meri")
    with qtbot.waitSignal(column.event_chosen) as chosen:
        qtbot.keyClick(column.event_edit, Qt.Key.Key_Return)
    assert chosen.args == ["b"]


def test_all_or_those_without_a_card(qtbot, column):
    column.which_edit.setFocus()
    with qtbot.waitSignal(column.which_chosen) as chosen:
        qtbot.keyClick(column.which_edit, Qt.Key.Key_Right)
    assert chosen.args == ["all"]


def test_while_something_is_written_nothing_else_is_chosen(column):
    column.show_state(State(loaded=True, events=EVENTS, event_id="a", progress=Progress("…")))
    assert not column.which_edit.isEnabled()
    assert column.which_edit.toolTip() == "Tunggu sampai pekerjaan ini selesai."


def test_people_who_were_handed_over_stand_in_the_place_of_the_event(qtbot, column):
    column.show_state(State(loaded=True, events=EVENTS, event_id="a", which="handed", cards=1))
    assert not column.event_edit.isVisible()
    with qtbot.waitSignal(column.handed_dropped):
        column.drop.click()
