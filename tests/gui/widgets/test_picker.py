"""A chooser over a short list."""

import pytest

from jamsos_desktop.gui.widgets.picker import Picker


@pytest.fixture
def picker(shown):
    made = shown(Picker("Semua kegiatan", "Kegiatan"), 300, 60)
    made.offer([("a", "Balai RW", "22-11-2026"), ("b", "Pasar", "")], "b")
    return made


def test_what_is_chosen_is_told_and_an_empty_field_chooses_nothing(picker, qtbot):
    told = []
    picker.picked.connect(told.append)
    assert picker.text() == "Pasar"
    picker.clear()
    qtbot.keyClicks(picker, "balai")
    qtbot.keyClick(picker, "\r")
    assert told == ["", "a"]


def test_of_a_long_title_the_beginning_is_seen(picker):
    picker.clearFocus()
    picker.offer([("a", "Pendaftaran kolektif " * 5, "")], "a")
    assert picker.cursorPosition() == 0
