"""The answers that were recorded, as widgets."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.bpjs.taken import FileLine, PersonLine, TakenState
from jamsos_desktop.gui.bpjs.taken_page import TakenPage

FILES = (
    FileLine("b", "keliru.xlsx", "tercatat", "success", "2 aktif", "kemarin", "Admin", 2),
    FileLine("a", "benar.xlsx", "dibatalkan", "warning", "1 ditolak", "dulu", "Admin", 0),
)
PEOPLE = (
    PersonLine("1", "Ani", "KTR-00001-A", "berlaku", "success", "aktif", "", True),
    PersonLine("2", "Budi", "KTR-00002-B", "dibatalkan", "warning", "aktif", "", False),
)
STATE = TakenState(open=True, loaded=True, files=FILES, shown="b", people=PEOPLE, may_decide=True)


@pytest.fixture
def page(shown):
    return shown(TakenPage())


def test_an_empty_list_says_what_it_is_for(page):
    page.show_state(TakenState(open=True, loaded=True))
    assert not page.file_table.isVisible()
    assert not page.undo_whole.isVisible()
    page.take_focus()
    assert page.back.hasFocus()


def test_a_whole_file_is_taken_back_with_a_reason(qtbot, page):
    page.show_state(STATE)
    page.undo_whole.click()
    assert page.whole.isVisible()
    assert not page.file_table.isVisible()
    with qtbot.waitSignal(page.file_undone) as told:
        qtbot.keyClicks(page.whole.reason, "Berkas kota lain")
        qtbot.keyClick(page.whole.reason, Qt.Key.Key_Return)
    assert told.args == ["Berkas kota lain"]


def test_the_marked_person_is_taken_back_alone(qtbot, page):
    page.show_state(STATE)
    page.undo_one.click()
    page.one.reason.setText("Orang lain")
    with qtbot.waitSignal(page.person_undone) as told:
        page.one.confirm.click()
    assert told.args == ["Orang lain", PEOPLE[0]]
    page.table.selectRow(1)
    assert not page.one.isVisible()
    assert page.undo_one.toolTip() == "Sudah dibatalkan."


def test_escape_closes_the_question_and_then_the_page(qtbot, page):
    page.show_state(STATE)
    page.undo_whole.click()
    qtbot.keyClick(page.whole.reason, Qt.Key.Key_Escape)
    assert not page.whole.isVisible()
    assert page.file_table.isVisible()
    with qtbot.waitSignal(page.back.clicked):
        qtbot.keyClick(page.table, Qt.Key.Key_Escape)


def test_another_file_is_chosen_with_the_keys(qtbot, page):
    page.show_state(STATE)
    page.take_focus()
    with qtbot.waitSignal(page.file_chosen) as told:
        qtbot.keyClick(page.file_table, Qt.Key.Key_Down)
    assert told.args == ["a"]
