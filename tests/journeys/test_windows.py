"""The field day through the real windows: once without a screen, once under Xvfb with pictures.

The pictures of the second run stay in ``.work/screens/``.
"""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.first_start.view import FirstStartView
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.main_window import MainWindow
from jamsos_desktop.gui.pages import pages_for
from jamsos_desktop.gui.shell import Shell
from jamsos_desktop.gui.style import Look
from jamsos_desktop.services.find import find_participants
from jamsos_desktop.services.kits import export_kit
from tests.factories import ADMIN, ADMIN_PASSWORD, event_of, make_office
from tests.gui.enrolment.people import type_siti

ROOT = Path(__file__).parents[2]
PICTURES = "JAMSOS_TEST_PICTURES"
SIZE = (1093, 614)
CTRL = Qt.KeyboardModifier.ControlModifier


class Hands:
    """Ten fingers on the window that is in front."""

    def __init__(self, qtbot, window, jobs):
        self.qtbot, self.window, self.jobs = qtbot, window, jobs

    def type(self, text):
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget(), letter)

    def enter(self, text=""):
        self.type(text)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    def press(self, key, modifier=CTRL):
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def picture(self, name):
        """Of the whole window as it is painted now, once the worker has nothing left to say."""
        if PICTURES in os.environ:
            self.qtbot.waitUntil(lambda: not self.jobs.busy)
            QApplication.processEvents()  # what was laid out anew
            path = Path(os.environ[PICTURES]) / f"{name}.png"
            assert self.window.grab().save(str(path))


@contextmanager
def program(folder, qtbot):
    """The program with one installation's folder."""
    bugs = []
    jobs = JobRunner(bugs.append)
    shell = Shell(folder, jobs, pages_for)
    shell.resize(*SIZE)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    shell.begin()
    try:
        yield shell, Hands(qtbot, shell, jobs)
    finally:
        shell.close()
    assert bugs == []


def wait_for(qtbot, shell, kind):
    qtbot.waitUntil(lambda: isinstance(shell.shown(), kind))
    return shell.shown()


@pytest.fixture(autouse=True)
def dressed(qapp):
    """In the run with pictures, which has a process of its own, the windows wear the look."""
    if PICTURES in os.environ:
        Look(qapp)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_field_day_from_the_kit_to_the_office(qtbot, tmp_path, monkeypatch):
    office = make_office(tmp_path / "kantor")
    issued = export_kit(office, "Pos Kranggan 1", [event_of(office)], tmp_path / "paket.jamsos")
    stick = tmp_path / "stick"
    stick.mkdir()
    with program(tmp_path / "pos", qtbot) as (shell, hands):
        first = wait_for(qtbot, shell, FirstStartView)
        hands.picture("1-pertama")
        first.presenter.go_to("kit")
        qtbot.waitUntil(first.forms["kit"].fields["kit_file"].widget.line.hasFocus)
        hands.enter(str(issued.path))
        hands.enter(issued.activation_code)
        hands.press(Qt.Key.Key_Return)
        who = first.forms["who"]
        qtbot.waitUntil(who.fields["officer"].widget.hasFocus)
        hands.picture("2-siapa")
        hands.enter("Petugas")
        if who.current() == "officer":
            hands.enter()
        qtbot.waitUntil(lambda: who.current() == "password")
        hands.enter("sandi-pos-1")
        hands.type("sandi-pos-1")
        hands.press(Qt.Key.Key_Return)
        window = wait_for(qtbot, shell, MainWindow)
        page = window.open_page("enrolment")
        qtbot.waitUntil(lambda: page.form.isVisible() and page.form.current() == "nik")
        type_siti(hands)
        hands.picture("3-pendaftaran")
        hands.press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: find_participants(page.presenter.page.desk, "siti") != [])
        cards = window.open_page("cards").cards
        monkeypatch.setattr(
            dialogs, "choose_new_file", lambda *given: given[-1](tmp_path / "kartu.pdf")
        )
        qtbot.waitUntil(cards.save.isEnabled)
        hands.picture("4-cetak")
        cards.save.click()
        qtbot.waitUntil((tmp_path / "kartu.pdf").exists)
        exchange = window.open_page("exchange")
        qtbot.waitUntil(exchange.folder.isVisible)
        exchange.folder.line.setFocus()
        hands.type(str(stick))
        qtbot.waitUntil(exchange.export.isEnabled)
        exchange.export.click()
        qtbot.waitUntil(exchange.sent.isVisible)
        hands.picture("5-kirim")
    (bundle,) = stick.glob("KIRIM_*.jamsos")
    office.close()
    with program(tmp_path / "kantor", qtbot) as (shell, hands):
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        hands.enter(ADMIN)
        hands.enter(ADMIN_PASSWORD)
        window = wait_for(qtbot, shell, MainWindow)
        inbox = window.open_page("inbox").files
        monkeypatch.setattr(dialogs, "choose_files", lambda *given: given[-1]([bundle]))
        inbox.choose.click()
        qtbot.waitUntil(lambda: inbox.report.model.rowCount() == 1)
        qtbot.waitUntil(inbox.take.isEnabled)
        inbox.take.click()
        qtbot.waitUntil(inbox.save.isVisible)
        hands.picture("6-kotak-masuk")
        people = window.open_page("participants")
        qtbot.waitUntil(lambda: people.list.model.rowCount() == 1)
        assert [line.name for line in people.list.model.rows()] == ["Siti Aminah"]
        hands.picture("7-peserta")


def test_the_same_under_a_real_display_with_pictures():
    if PICTURES in os.environ:
        pytest.skip("this is that run")
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed: the windows were not tried on a display")
    folder = ROOT / ".work" / "screens"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    reading, writing = os.pipe()
    display = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    try:
        number = os.read(reading, 16).decode().strip()
        surroundings = os.environ | {
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": "1.25",
            PICTURES: str(folder),
        }
        test = f"{Path(__file__)}::{test_a_field_day_from_the_kit_to_the_office.__name__}"
        command = [sys.executable, "-m", "pytest", "-q", test]
        done = subprocess.run(
            command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False
        )
    finally:
        display.terminate()
        display.wait()
        os.close(reading)
        os.close(writing)
    assert done.returncode == 0, done.stdout[-3000:]
    assert len(list(folder.glob("*.png"))) == 7
