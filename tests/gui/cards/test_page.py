"""Cards on the page "Cetak", with the real worker on a real desk."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication

from jamsos_desktop.gui import cards, dialogs
from jamsos_desktop.gui.cards.state import State
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.printing import printer
from jamsos_desktop.gui.work import Progress
from jamsos_desktop.services import find
from tests.gui.desk import form, open_desk

CONTROL = Qt.KeyboardModifier.ControlModifier


class Told:
    """What the window was told."""

    def __init__(self):
        self.results, self.refreshed = [], 0

    def show_result(self, text, undo=None):
        self.results.append(text)

    def refresh_header(self):
        self.refreshed += 1


@pytest.fixture
def desk(data_dir):
    opened, _ids = open_desk(data_dir, *(form(place, f"Warga {place}") for place in range(11)))
    yield opened
    opened.close()


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def page(qtbot, shown, desk, told):
    jobs = JobRunner()
    context = PageContext(desk, jobs, told.show_result, told.refresh_header, lambda _key: None)
    view = shown(cards.build(context)).cards
    qtbot.waitUntil(lambda: not view.sheet.paper.picture().isNull())
    yield view
    jobs.shutdown()


def printed(desk):
    return [one.printed for one in find.find_participants(desk)]


def test_the_cards_of_today_are_there_to_be_looked_at(qtbot, page):
    assert page.choosing.count.text() == "11 kartu, 2 lembar"
    before = page.sheet.paper.picture().cacheKey()
    qtbot.keyClick(page.print, Qt.Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(lambda: page.sheet.paper.picture().cacheKey() != before)
    assert page.sheet.place.text() == "Lembar 2 dari 2"


def test_ctrl_s_saves_a_pdf_and_tells_the_window(qtbot, page, desk, told, tmp_path, monkeypatch):
    def choose(_parent, _title, name, _kinds, on_chosen):
        on_chosen(Path(tmp_path) / name)

    monkeypatch.setattr(dialogs, "choose_new_file", choose)
    qtbot.keyClick(page.save, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: bool(told.results))
    (pdf,) = tmp_path.glob("kartu-11-*.pdf")
    assert told.results == [f"11 kartu disimpan di {pdf.name}"]
    assert told.refreshed == 1
    assert printed(desk) == [1] * 11
    qtbot.waitUntil(lambda: page.choosing.count.text() == "Tidak ada kartu")
    assert page.isAncestorOf(QApplication.focusWidget())  # so that the page's keys go on working
    assert page.save.toolTip() == "Semua kartu kegiatan ini sudah dicetak"


def test_one_who_went_to_stop_stays_there_while_the_work_goes_on(page):
    working = State(loaded=True, cards=1, progress=Progress("Menulis PDF…", 0, 20))
    page.display(working)
    page.stop.setFocus()
    page.display(replace(working, progress=Progress("Menulis PDF…", 10, 20)))
    assert page.stop.hasFocus()
    page.display(State(loaded=True, cards=1))
    assert page.isAncestorOf(QApplication.focusWidget())


class Paper:
    """Takes every sheet."""

    name = "Kertas"

    def add(self, image, _dpi, _calibration):
        assert image.width > 2000

    def finish(self): ...

    def abort(self): ...


def choose_paper(_parent, _name, _look, on_chosen):
    on_chosen(Paper())


def test_ctrl_p_prints_and_asks_whether_it_went_well(qtbot, page, desk, told, monkeypatch):
    monkeypatch.setattr(
        printer, "choose_printer", lambda _p, _name, _look, on_chosen: on_chosen(Paper())
    )
    qtbot.keyClick(page.print, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(page.question.isVisible)
    assert page.question.yes.hasFocus()
    assert page.print.toolTip() == "Jawab dulu apakah kartu keluar dengan baik."
    page.question.again.click()
    qtbot.waitUntil(page.stop.isVisible)
    assert not page.stop.hasFocus()  # a stray key must not stop the printing
    qtbot.waitUntil(page.question.isVisible)
    assert printed(desk) == [0] * 11
    page.question.yes.click()
    qtbot.waitUntil(lambda: told.results == ["11 kartu tercetak"])
    assert printed(desk) == [1] * 11
    assert not page.question.isVisible()


def test_a_no_marks_nothing(qtbot, page, desk, monkeypatch):
    monkeypatch.setattr(
        printer, "choose_printer", lambda _p, _name, _look, on_chosen: on_chosen(Paper())
    )
    page.print.click()
    qtbot.waitUntil(page.question.isVisible)
    page.question.no.click()
    assert "Tidak ada kartu yang ditandai tercetak." in page.notice.text()
    assert printed(desk) == [0] * 11


def test_without_a_printer_the_page_says_what_to_do(page, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    page.print.click()
    assert "Belum ada printer" in page.notice.text()
    assert "simpan PDF" in page.notice.text()
