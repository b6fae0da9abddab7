"""The form for one's own password by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jamsos_desktop.gui.preferences.password import OwnPasswordForm


def test_three_lines_and_the_button(shown, qtbot):
    form = shown(OwnPasswordForm())
    form.go_to("old")
    for text in ("lama-sekali", "baru-sekali", "baru-sekali"):
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert list(form.values().values()) == ["lama-sekali", "baru-sekali", "baru-sekali"]
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    form.clear()
    assert set(form.values().values()) == {""}


def test_escape_goes_back(shown, qtbot):
    form = shown(OwnPasswordForm())
    form.go_to("old")
    with qtbot.waitSignal(form.back.clicked):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
