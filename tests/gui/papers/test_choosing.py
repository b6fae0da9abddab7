"""Of which event, and which paper."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.papers.choosing import Choosing
from jamsos_desktop.gui.papers.state import State
from jamsos_desktop.gui.printing.events import EventLine

LINES = (EventLine("a", "Posko Magersari", ""), EventLine("b", "Posko Prajuritkulon", ""))
STATE = State(loaded=True, events=LINES, event_id="a")


@pytest.fixture
def box(shown):
    made = shown(Choosing())
    made.show_state(STATE)
    return made


def test_a_paper_is_found_by_a_part_of_its_name(qtbot, box):
    assert (box.event_edit.text(), box.document_edit.raw()) == ("Posko Magersari", "minutes")
    box.document_edit.setFocus()
    box.document_edit.selectAll()
    qtbot.keyClicks(box.document_edit, "neraca")
    with qtbot.waitSignal(box.document_chosen) as told:
        qtbot.keyClick(box.document_edit, Qt.Key.Key_Return)
    assert told.args == ["balance"]


def test_another_event_is_chosen(qtbot, box):
    box.event_edit.setFocus()
    box.event_edit.selectAll()
    qtbot.keyClicks(box.event_edit, "praj")
    with qtbot.waitSignal(box.event_chosen) as told:
        qtbot.keyClick(box.event_edit, Qt.Key.Key_Return)
    assert told.args == ["b"]


def test_while_an_answer_is_awaited_nothing_else_is_chosen_and_that_is_said(box):
    box.show_state(replace(STATE, asked=2))
    for editor in (box.event_edit, box.document_edit):
        assert not editor.isEnabled()
        assert editor.toolTip() == "Jawab dulu apakah semuanya keluar dengan baik."
