"""The column of pages, by keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.widgets.navigation import WIDTH, Navigation

PAGES = [(f"p{number}", f"Halaman {number}", "users") for number in range(1, 11)]


@pytest.fixture
def navigation(shown):
    made = Navigation()
    made.set_pages(PAGES)
    shown(made, 300, 400)
    made.mark("p1")
    made.take_focus()
    made.opened = []
    made.chosen.connect(made.opened.append)
    return made


def focused(navigation):
    return navigation.focusWidget().accessibleName()


def test_arrows_move_without_opening_and_stop_at_the_ends(navigation, qtbot):
    qtbot.keyClick(navigation.focusWidget(), Qt.Key.Key_Up)
    assert focused(navigation) == "Halaman 1"
    for _ in range(12):
        qtbot.keyClick(navigation.focusWidget(), Qt.Key.Key_Down)
    assert focused(navigation) == "Halaman 10"
    assert navigation.opened == []


def test_enter_and_a_click_open(navigation, qtbot):
    qtbot.keyClick(navigation.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(navigation.focusWidget(), Qt.Key.Key_Return)
    qtbot.mouseClick(navigation._items["p3"], Qt.MouseButton.LeftButton)
    assert navigation.opened == ["p2", "p3"]


def test_the_first_nine_say_their_key(navigation):
    tips = [item.toolTip() for item in navigation._items.values()]
    assert tips[0] == "Halaman 1 (Alt+1)"
    assert tips[8] == "Halaman 9 (Alt+9)"
    assert tips[9] == ""


def test_the_open_page_is_marked_alone_and_in_sight(navigation, qtbot):
    navigation.mark("p10")
    checked = [key for key, item in navigation._items.items() if item.isChecked()]
    assert checked == ["p10"]
    item = navigation._items["p10"]
    place = item.mapTo(navigation.viewport(), item.rect().center())
    assert navigation.viewport().rect().contains(place)
    navigation.take_focus()
    assert focused(navigation) == "Halaman 10"


def test_a_long_title_makes_the_column_wider_and_is_not_cut(shown):
    made = Navigation()
    made.set_pages([("a", "Program, kegiatan & anggaran tahunan", "users")])
    shown(made, 400, 300)
    assert made.width() > WIDTH
    item = made._items["a"]
    assert item.text().strip() == "Program, kegiatan && anggaran tahunan"
    assert item.fontMetrics().horizontalAdvance(item.accessibleName()) < item.width()
