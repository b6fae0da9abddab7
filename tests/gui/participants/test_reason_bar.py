"""A button that opens a line for a reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jamsos_desktop.gui.participants.reason_bar import ReasonBar


@pytest.fixture
def bar(shown):
    page = QWidget()
    column = QVBoxLayout(page)
    bar = ReasonBar(page)
    bar.offer("Hapus", "Hapus?", "Tidak bisa kembali.", "")
    column.addWidget(bar)
    column.addWidget(bar.button)
    shown(page)
    return bar


def test_it_asks_for_a_reason_first(bar, qtbot):
    assert bar.isHidden()
    bar.button.click()
    qtbot.waitUntil(bar.reason.hasFocus)
    with qtbot.assertNotEmitted(bar.confirmed):
        bar.confirm.click()
    qtbot.keyClicks(bar.reason, "keluarga tidak setuju")
    with qtbot.waitSignal(bar.confirmed) as told:
        qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    assert told.args == ["keluarga tidak setuju"]


def test_one_can_go_back(bar, qtbot):
    bar.button.click()
    bar.back.click()
    assert bar.isHidden()
    qtbot.waitUntil(bar.button.hasFocus)
