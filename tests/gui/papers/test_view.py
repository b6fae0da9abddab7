"""The event's papers, opened from the page "Cetak" and left again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo

from jamsos_desktop.gui import cards, dialogs
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.services import find, print_cards
from tests.gui.desk import form, open_desk

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(data_dir):
    opened, ids = open_desk(data_dir, form(1, "Warga Satu"), form(2, "Warga Dua"))
    print_cards.journal_prints(opened, ids, "printer")
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot, shown, desk):
    jobs = JobRunner()
    context = PageContext(desk, jobs, lambda _text: None, lambda: None, lambda _key: None)
    view = shown(cards.build(context))
    qtbot.waitUntil(lambda: not jobs.busy)
    view.choosing.papers.click()
    qtbot.waitUntil(lambda: not view.papers.sheet.paper.picture().isNull())
    yield view.papers
    jobs.shutdown()


def test_a_card_is_scanned_at_once_and_esc_goes_back(qtbot, page, desk):
    code = page.hand_over.code
    before = page.sheet.paper.picture().cacheKey()
    assert code.hasFocus()
    qtbot.keyClicks(code, find.find_participants(desk)[0].number)
    qtbot.keyClick(code, Qt.Key.Key_Return)
    qtbot.waitUntil(page.hand_over.answer.isVisible)
    assert page.hand_over.answer.text() == "Diserahkan"
    qtbot.waitUntil(lambda: page.sheet.paper.picture().cacheKey() != before)
    qtbot.keyClick(code, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_ctrl_s_saves_what_is_shown(qtbot, page, tmp_path, monkeypatch):
    def choose(_parent, _title, name, _kinds, on_chosen):
        on_chosen(Path(tmp_path) / name)

    monkeypatch.setattr(dialogs, "choose_new_file", choose)
    qtbot.keyClick(page.hand_over.code, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: [one.suffix for one in tmp_path.glob("berita-acara-*")] == [".pdf"])
    qtbot.waitUntil(lambda: "berita-acara" in page.notice.accessibleName())


def test_another_list_is_chosen(qtbot, page):
    page.document_edit.setFocus()
    page.document_edit.set_raw("balance")
    page.document_edit.chosen.emit(page._document("balance"))
    qtbot.waitUntil(lambda: page.presenter.file_name().startswith("neraca"))
    page.document_edit.chosen.emit(page._document("unregistered"))
    qtbot.waitUntil(lambda: not page.save.isEnabled())
    assert page.save.toolTip() == "Tidak ada calon yang belum terdaftar"


def test_without_a_printer_that_is_said(qtbot, page, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    page.print.click()
    qtbot.waitUntil(page.notice.isVisible)
    assert "printer" in page.notice.accessibleName()
