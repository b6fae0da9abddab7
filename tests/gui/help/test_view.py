"""The help page: F1 shows every key, readable and reachable without a mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.help.view import HelpView
from jamsos_desktop.i18n import set_language


@pytest.fixture
def page(shown):
    return shown(HelpView(), 900, 300)


def rows(page):
    """Key and what it does, as they stand side by side."""
    caps = page.findChildren(QLabel, "keyCap")
    texts = [label for label in page.findChildren(QLabel) if label.objectName() != "keyCap"]
    return [(cap.text(), beside(cap, texts).text()) for cap in caps]


def beside(cap, texts):
    middle = cap.geometry().center().y()
    found = [t for t in texts if t.geometry().top() <= middle <= t.geometry().bottom()]
    assert len(found) == 1, f"{cap.text()} stands beside {len(found)} texts"
    return found[0]


def test_every_key_stands_beside_what_it_does(page):
    assert rows(page) == keys.table()
    assert ("F1", "Bantuan dan daftar tombol") in rows(page)


def test_the_arrows_scroll_to_the_last_key(page, qtbot):
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    bar = page.verticalScrollBar()
    assert bar.maximum() > 0
    qtbot.keyClick(page, Qt.Key.Key_Down)
    assert bar.value() > 0
    for _ in range(40):
        qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    last = page.findChildren(QLabel, "keyCap")[-1]
    assert page.viewport().rect().contains(last.mapTo(page.viewport(), last.rect().center()))


def test_nothing_runs_out_of_a_narrow_window(page):
    page.resize(480, 600)
    assert page.horizontalScrollBar().maximum() == 0


def test_the_keys_are_explained_in_english_too(shown):
    set_language("en")
    page = shown(HelpView(), 900, 300)
    assert ("Ctrl+S", "Save") in rows(page)
