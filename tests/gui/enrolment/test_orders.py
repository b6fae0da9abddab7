"""The buttons below the form: each says why it can do nothing now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from tests.gui.enrolment.people import SITI_NIK, raw, wait_saved


def test_giving_up_asks_once_and_opens_the_next(page, open_page, keyboard, qtbot, window, jobs):
    page.orders.cancel.setFocus()
    assert page.form._status.text() == "Belum ada yang diketik."
    keyboard.press(Qt.Key.Key_Space)
    assert page.said.text() == "Belum ada yang diketik."
    assert page.findChild(QMessageBox) is None
    page.form.go_to("nik")
    keyboard.enter(SITI_NIK)
    page.orders.cancel.click()
    box = page.findChild(QMessageBox)
    assert "disimpan sehari" in box.informativeText()
    assert {button.text() for button in box.buttons()} == {"Batalkan pendaftaran", "Lanjut mengisi"}
    next(b for b in box.buttons() if b.text() == "Batalkan pendaftaran").click()
    wait_saved(qtbot, window, jobs)
    assert window.results == ["Dibatalkan; disimpan sehari di «Dibatalkan»."]
    assert raw(page, "nik") == ""
    page.close()
    assert raw(open_page(), "nik") == ""
