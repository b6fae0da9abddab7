"""The line at the bottom: one result at a time, and the way back where there is one."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.widgets.result_bar import ResultBar


@pytest.fixture
def bar(shown):
    return shown(ResultBar(), 700, 60)


def test_it_keeps_its_place_while_it_has_nothing_to_say(bar):
    high = bar.height()
    assert not bar._sign.isVisible()
    assert not bar.undo_button.isVisible()
    bar.show_result("Siti Aminah terdaftar.")
    assert bar.height() == high
    assert bar._text.text() == "Siti Aminah terdaftar."
    assert bar._sign.isVisible()
    assert not bar.undo_button.isVisible()


def test_undo_is_done_once_and_the_line_is_empty_again(bar, qtbot):
    undone = []
    bar.show_result("Pendaftaran dibatalkan.", lambda: undone.append(1))
    qtbot.mouseClick(bar.undo_button, Qt.MouseButton.LeftButton)
    bar.undo()
    assert undone == [1]
    assert bar._text.text() == ""
    assert not bar.undo_button.isVisible()


def test_what_undoing_says_stays_to_be_read(bar, qtbot):
    bar.show_result("Dibatalkan.", lambda: bar.show_result("Pendaftaran kembali seperti semula."))
    bar.undo()
    assert bar._text.text() == "Pendaftaran kembali seperti semula."


def test_a_later_result_takes_the_undo_of_the_earlier_one_away(bar):
    undone = []
    bar.show_result("Dibatalkan.", lambda: undone.append(1))
    bar.show_result("Kartu dicetak.")
    bar.undo()
    assert undone == []
