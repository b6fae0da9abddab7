"""What all fields for numbers share: the menu of the right button, and what a mark may replace."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from jamsos_desktop.gui.widgets.grouped_edit import GroupedEdit


class Pairs(GroupedEdit):
    """Digits in twos."""

    def group(self, digits):
        return " ".join(digits[place : place + 2] for place in range(0, len(digits), 2))


@pytest.fixture
def edit(shown, qtbot):
    made = shown(Pairs(), 300, 60)
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.told = []
    made.edited.connect(lambda: made.told.append(made.raw()))
    return made


#: The offscreen platform complains of every menu that it can neither raise nor give the keyboard.
shows_menu = pytest.mark.no_qt_log


def open_menu(edit, qtbot):
    where = QPoint(5, 5)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(edit, QContextMenuEvent(reason, where, edit.mapToGlobal(where)))
    menu = edit.findChildren(QMenu)[-1]
    qtbot.waitUntil(menu.isVisible)
    return menu


@shows_menu
def test_the_right_button_pastes_only_the_digits(edit, qtbot):
    QGuiApplication.clipboard().setText("ab 12-34\n")
    menu = open_menu(edit, qtbot)
    assert [action.text() for action in menu.actions()] == ["Tempel", "Kosongkan"]
    menu.actions()[0].trigger()
    menu.close()
    assert edit.text() == "12 34"
    assert edit.told == ["1234"]


@shows_menu
def test_the_right_button_empties(edit, qtbot):
    edit.set_raw("1234")
    menu = open_menu(edit, qtbot)
    menu.actions()[1].trigger()
    menu.close()
    assert edit.text() == ""
    assert edit.told == [""]


def test_nothing_to_paste_changes_nothing(edit, qtbot):
    edit.set_raw("12")
    QGuiApplication.clipboard().setText("tidak ada angka")
    qtbot.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == "12"
    assert edit.told == []


def test_what_is_marked_is_replaced(edit, qtbot):
    edit.set_raw("123456")
    edit.setSelection(3, 2)
    qtbot.keyClicks(edit, "9")
    assert edit.text() == "12 95 6"
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.raw() == ""


def test_letters_are_not_taken(edit, qtbot):
    qtbot.keyClicks(edit, "1a2o3")
    assert edit.text() == "12 3"
