"""An empty page says what it is for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from jamsos_desktop.gui.widgets.empty_state import EmptyState


def said(page):
    return [label.text() for label in page.findChildren(QLabel) if label.text()]


def test_its_words_stand_in_the_middle_and_can_be_others(shown):
    page = shown(EmptyState("users", "Belum ada peserta", "Daftarkan orang pertama."))
    assert said(page) == ["Belum ada peserta", "Daftarkan orang pertama."]
    for label in page.findChildren(QLabel):
        middle = label.geometry().center().x()
        assert abs(middle - page.width() / 2) <= 2
        assert label.text() == "" or label.alignment() & Qt.AlignmentFlag.AlignHCenter
    page.say("Tidak ditemukan", "Coba nama yang lebih pendek.")
    assert said(page) == ["Tidak ditemukan", "Coba nama yang lebih pendek."]
