"""Why cards are printed once more."""

from PySide6.QtCore import Qt

from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.gui.printing.reprint_box import ReprintBox


def test_a_reason_of_the_list_or_words(qtbot, shown):
    box, told = shown(ReprintBox(None)), []
    box.show_reprint(3, Reprint())
    box.told.connect(told.append)
    box.reason.setFocus()
    qtbot.keyClicks(box.reason, "lain")
    qtbot.keyClick(box.reason, Qt.Key.Key_Return)
    qtbot.keyClicks(box.note, "kena air")
    assert told[0] == Reprint("lain")
    assert not told[0].told  # another reason wants words
    assert told[-1] == Reprint("lain", "kena air")
    box.show_reprint(3, Reprint())
    assert (box.reason.text(), box.note.text()) == ("", "")
