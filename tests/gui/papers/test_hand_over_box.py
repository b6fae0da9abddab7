"""Scan or type, Enter; whoever else takes the card is named first."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.papers.hand_over_box import HandOverBox
from jamsos_desktop.services.card_verdict import Verdict


@pytest.fixture
def box(shown):
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    made = HandOverBox(window)
    made.window_kept = shown(window, 320, 320)
    return made


def test_the_person_takes_it(qtbot, box):
    box.code.setFocus()
    qtbot.keyClicks(box.code, "MJK1-00001-A")
    with qtbot.waitSignal(box.wanted) as heard:
        qtbot.keyClick(box.code, Qt.Key.Key_Return)
    assert heard.args == ["MJK1-00001-A", "orangnya", ""]
    assert box.code.selectedText() == "MJK1-00001-A"


def test_somebody_else_is_named_first(qtbot, box):
    assert not box.name.isVisible()
    box.to.setFocus()
    qtbot.keyClick(box.to, Qt.Key.Key_K)
    assert box.name.hasFocus()
    qtbot.keyClicks(box.name, "Pak Budi")
    qtbot.keyClick(box.name, Qt.Key.Key_Return)
    assert box.code.hasFocus()
    qtbot.keyClicks(box.code, "1")
    with qtbot.waitSignal(box.wanted) as heard:
        qtbot.keyClick(box.code, Qt.Key.Key_Return)
    assert heard.args == ["1", "keluarga", "Pak Budi"]


def test_the_answer_is_read_aloud_too(box):
    box.show_answer(Verdict("warning", "Sudah diserahkan", "Kemarin."))
    assert box.answer.isVisible()
    assert box.code.accessibleDescription() == "Sudah diserahkan. Kemarin."
    box.show_answer(None)
    assert not box.answer.isVisible()


def test_after_a_card_went_the_next_is_for_the_person_themselves(qtbot, box):
    box.to.setFocus()
    qtbot.keyClick(box.to, Qt.Key.Key_K)
    box.show_answer(Verdict("error", "Jangan diserahkan", "Nama belum ditulis."))
    assert (box.to.raw(), box.name.isVisible()) == ("keluarga", True)
    box.show_answer(Verdict("success", "Diserahkan", "Siti."))
    assert (box.to.raw(), box.name.isVisible()) == ("orangnya", False)
