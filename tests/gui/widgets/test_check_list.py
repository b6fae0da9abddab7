"""A few things to tick."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.widgets.check_list import CheckList


@pytest.fixture
def ticks(shown):
    widget = CheckList()
    widget.set_options([("a", "Satu"), ("b", "Dua"), ("c", "Tiga")])
    return shown(widget)


def test_arrows_move_and_the_space_bar_ticks(qtbot, ticks):
    ticks.setFocus()
    qtbot.keyClick(ticks, Qt.Key.Key_Space)
    qtbot.keyClick(ticks, Qt.Key.Key_Down)
    with qtbot.waitSignal(ticks.edited):
        qtbot.keyClick(ticks, Qt.Key.Key_Space)
    assert ticks.raw() == "a b"
    qtbot.keyClick(ticks, Qt.Key.Key_Space)
    assert ticks.raw() == "a"


def test_setting_is_no_edit_and_unknown_keys_are_nothing(qtbot, ticks):
    with qtbot.assertNotEmitted(ticks.edited):
        ticks.set_raw("c x")
    assert ticks.raw() == "c"


def test_new_options_keep_what_was_ticked(ticks):
    ticks.set_raw("b c")
    ticks.set_options([("c", "Tiga"), ("d", "Empat")])
    assert ticks.raw() == "c"
