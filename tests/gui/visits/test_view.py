"""From door to door in the real window, by the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jamsos_desktop.gui import pages
from jamsos_desktop.gui.main_window import MainWindow
from jamsos_desktop.gui.pages import PLACES
from jamsos_desktop.services import find
from tests.gui.enrolment.people import agree_in

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def press(key, modifier=NONE):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


@pytest.fixture
def window(desk, jobs, shown, qtbot, monkeypatch):
    """The whole window of a desk that has the page of a station."""
    monkeypatch.setattr(pages, "_OFFICE", ("visits", "enrolment", "participants"))
    monkeypatch.setattr(pages, "keys_for", lambda _desk: ("visits", "enrolment", "participants"))
    window = MainWindow()
    window.set_pages(pages.pages_for(desk, jobs, window))
    shown(window)
    window.open_page("visits")
    qtbot.waitUntil(lambda: not jobs.busy)
    return window


@pytest.fixture
def page(ids, window):
    return window.open_page("visits")


def test_the_page_says_what_it_is_for_while_there_is_no_list(window):
    page = window.open_page("visits")
    assert page.places.empty.isVisible()
    assert not page.places.open.isEnabled()
    assert PLACES["visits"].title == "Belum terdaftar"


def test_a_candidate_is_registered_at_the_door_once_they_agree(desk, page, window, qtbot, jobs):
    page.places.table.setFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.doors.model.rowCount() == 2)
    assert page.doors.heading.text() == "Kranggan · RT 001 · RW 002"
    press(Qt.Key.Key_Return)
    form = window.open_page("enrolment")
    qtbot.waitUntil(lambda: form.presenter.state.phase == "form" and not jobs.busy)
    qtbot.waitUntil(lambda: form.form.fields["name"].editor.raw() == "Budi Santoso")
    assert form.form.fields["name"]._hint.text() == "dari daftar calon"
    assert not form.presenter.state.begun  # nobody is at home: no draft, no number
    QTest.keyClick(form.form.fields["address"].widget, Qt.Key.Key_A)
    agree_in(form.presenter)
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: find.count_participants(desk) == 1 and not jobs.busy)
    window.open_page("visits")
    qtbot.waitUntil(lambda: page.doors.model.rowCount() == 1)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.places.model.rows()[0].registered == 1)


def test_a_visit_without_result_is_noted_by_keyboard_alone(page, qtbot, jobs):
    page.places.table.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.doors.model.rowCount() == 1)
    press(Qt.Key.Key_T, CTRL)
    assert page.note.isVisible()
    press(Qt.Key.Key_P)  # the first answer with that letter: Pindah
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "ke Sidoarjo")
    press(Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.doors.isVisible() and not jobs.busy)
    qtbot.waitUntil(lambda: page.doors.model.rows()[0].outcome == "pindah")
    assert page.doors.model.rows()[0].said.endswith("ke Sidoarjo")


def test_the_filter_narrows_and_enter_opens_the_first(page, qtbot):
    press(Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "rt 002")
    assert [line.rt for line in page.places.model.rows()] == ["002"]
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.doors.model.rowCount() == 1)
    assert page.doors.isVisible()


def test_what_was_looked_for_in_vain_is_said(page):
    press(Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "surabaya")
    assert page.places.no_match.isVisible()
    press(Qt.Key.Key_Escape)
    assert page.places.table.isVisible()
