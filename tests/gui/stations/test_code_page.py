"""The activation code, shown once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from jamsos_desktop.gui.stations.code_page import CodePage
from jamsos_desktop.gui.stations.state import Issued

ISSUED = Issued("Pos 1 (MJK1)", "F922-EHJ4-NDKH-05F5", "PAKET_a.jamsos", "/media/KINGSTON")


@pytest.fixture
def page(shown):
    made = CodePage()
    made.show_issued(ISSUED)
    return shown(made)


def test_the_code_is_huge_and_every_letter_is_read_aloud(page):
    assert page.code.text() == ISSUED.code
    assert page.code.fontInfo().pointSizeF() >= 30
    assert page.code.fontInfo().fixedPitch()
    assert page.code.accessibleName().startswith("F 9 2 2")
    assert page.code.width() <= page.width()


def test_it_cannot_be_marked_or_copied(qtbot, page):
    QGuiApplication.clipboard().setText("sebelumnya")
    qtbot.keyClick(page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "sebelumnya"
    assert not page.code.hasSelectedText()


def test_nothing_of_it_stays(page):
    page.show_issued(None)
    assert page.code.text() == page.code.accessibleName() == ""
