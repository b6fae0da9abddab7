"""A practice office with an event of today, and the page on it with its real worker."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jamsos_desktop.gui import enrolment
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.services import set_up


@pytest.fixture
def desk(tmp_path):
    desk = set_up.start_practice(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def jobs(qapp, desk):
    runner = JobRunner()
    yield runner
    runner.shutdown()


class Window:
    """What the main window would do for the page."""

    def __init__(self):
        self.results = []
        self.undo = None
        self.refreshed = 0
        self.opened = []

    def show_result(self, text, undo=None):
        self.results.append(text)
        self.undo = undo

    def refresh_header(self):
        self.refreshed += 1


@pytest.fixture
def window():
    return Window()


@pytest.fixture
def open_page(desk, jobs, window, shown, qtbot):
    """Build the page and wait until it is ready to be typed into."""

    def open_it(on=desk):
        context = PageContext(
            desk=on,
            jobs=jobs,
            show_result=window.show_result,
            refresh_header=window.refresh_header,
            go_to=window.opened.append,
        )
        page = shown(enrolment.build(context))
        qtbot.waitUntil(lambda: page.presenter.state.phase != "loading")
        qtbot.waitUntil(lambda: not jobs.busy)
        return page

    return open_it


@pytest.fixture
def page(open_page):
    return open_page()


class Keyboard:
    """Ten fingers and no mouse; counts its keys."""

    def __init__(self):
        self.count = 0

    def type(self, text):
        QTest.keyClicks(QApplication.focusWidget(), text)
        self.count += len(text)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        QApplication.processEvents()
        self.count += 1

    def enter(self, text=""):
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def save(self):
        self.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    def save_next(self):
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def keyboard():
    return Keyboard()
