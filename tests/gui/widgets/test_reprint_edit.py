"""Why something is printed once more, by the keyboard."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.gui.widgets.reprint_edit import ReprintEdit


@pytest.fixture
def edit(shown):
    return shown(ReprintEdit(None))


@pytest.fixture
def told(edit):
    heard = []
    edit.given.connect(heard.append)
    return heard


def choose(qtbot, edit, text):
    edit.reason.setFocus()
    edit.reason.clear()
    qtbot.keyClicks(edit.reason, text)
    qtbot.keyClick(edit.reason, Qt.Key.Key_Return)
    edit.show_reprint(Reprint(edit.reason.raw(), edit.note.text()))


def test_a_reason_is_chosen_and_words_may_be_added(qtbot, edit, told):
    assert not edit.note.isVisible()
    choose(qtbot, edit, "hilang")
    assert told == [Reprint("hilang", "")]
    qtbot.keyClicks(edit.note, "di pasar")
    assert told[-1] == Reprint("hilang", "di pasar")


def test_another_reason_asks_for_words(qtbot, edit, told):
    choose(qtbot, edit, "lain")
    assert edit.note.placeholderText() == "Alasannya"
    assert not told[-1].told
    qtbot.keyClicks(edit.note, "basah")
    assert told[-1].told


def test_what_was_told_is_shown_and_taken_away(edit):
    edit.show_reprint(Reprint("rusak", "robek"))
    assert (edit.reason.text(), edit.note.text()) == ("Rusak atau salah cetak", "robek")
    edit.show_reprint(Reprint())
    assert (edit.reason.text(), edit.note.text()) == ("", "")
