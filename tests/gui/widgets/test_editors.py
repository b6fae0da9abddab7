"""Typing and pasting: digits group themselves, dates tidy themselves, nothing is cut off."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from jamsos_desktop.gui.widgets.date_edit import DateEdit
from jamsos_desktop.gui.widgets.editor import TextEdit, as_editor
from jamsos_desktop.gui.widgets.nik_edit import NikEdit
from jamsos_desktop.gui.widgets.password_edit import PasswordEdit
from jamsos_desktop.gui.widgets.phone_edit import PhoneEdit

TODAY = dt.date(2025, 11, 12)


@pytest.fixture
def typing(shown, qtbot):
    """A field with the cursor in it, and another one to go to."""

    def begin(edit):
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(edit)
        column.addWidget(TextEdit(page))
        shown(page, 500, 200)
        edit.setFocus()
        qtbot.waitUntil(edit.hasFocus)
        return edit

    return begin


def paste(qtbot, edit, text):
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def leave(qtbot, edit):
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not edit.hasFocus())


def test_a_nik_is_grouped_while_it_is_typed(typing, qtbot):
    edit = typing(NikEdit())
    seen = []
    for digit in "3578021708900001":
        qtbot.keyClicks(edit, digit)
        seen.append(edit.text())
        assert edit.cursorPosition() == len(edit.text())
    assert seen[3:6] == ["3578", "3578 0", "3578 02"]
    assert edit.text() == "3578 0217 0890 0001"
    assert edit.raw() == "3578021708900001"


def test_a_digit_put_in_the_middle_keeps_the_cursor_behind_it(typing, qtbot):
    edit = typing(NikEdit())
    edit.set_raw("357802170890001")
    edit.setCursorPosition(6)
    qtbot.keyClicks(edit, "9")
    assert edit.text() == "3578 0921 7089 0001"
    assert edit.cursorPosition() == 7


def test_backspace_takes_a_digit_across_the_gap(typing, qtbot):
    edit = typing(NikEdit())
    edit.set_raw("357802")
    edit.setCursorPosition(5)
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == "3570 2"
    assert edit.cursorPosition() == 3
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.text() == "3572"


def test_a_seventeenth_digit_stays_to_be_seen(typing, qtbot):
    edit = typing(NikEdit())
    qtbot.keyClicks(edit, "35780217089000012")
    assert edit.raw() == "35780217089000012"


@pytest.mark.parametrize(
    "copied",
    [
        "3578021708900001",
        "3578021708900001\t\r\n",
        "'3578021708900001",
        "3578.0217.0890.0001",
        "NIK : 3578 0217 0890 0001\nHP 0812-3456-7890",
        "3578-0217-0890-0001 a.n. Siti",
    ],
)
def test_a_nik_pasted_from_a_table_or_a_chat_is_found(typing, qtbot, copied):
    edit = typing(NikEdit())
    edit.set_raw("1234")
    paste(qtbot, edit, copied)
    assert edit.text() == "3578 0217 0890 0001"


@pytest.mark.parametrize("copied", ["3,57802E+15", "3.57802E+15"])
def test_a_nik_that_a_spreadsheet_rounded_is_not_taken(typing, qtbot, copied):
    edit = typing(NikEdit())
    paste(qtbot, edit, copied)
    assert edit.raw() == ""


def test_copying_a_nik_gives_it_masked(typing, qtbot):
    edit = typing(NikEdit())
    edit.set_raw("3578021708900001")
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "3578••••••••0001"


@pytest.mark.parametrize(
    "typed", ["17081990", "170890", "17-8-1990", "17/8/90", "17.8.1990", "1990-08-17"]
)
def test_a_date_is_tidied_when_the_field_is_left(typing, qtbot, typed):
    edit = typing(DateEdit(lambda: TODAY))
    qtbot.keyClicks(edit, typed)
    assert edit.text() == typed
    leave(qtbot, edit)
    assert edit.text() == "17-08-1990"
    assert edit.value() == dt.date(1990, 8, 17)


@pytest.mark.parametrize("typed", ["31-02-1990", "kemarin", "17-08-20"])
def test_what_is_no_date_stays_as_it_was_typed(typing, qtbot, typed):
    edit = typing(DateEdit(lambda: TODAY))
    qtbot.keyClicks(edit, typed)
    leave(qtbot, edit)
    assert edit.text() == typed
    assert edit.value() is None


@pytest.mark.parametrize(
    "typed", ["081234567890", "6281234567890", "+6281234567890", "81234567890"]
)
def test_a_telephone_number_becomes_the_usual_one(typing, qtbot, typed):
    edit = typing(PhoneEdit())
    qtbot.keyClicks(edit, typed)
    assert edit.raw() == "081234567890"
    leave(qtbot, edit)
    assert edit.text() == "0812-3456-7890"


def test_a_telephone_number_pasted_from_a_chat(typing, qtbot):
    edit = typing(PhoneEdit())
    paste(qtbot, edit, "+62 812-3456-7890")
    assert edit.text() == "0812-3456-7890"


def test_a_draft_comes_back_with_the_same_text(typing):
    for edit, raw in (
        (NikEdit(), "35780217"),
        (DateEdit(lambda: TODAY), "17/8"),
        (PhoneEdit(), "0812345"),
    ):
        told = []
        edit.edited.connect(lambda told=told: told.append(1))
        edit.set_raw(raw)
        assert edit.raw() == raw
        assert told == []
        edit.deleteLater()


def test_a_password_is_hidden_until_the_eye_is_pressed(typing, qtbot):
    edit = typing(PasswordEdit())
    qtbot.keyClicks(edit, "rahasia1")
    assert edit.displayText() != "rahasia1"
    edit.actions()[0].trigger()
    assert edit.displayText() == "rahasia1"


def test_a_widget_in_which_nothing_can_be_given_is_no_editor(typing):
    edit = typing(TextEdit())
    assert as_editor(edit) is edit
    with pytest.raises(TypeError, match="QLabel"):
        as_editor(QLabel(edit))
