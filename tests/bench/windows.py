"""Processes that open a window and say what was asked of them: time to type, or memory.

``python windows.py empty | login FOLDER | participants FOLDER LOGIN PASSWORD``

Each prints one line of JSON when a typed letter stands in the field that has the focus, or when the
list of participants is filled, and ends. The program is the real one, started by its own ``main``.
"""

import json
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from jamsos_desktop.gui.shell import Shell

TICK = 1  # ms between two looks
SETTLED = 1000  # ms: the page has been painted and its worker has nothing more to do


class Watcher:
    """Looks at the program from inside its event loop, step by step."""

    def __init__(self, steps: list[Callable[[], bool]]) -> None:
        """Each of the ``steps`` says whether it is done; the last one ends the process."""
        self._steps = steps
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(TICK)

    def _look(self) -> None:
        if self._steps[0]():
            del self._steps[0]


def watch(*steps: Callable[[], bool]) -> None:
    """Look from the moment on at which the program's event loop runs."""
    real = QApplication.exec
    kept = []

    def run(*_application: object) -> int:
        kept.append(Watcher(list(steps)))
        return real()

    setattr(QApplication, "exec", run)  # noqa: B010  (there is no other way in before the event loop)


def tell(**answer: float) -> NoReturn:
    """Say it and end at once: how long closing takes is not asked."""
    say(json.dumps(answer))


def say(line: str) -> NoReturn:
    """Write this line for whoever started the process, and end."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
    os._exit(0)


_typed_in: list[QLineEdit] = []  # where the letter went


def type_letter() -> bool:
    """Once a field on the screen has the focus, press a key in it."""
    field = focused_field()
    if field is None:
        return False
    _typed_in.append(field)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
        QApplication.postEvent(field, key)
    return True


def letter_stands() -> bool:
    """Whether the key has arrived; then the window is usable."""
    field = focused_field()
    if field is not None and field.text() == "a":
        tell()
    if field is not None and field is not _typed_in[-1]:  # the cursor had not found its place
        type_letter()
    return False


def focused_field() -> QLineEdit | None:
    """The line edit with the focus, once its window is painted."""
    field = QApplication.focusWidget()
    if not isinstance(field, QLineEdit) or not field.isEnabled():
        return None
    handle = field.window().windowHandle()
    return field if handle is not None and handle.isExposed() else None


def tell_memory() -> bool:
    """Say how many bytes the process keeps in memory."""
    import psutil

    tell(rss=psutil.Process().memory_info().rss)


def after(milliseconds: int, work: Callable[[], object]) -> Callable[[], bool]:
    """A step that starts once and is done later."""

    def step() -> bool:
        QTimer.singleShot(milliseconds, work)
        return True

    return step


def never() -> bool:
    """The last step of all: a timer ends the process."""
    return False


def open_empty() -> int:
    """The floor: a window with one line edit."""
    app = QApplication([])
    window = QWidget()
    field = QLineEdit(window)
    QVBoxLayout(window).addWidget(field)
    window.resize(1280, 800)
    window.show()
    field.setFocus()
    return app.exec()


def open_program(folder: str) -> int:
    """The program, as the command ``jamsos-desktop --data FOLDER`` starts it."""
    from jamsos_desktop.__main__ import main

    sys.argv = ["jamsos-desktop", "--data", folder]
    return main()


def shell() -> "Shell":
    """The program's one window."""
    from jamsos_desktop.gui.shell import Shell

    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, Shell))


def sign_in(login: str, password: str) -> bool:
    """Sign in as an officer does, once the login is usable."""
    if focused_field() is None:
        return False
    from jamsos_desktop.gui.login.view import LoginView

    view = shell().shown()
    assert isinstance(view, LoginView)
    view.presenter.sign_in(login, password)
    return True


def open_list() -> bool:
    """Open the page "Peserta" once the pages are there."""
    from jamsos_desktop.gui.main_window import MainWindow

    window = shell().shown()
    if not isinstance(window, MainWindow):
        return False
    window.open_page("participants")
    return True


def list_filled() -> bool:
    """Whether the list shows lines."""
    from jamsos_desktop.gui.participants.view import ParticipantsView

    found = shell().findChildren(ParticipantsView)
    return bool(found) and found[0].list.table.model().rowCount() > 0


def main(arguments: list[str]) -> int:
    """Do what the arguments say."""
    match arguments:
        case ["empty"]:
            watch(type_letter, letter_stands)
            return open_empty()
        case ["login", folder]:
            watch(type_letter, letter_stands)
            return open_program(folder)
        case ["empty-memory"]:
            watch(type_letter, after(SETTLED, tell_memory), never)
            return open_empty()
        case ["participants", folder, login, password]:
            watch(
                lambda: sign_in(login, password),
                open_list,
                list_filled,
                after(SETTLED, tell_memory),
                never,
            )
            return open_program(folder)
    raise SystemExit(2)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
