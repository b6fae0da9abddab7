"""Windows without a screen, in the program's look."""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.main import translate_qt
from jamsos_desktop.gui.style import LIGHT, Look


def pytest_collection_modifyitems(items):
    """The offscreen platform says this whenever a window is shown."""
    known = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(known)


@pytest.fixture(scope="session")
def qapp(qapp_args, qapp_cls):
    app = QApplication.instance() or qapp_cls(qapp_args)
    translate_qt(app)
    Look(app).wear(LIGHT)
    return app


@pytest.fixture
def jobs(qapp):
    """The real worker."""
    runner = JobRunner()
    yield runner
    runner.shutdown()


@pytest.fixture
def shown(qtbot):
    """Show a widget as a window of its own, active, and wait until it is there."""

    kept = []  # qtbot itself holds no reference, and Python would collect the window

    def show(widget, width=1093, height=614):
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


@pytest.fixture(autouse=True)
def no_window_left(qtbot):
    """A window that a test leaves behind would take the focus from the next one."""
    yield
    left = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    for window in left:
        window.close()
