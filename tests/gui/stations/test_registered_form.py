"""The office's lists of people who are registered elsewhere, in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from jamsos_desktop.gui import stations
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.stations.lines import RegisteredLine
from jamsos_desktop.gui.stations.registered_form import RegisteredForm
from jamsos_desktop.services import registered
from tests.factories import office_desk

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path):
    desk = office_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def jobs(qapp, desk):
    runner = JobRunner()
    yield runner
    runner.shutdown()


@pytest.fixture
def page(desk, jobs, shown, qtbot):
    context = PageContext(desk, jobs, lambda *_: None, lambda: None, lambda _key: None)
    view = shown(stations.build(context))
    view.presenter.choose("stations")
    qtbot.waitUntil(lambda: not jobs.busy)
    return view


def test_a_list_is_taken_in_and_said_and_the_next_time_it_is_named(page, desk, tmp_path, qtbot):
    path = tmp_path / "bpjs-2025.csv"
    path.write_text("No,NIK\n1,3576035708900001\n2,rusak\n", "utf-8")
    page.list.registered.click()
    assert page.registered.count.text() == "0 NIK di daftar"
    assert page.registered.forget.reason == "Daftar ini masih kosong."
    qtbot.keyClicks(page.registered.file.line, str(path))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(page.list.isVisible)
    assert "bpjs-2025.csv · 1 NIK baru, 0 sudah ada, 1 baris" in page.list.notice.text()
    qtbot.waitUntil(lambda: page.presenter._state.known.registered == 1)
    page.list.registered.click()
    assert page.registered.count.text() == "1 NIK di daftar"
    assert "bpjs-2025.csv" in page.registered.lists.text()
    assert registered.registered_lists(desk)[0] == 1


def test_a_list_that_cannot_be_read_is_said_at_the_form(page, tmp_path, qtbot):
    page.list.registered.click()
    qtbot.keyClick(page.registered.file.line, Qt.Key.Key_S, CTRL)
    assert page.registered.isVisible()
    path = tmp_path / "nama.csv"
    path.write_text("Nama\nSiti\n", "utf-8")
    qtbot.keyClicks(page.registered.file.line, str(path))
    qtbot.keyClick(page.registered.file.line, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(page.registered.notice.isVisible)
    assert "NIK" in page.registered.notice.text()


def test_the_lists_are_emptied_after_a_question(page, desk, tmp_path, qtbot):
    path = tmp_path / "bpjs.csv"
    path.write_text("NIK\n3576035708900001\n", "utf-8")
    registered.take_registered(desk, path)
    page.presenter.refresh()
    qtbot.waitUntil(lambda: page.presenter._state.known.registered == 1)
    page.list.registered.click()
    page.registered.forget.click()
    box = QApplication.activeModalWidget()
    yes = next(b for b in box.findChildren(QPushButton) if b.text() == "Kosongkan daftar")
    yes.click()
    qtbot.waitUntil(lambda: page.presenter._state.known.registered == 0)
    assert registered.registered_lists(desk) == (0, ())
    assert page.list.isVisible()


def test_large_counts_are_grouped_and_only_the_last_lists_are_named(shown):
    form = shown(RegisteredForm())
    form.show_lists(1_234_567, tuple(RegisteredLine(f"daftar {n}") for n in range(9)))
    assert form.count.text() == "1.234.567 NIK di daftar"
    assert form.lists.text().split("\n")[0] == "daftar 3"
