"""Starting: a bug is reported once in words, and the first window loads little."""

import subprocess
import sys

from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.main import SCHEMES, BugHandler, wear
from jamsos_desktop.gui.style import DARK, LIGHT, Look, colors_now
from jamsos_desktop.logs import write_crash_report
from jamsos_desktop.settings import FILE_NAME, Settings

HEAVY = ["sqlalchemy", "reportlab", "pyrage", "cryptography", "zxingcpp", "alembic", "pypdfium2"]


def test_a_bug_is_shown_once_and_reported_every_time(qtbot, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda *said: told.append(said))
    window = QWidget()
    qtbot.addWidget(window)
    handler = BugHandler(tmp_path, write_crash_report)
    handler.window = window
    for _ in range(2):
        handler(ZeroDivisionError("3578021708900001"))
    reports = list((tmp_path / "logs").glob("*"))
    assert len(reports) == 2
    assert len(told) == 1
    assert str(tmp_path) in told[0][2]
    assert all("3578021708900001" not in report.read_text() for report in reports)


def test_the_first_windows_load_nothing_heavy():
    script = (
        "import sys\n"
        "import jamsos_desktop.gui.main, jamsos_desktop.gui.doors\n"
        "import jamsos_desktop.gui.first_start.view, jamsos_desktop.gui.login.view\n"
        "import jamsos_desktop.storage.vault\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_the_settings_choose_size_and_darkness(qapp):
    look = Look(qapp, 1.25, SCHEMES["dark"])
    assert colors_now() is DARK
    assert qapp.font().pointSizeF() == 13.75
    wear(look, Settings(text_scale=150, theme="light"))
    assert colors_now() is LIGHT
    assert qapp.font().pointSizeF() == 16.5
    look.deleteLater()
    Look(qapp, 1.0, SCHEMES["light"])
    assert colors_now() is LIGHT
    qapp.styleHints().unsetColorScheme()
    Look(qapp).wear(LIGHT)


#: Starts the program, and looks at the screen where Qt would begin to wait.
START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from jamsos_desktop.gui.main import run

def look(_app=None):
    for shell in QApplication.topLevelWidgets():
        if shell.isVisible():
            print(shell.notice.isVisible(), shell.notice.text())
            print(QApplication.font().pointSizeF())
            shell.close()
    return 0

QApplication.exec = look
run(Path(sys.argv[1]), print)
"""


def start(folder):
    command = [sys.executable, "-c", START, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")


def test_settings_that_cannot_be_read_are_told_of_once(tmp_path):
    (tmp_path / FILE_NAME).write_text("{")
    told = start(tmp_path)[0]
    [aside] = tmp_path.glob(f"{FILE_NAME}.rusak-*")
    assert told.startswith("True Pengaturan tidak terbaca")
    assert str(aside) in told
    (tmp_path / FILE_NAME).write_text('{"text_scale": 150}')
    assert start(tmp_path)[:2] == ["False ", "16.5"]
