"""The three large buttons of the first window."""

import pytest
from PySide6.QtCore import QPoint, Qt

from jamsos_desktop.gui.first_start.ways import Ways
from jamsos_desktop.gui.widgets.words import words


@pytest.fixture
def ways(shown, qtbot):
    made = shown(Ways())
    made.practice.setFocus()
    qtbot.waitUntil(made.practice.hasFocus)
    return made


def test_up_and_down_go_through_the_ways(ways, qtbot):
    qtbot.keyClick(ways.practice, Qt.Key.Key_Down)
    assert ways.station.hasFocus()
    qtbot.keyClick(ways.station, Qt.Key.Key_Down)
    qtbot.keyClick(ways.office, Qt.Key.Key_Up)
    assert ways.station.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_every_key_that_presses_a_button_presses_a_way(ways, qtbot, key):
    with qtbot.waitSignal(ways.practice.clicked):
        qtbot.keyClick(ways.practice, key)


def test_a_click_on_its_words_or_its_picture_is_a_click_on_the_way(ways, qtbot):
    for child in ways.office.children():
        if child.isWidgetType():
            where = child.geometry().center()
            assert ways.childAt(ways.office.mapTo(ways, where)) is ways.office
    with qtbot.waitSignal(ways.office.clicked):
        qtbot.mouseClick(ways.office, Qt.MouseButton.LeftButton, pos=QPoint(60, 30))


def test_while_something_is_done_no_way_can_be_pressed(ways, qtbot):
    pressed = []
    ways.station.clicked.connect(lambda: pressed.append(1))
    ways.set_busy("Menyiapkan latihan…")
    qtbot.mouseClick(ways.station, Qt.MouseButton.LeftButton)
    qtbot.keyClick(ways.station, Qt.Key.Key_Return)
    assert pressed == []
    ways.set_busy("")
    assert ways.doing.text() == ""
    qtbot.mouseClick(ways.station, Qt.MouseButton.LeftButton)
    assert pressed == [1]


def test_each_way_says_aloud_what_it_is_for(ways):
    assert ways.practice.accessibleName() == "Coba dulu (latihan)"
    for way in (ways.practice, ways.station, ways.office):
        assert len(way.accessibleDescription()) > 40


def test_the_words_stay_in_their_window_on_a_small_laptop(ways):
    ways.resize(1093 - 300, 614)
    for label in ways.findChildren(type(words(""))):
        if label.text():
            corner = label.mapTo(ways, label.rect().bottomRight())
            assert ways.rect().contains(corner), label.text()
