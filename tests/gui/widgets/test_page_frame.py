"""The frame of pages that are no form."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.work import Progress


@pytest.fixture
def page(qapp):
    return PageFrame("Judul", "Untuk apa")


def test_the_primary_button_has_its_key_and_listens_to_enter(qtbot, page, shown):
    pressed = []
    button = page.set_primary("Ekspor & kirim", "export")
    button.clicked.connect(lambda: pressed.append("x"))
    assert button.text() == "Ekspor && kirim   Ctrl+E"
    shown(page)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == ["x", "x"]


def test_a_lesser_button_stands_left_of_the_primary_one(page, shown):
    primary = page.set_primary("Simpan", "save")
    lesser = page.add_button("Kembali")
    shown(page)
    assert lesser.x() < primary.x()


def test_progress_can_be_stopped_and_takes_no_room_from_the_page(qtbot, page, shown):
    shown(page)
    wide = page.minimumSizeHint().width()
    page.show_progress(Progress("Memeriksa " + "nama-yang-panjang" * 20, 3, 10))
    assert page.minimumSizeHint().width() < wide + 400
    with qtbot.waitSignal(page.stop_wanted):
        qtbot.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    page.show_progress(None)
    assert not page.stop.isVisible()


def test_a_button_that_cannot_be_pressed_says_why(page):
    button = page.set_primary("Simpan", "save")
    usable(button, "Pilih dulu tempat.")
    assert not button.isEnabled()
    assert button.toolTip() == "Pilih dulu tempat."
    usable(button, "")
    assert button.isEnabled()
