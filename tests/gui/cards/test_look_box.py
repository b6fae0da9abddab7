"""How cards come out is chosen with the keyboard."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.cards.look_box import LookBox
from jamsos_desktop.gui.cards.state import Look

DESIGNS = (("card-duasisi", "Dua sisi, foto besar"), ("card-kawung", "Kawung, satu sisi"))


@pytest.fixture
def box(shown):
    made = shown(LookBox(None), 300, 400)
    made.show_look(Look(designs=DESIGNS, design="card-kawung"))
    return made


def test_a_design_is_found_by_a_part_of_its_title(qtbot, box):
    assert box.design.text() == "Kawung, satu sisi"
    box.design.setFocus()
    box.design.selectAll()
    qtbot.keyClicks(box.design, "foto")
    with qtbot.waitSignal(box.design_chosen) as chosen:
        qtbot.keyClick(box.design, Qt.Key.Key_Return)
    assert chosen.args == ["card-duasisi"]


def test_the_turned_edge_is_asked_only_where_there_is_a_back(qtbot, box):
    assert not box.turn.isVisible()
    box.show_look(Look(designs=DESIGNS, design="card-duasisi", sides=2))
    assert box.turn.isVisible()
    box.turn.setFocus()
    with qtbot.waitSignal(box.sheet_chosen) as chosen:
        qtbot.keyClick(box.turn, Qt.Key.Key_Right)
    assert chosen.args == ["a4_short"]
    box.show_look(Look(designs=DESIGNS, design="card-duasisi", sides=2, sheet="cr80"))
    assert not box.turn.isVisible()


def test_paper_and_photo_are_chosen(qtbot, box):
    box.paper.setFocus()
    with qtbot.waitSignal(box.sheet_chosen) as chosen:
        qtbot.keyClick(box.paper, Qt.Key.Key_Right)
    assert chosen.args == ["cr80"]
    box.photo.setFocus()
    with qtbot.waitSignal(box.photo_chosen) as photo:
        qtbot.keyClick(box.photo, Qt.Key.Key_Right)
    assert photo.args == [False]
