"""The deliberate yes to a bundle that stops."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.inbox.brake_box import BrakeBox

WHY = ("6 dari 6 orang baru sudah terdaftar.",)


@pytest.fixture
def box(shown):
    return shown(BrakeBox())


def test_the_yes_wants_a_reason_and_comes_from_the_keyboard(qtbot, box):
    box.show_brakes(WHY, may_decide=True)
    assert WHY[0] in box.notice.text()
    assert not box.yes.isEnabled()
    assert box.yes.toolTip() == "Tulis dulu alasannya."
    box.reason.setFocus()
    qtbot.keyClicks(box.reason, "Dua pos di satu acara")
    assert box.yes.isEnabled()
    qtbot.keyClick(box.reason, Qt.Key.Key_Tab)
    with qtbot.waitSignal(box.agreed) as agreed:
        qtbot.keyClick(box.yes, Qt.Key.Key_Space)
    assert agreed.args == ["Dua pos di satu acara"]


def test_who_may_not_decide_is_told_who_may(box):
    box.show_brakes(WHY, may_decide=False)
    assert not box.reason.isVisible()
    assert not box.yes.isVisible()
    assert "koordinator atau admin" in box.notice.text()


def test_the_next_file_begins_without_a_reason(box):
    box.show_brakes(WHY, may_decide=True)
    box.reason.setText("Benar")
    box.show_brakes((), may_decide=True)
    assert not box.isVisible()
    box.show_brakes(WHY, may_decide=True)
    assert box.reason.text() == ""
