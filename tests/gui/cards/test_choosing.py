"""Which cards, and why they are printed once more."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.gui.cards.choosing import Choosing
from jamsos_desktop.gui.cards.state import State
from jamsos_desktop.gui.people import People
from jamsos_desktop.gui.printing.events import EventLine
from jamsos_desktop.gui.work import Progress

EVENTS = (
    EventLine("a", "Kegiatan Kranggan", "12-11-2025, Balai RW"),
    EventLine("b", "Kegiatan Meri", "13-11-2025, Pendopo"),
)
STATE = State(loaded=True, events=EVENTS, event_id="a", cards=3, enrolled=5)


@pytest.fixture
def column(shown):
    made = shown(Choosing(), 360, 600)
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


def test_all_or_those_without_a_card_or_without_an_active_one(qtbot, column):
    column.people.new.setFocus()
    told = []
    column.people_chosen.connect(told.append)
    qtbot.keyClick(column.people.new, Qt.Key.Key_Right)
    qtbot.keyClick(column.people.new, Qt.Key.Key_Right)
    assert told == [People(active=True), People(only_new=False)]


def test_while_something_is_written_nothing_else_is_chosen(column):
    column.show_state(State(loaded=True, events=EVENTS, event_id="a", progress=Progress("…")))
    assert not column.people.new.isEnabled()
    assert column.people.toolTip() == "Tunggu sampai pekerjaan ini selesai."


def test_people_who_were_handed_over_stand_in_the_place_of_the_event(column):
    people = People("handed", handed=("x",))
    column.show_state(State(loaded=True, events=EVENTS, event_id="a", people=people, cards=1))
    assert not column.event_edit.isVisible()
    assert column.people.part.text() == "Pilihan dari Peserta"


def test_a_reason_is_asked_where_somebody_has_the_card_already(qtbot, column):
    assert not column.reprint.isVisible()
    column.show_state(replace(STATE, reprints=2))
    box, told = column.reprint, []
    box.told.connect(told.append)
    box.reason.setFocus()
    qtbot.keyClicks(box.reason, "hil")
    qtbot.keyClick(box.reason, Qt.Key.Key_Return)
    qtbot.keyClicks(box.note, "di pasar")
    assert told[0] == Reprint("hilang")
    assert told[-1] == Reprint("hilang", "di pasar")
