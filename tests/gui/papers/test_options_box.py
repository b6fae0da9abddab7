"""What stands beside each paper, and what choosing there asks for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui.papers.documents import DOCUMENTS
from jamsos_desktop.gui.papers.options_box import OptionsBox
from jamsos_desktop.gui.papers.state import Options, State
from jamsos_desktop.gui.printing.events import EventLine
from jamsos_desktop.services.choose_people import Place

EVENTS = (EventLine("e", "Sosialisasi", ""),)
LANGUAGES = (("id", "Bahasa Indonesia"), ("jv", "Basa Jawa"))
PLACES = (Place("35.76.03.1001", "002", "", "RW 002, Kel. Kranggan", 4),)


def state(**changes):
    known = {"loaded": True, "events": EVENTS, "languages": LANGUAGES, "places": PLACES}
    return State(**(known | {"pages": 3} | changes))


@pytest.fixture
def box(shown):
    window = shown(QWidget())
    made = OptionsBox(window)
    made.show_state(state())
    made.show()
    return made


@pytest.fixture
def told(box):
    heard = []
    box.chosen.connect(heard.append)
    return heard


def choose(qtbot, chooser, text):
    chooser.setFocus()
    chooser.clear()
    qtbot.keyClicks(chooser, text)
    qtbot.keyClick(chooser, Qt.Key.Key_Return)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_each_paper_shows_only_what_belongs_to_it(box, kind):
    box.show_state(state(kind=kind, count=3, again=1))
    shown = {
        "minutes": {box.hand_over.code},
        "receipt": {box.people.new, box.receipt, box.reason.reason},
        "board": {box.people.new, box.board, box.tiled, box.called_edit},
        "leaflet": {box.language},
        "unregistered": {box.place},
    }.get(kind, set())
    every = (
        box.hand_over.code,
        box.people.new,
        box.receipt,
        box.reason.reason,
        box.board,
        box.tiled,
    )
    every += (box.called_edit, box.language, box.place)
    assert {one for one in every if one.isVisible()} == shown


def test_a_form_is_chosen(qtbot, box, told):
    box.show_state(state(kind="receipt"))
    assert box.receipt.text() == "A6, empat di satu A4"
    choose(qtbot, box.receipt, "58")
    box.show_state(state(kind="board"))
    qtbot.keyClicks(box.board, "3")
    qtbot.keyClicks(box.tiled, "2")
    box.show_state(state(kind="leaflet"))
    choose(qtbot, box.language, "jawa")
    assert told == [
        Options(receipt="slip_58"),
        Options(board="a1"),
        Options(board="a1", tiled=True),
        Options(language="jv"),
    ]


def test_the_unregistered_of_a_neighbourhood(qtbot, box, told):
    box.show_state(state(kind="unregistered"))
    assert box.place.text() == "Semua wilayah"
    choose(qtbot, box.place, "rw 002")
    assert told == [Options(place=("35.76.03.1001", "002", ""))]


def test_the_board_says_its_name_and_takes_another(qtbot, box):
    names = []
    box.called.connect(names.append)
    box.show_state(state(kind="board", person="a", called="Siti"))
    assert box.called_edit.placeholderText() == "Siti"
    box.called_edit.setFocus()
    qtbot.keyClicks(box.called_edit, "Bu")
    assert names == ["B", "Bu"]
    called = Options(called=(("a", "Bu Siti"),))
    box.show_state(state(kind="board", person="a", called="Bu Siti", options=called))
    assert box.called_edit.text() == "Bu"  # somebody is typing
    box.show_state(state(kind="board", person="b", called="Budi", options=called))
    assert (box.called_edit.text(), box.called_edit.placeholderText()) == ("", "Budi")
    box.show_state(state(kind="board", person="a", called="Bu Siti", options=called))
    assert box.called_edit.text() == "Bu Siti"


def test_nothing_is_chosen_while_something_goes_out(box):
    box.show_state(state(kind="receipt", asked=2))
    assert not box.people.isEnabled()
    assert "Jawab dulu" in box.people.toolTip()
