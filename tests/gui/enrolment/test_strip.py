"""The strip above the form tells number, event and count."""

import pytest
from PySide6.QtWidgets import QMenu

from jamsos_desktop.gui.enrolment.strip import Strip


@pytest.fixture
def strip(shown):
    return shown(Strip(), height=80)


def test_the_number_is_told_once_there_is_one(strip):
    strip.show_number("", practice=False)
    assert strip.number.text() == "Nomor baru"
    strip.show_number("MJK1-00042-K", practice=True)
    assert strip.number.text() == "MJK1-00042-K"
    assert strip.candidate.isVisible()
    assert strip.candidate.isVisible()


def test_real_installations_have_no_candidates(strip):
    strip.show_number("MJK1-00042-K", practice=False)
    assert not strip.candidate.isVisible()
    assert not strip.candidate.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu grabs the keyboard
def test_another_event_can_be_chosen_where_there_are_several(strip, qtbot):
    strip.show_events("a", [("a", "Pasar · 12-11-2025")])
    assert not strip.choose.isVisible()
    strip.show_events("a", [("a", "Pasar & toko · 12-11-2025"), ("b", "Balai · 13-11-2025")])
    strip.choose.click()
    menu = strip.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Pasar && toko · 12-11-2025",
        "Balai · 13-11-2025",
    ]
    with qtbot.waitSignal(strip.event_chosen) as chosen:
        menu.actions()[1].trigger()
    assert chosen.args == ["b"]
    menu.close()
