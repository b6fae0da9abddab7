"""The neighbourhoods of the list."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.visits.lines import PlaceLine, Round
from jamsos_desktop.gui.visits.place_page import PlacePage
from jamsos_desktop.gui.visits.presenter import State


def place(rt, left=2):
    return PlaceLine("35.76.03.1001", "002", rt, f"Kranggan · RT {rt}", left, 1, 0, 1, left + 1)


@pytest.fixture
def page(shown):
    page = shown(PlacePage())
    found = Round("kegiatan", "Kunjungan RW 02", "program", (place("001"), place("002")))
    page.show_state(State(round=found))
    return page


def test_the_first_neighbourhood_is_marked_and_opened(page, qtbot):
    assert page.event_words.text() == "Kunjungan RW 02"
    with qtbot.waitSignal(page.opened) as caught:
        page.open.click()
    assert caught.args[0].rt == "001"


def test_the_mark_stays_in_its_place_while_numbers_change(page):
    page.table.selectRow(1)
    found = Round("kegiatan", "x", "program", (place("001"), place("002", left=0)))
    page.show_state(State(round=found))
    assert page.table.currentIndex().row() == 1


def test_down_leaves_the_filter_for_the_table(page, qtbot):
    page.filter.setFocus()
    qtbot.keyClick(page.filter, Qt.Key.Key_Down)
    assert page.table.hasFocus()
