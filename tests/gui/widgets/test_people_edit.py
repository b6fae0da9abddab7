"""Choosing people by the keyboard."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.people import People
from jamsos_desktop.gui.widgets.people_edit import PeopleEdit
from jamsos_desktop.services.choose_people import Place

PLACES = (
    Place("35.76.03.1001", "", "", "Kel. Kranggan", 12),
    Place("35.76.03.1001", "002", "001", "RT 001 RW 002, Kel. Kranggan", 3),
)


@pytest.fixture
def edit(shown):
    made = shown(PeopleEdit("Kartu siapa", None))
    made.show_people(People(), PLACES)
    return made


@pytest.fixture
def told(edit):
    heard = []
    edit.chosen.connect(heard.append)
    return heard


def choose(qtbot, chooser, text):
    chooser.setFocus()
    chooser.clear()
    qtbot.keyClicks(chooser, text)
    qtbot.keyClick(chooser, Qt.Key.Key_Return)


def test_a_range_of_numbers(qtbot, edit, told):
    assert not edit.first.isVisible()
    choose(qtbot, edit.part, "rentang")
    qtbot.keyClicks(edit.first, "7")
    qtbot.keyClicks(edit.last, "20")
    assert told[-1] == People("range", first="7", last="20")
    assert not edit.place.isVisible()


def test_a_neighbourhood(qtbot, edit, told):
    choose(qtbot, edit.part, "wilayah")
    choose(qtbot, edit.place, "rt 001")
    assert told[-1] == People("place", village="35.76.03.1001", rw="002", rt="001")
    assert edit.place.text() == "RT 001 RW 002, Kel. Kranggan"


def test_all_of_them_or_new_ones(qtbot, edit, told):
    qtbot.keyClick(edit.new, Qt.Key.Key_Right)
    assert told == [People(only_new=False)]


def test_those_whom_bpjs_confirmed(qtbot, shown):
    made, heard = shown(PeopleEdit("Kartu siapa", None, active=True)), []
    made.chosen.connect(heard.append)
    qtbot.keyClick(made.new, Qt.Key.Key_Right)
    qtbot.keyClick(made.new, Qt.Key.Key_Right)
    qtbot.keyClick(made.new, Qt.Key.Key_Left)
    assert heard == [People(active=True), People(only_new=False), People(active=True)]
    assert heard[0].which("card").not_printed == "active_card"


def test_a_selection_is_offered_only_where_there_is_one(edit):
    assert "handed" not in [option.key for option in edit.part._find("")]
    edit.show_people(People("handed", handed=("a", "b")), PLACES)
    assert (edit.part.text(), edit.part._find("")[0].subtitle) == (
        "Pilihan dari Peserta",
        "2 orang",
    )
