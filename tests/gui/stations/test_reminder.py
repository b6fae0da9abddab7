"""The reminder of the recovery sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from jamsos_desktop.gui.stations.reminder import SheetReminder


def test_it_can_be_followed_but_not_closed(qtbot, shown):
    reminder = shown(SheetReminder(), 800, 120)
    assert reminder.findChildren(QPushButton) == [reminder.button]
    with qtbot.waitSignal(reminder.wanted):
        qtbot.mouseClick(reminder.button, Qt.MouseButton.LeftButton)
    assert "lembar pemulihan" in reminder.accessibleName()
