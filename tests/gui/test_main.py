"""Starting: a bug is reported once in words, and the first window loads little."""

import subprocess
import sys

from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.main import SCHEMES, BugHandler
from jamsos_desktop.gui.style import DARK, LIGHT, Look, colors_now
from jamsos_desktop.logs import write_crash_report

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
    look.deleteLater()
    Look(qapp, 1.0, SCHEMES["light"])
    assert colors_now() is LIGHT
    qapp.styleHints().unsetColorScheme()
    Look(qapp).wear(LIGHT)
