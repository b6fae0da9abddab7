"""A few options side by side: arrows, letters, numbers, the space bar, the mouse."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from jamsos_desktop.gui.widgets.choice import Choice

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
SEX = (("L", "Laki-laki"), ("P", "Perempuan"))
RELATIONS = (("istri", "Istri"), ("anak", "Anak"), ("ayah", "Ayah"), ("ibu", "Ibu"))


@pytest.fixture
def choice(shown, qtbot):
    def make(options):
        made = shown(Choice(options), 500, 80)
        made.setFocus()
        qtbot.waitUntil(made.hasFocus)
        made.told = []
        made.edited.connect(lambda: made.told.append(made.raw()))
        return made

    return make


def test_arrows_move_and_stop_at_the_ends(choice, qtbot):
    sex = choice(SEX)
    for key, raw in (("Right", "L"), ("Right", "P"), ("Right", "P"), ("Left", "L"), ("Left", "L")):
        qtbot.keyClick(sex, getattr(Qt.Key, f"Key_{key}"))
        assert sex.raw() == raw
    assert sex.told == ["L", "P", "L"]


def test_the_space_bar_goes_round(choice, qtbot):
    sex = choice(SEX)
    for _ in range(3):
        qtbot.keyClick(sex, Qt.Key.Key_Space)
    assert sex.told == ["L", "P", "L"]


def test_a_number_or_a_first_letter_chooses(choice, qtbot):
    relation = choice(RELATIONS)
    qtbot.keyClicks(relation, "3")
    assert relation.raw() == "ayah"
    qtbot.keyClicks(relation, "i")
    assert relation.raw() == "ibu"
    qtbot.keyClicks(relation, "i")
    assert relation.raw() == "istri"


def test_what_names_no_option_changes_nothing(choice, qtbot):
    relation = choice(RELATIONS)
    relation.set_raw("anak")
    qtbot.keyClicks(relation, "079z")
    qtbot.keyClick(relation, Qt.Key.Key_F9)
    squared = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_twosuperior, NO_MODIFIER, "²")
    QApplication.sendEvent(relation, squared)  # a key of French keyboards
    assert relation.raw() == "anak"
    assert relation.told == []


def test_a_click_chooses_and_takes_the_cursor(choice, qtbot):
    sex = choice(SEX)
    button = sex._buttons[1]
    for _ in range(2):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert button.isChecked(), "a second click must not take the choice back"
    assert sex.raw() == "P"
    assert sex.told == ["P"]
    assert sex.accessibleDescription() == "Perempuan"


def test_a_draft_with_an_option_that_is_not_offered_keeps_it_until_one_is_chosen(choice, qtbot):
    sex = choice(SEX)
    sex.set_raw("P")
    sex.set_raw("X")
    assert sex.raw() == "X"
    assert sex.accessibleDescription() == ""
    assert sex.told == []
    sex.setFocus()
    qtbot.keyClicks(sex, "l")
    assert sex.raw() == "L"


def test_what_is_proposed_is_not_chosen(choice):
    sex = choice(SEX)
    sex.propose("P")
    assert sex.raw() == ""
    assert [button.property("tone") for button in sex._buttons] == ["", "proposed"]
