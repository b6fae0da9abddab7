"""A process that answers every question of the duplicate desk in the real window, by keys alone.

``python sitter.py FOLDER LOGIN PASSWORD`` prints one line of JSON: for each answer how many
milliseconds after its key the next pair was painted, what was answered, how many keys and clicks
of a mouse it took, what was asked twice and what still waits; and how much memory the process kept
at the first pair and at the last.
"""

import json
import os
import sys
import time
import traceback
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from PySide6.QtCore import Qt  # noqa: E402  (the project is on the path only now)
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.bench import windows  # noqa: E402
from tests.bench.typist import Watch, settle, type_bare  # noqa: E402

KEY = Qt.Key
#: What an officer presses at one pair, the key that answers it last: the same person (the first or
#: the second is kept), different people, the second goes back to its station, skipped for now.
ANSWERS = {
    "first": (KEY.Key_1,),
    "apart": (KEY.Key_B,),
    "second": (KEY.Key_2,),
    "looked": (KEY.Key_Right, KEY.Key_Down, KEY.Key_B),
    "back": (KEY.Key_Right, KEY.Key_K, KEY.Key_Return),
    "skipped": (KEY.Key_Return,),
}


@dataclass
class Sitting:
    """What one took."""

    answers: list[float] = field(default_factory=list)  # ms
    kinds: list[str] = field(default_factory=list)
    groups: list[tuple[str, ...]] = field(default_factory=list)  # as they were answered
    keys: int = 0


class Sitter:
    """Ten fingers at the desk. Answers as soon as the next pair is painted."""

    def __init__(self, desk: Any, watch: Watch) -> None:
        self.desk = desk
        self.watch = watch
        self.now = Sitting()

    def press(self, key: Any) -> float:
        """One key; after how many milliseconds the last thing that it caused was painted."""
        start = time.perf_counter()
        QTest.keyClick(QApplication.focusWidget(), key)
        self.now.keys += 1
        return (settle(self.watch, self.busy) - start) * 1000

    def busy(self) -> bool:
        """Whether the worker has something to do."""
        return bool(windows.shell()._jobs.busy)

    def answer_all(self) -> Sitting:
        """One answer after the other, of all kinds, until nothing is asked."""
        kinds = cycle(ANSWERS)
        while (group := self.desk.presenter.state.queue.shown) and len(self.now.groups) < 2000:
            kind = next(kinds)
            if kind == "skipped" and self.desk.presenter.state.queue.left < 5:
                kind = "apart"  # or it would go round in the last few
            *before, last = ANSWERS[kind]
            for key in before:
                self.press(key)
            self.now.answers.append(self.press(last))
            self.now.kinds.append(kind)
            if kind != "skipped":
                self.now.groups.append(group)
        return self.now


def sit(desk: Any) -> dict[str, object]:
    """Answer everything; what it took, and what is asked in the end all the same."""
    sitter = Sitter(desk, Watch(desk.window()))
    settle(sitter.watch, sitter.busy)
    before, start = memory(), time.perf_counter()
    done = sitter.answer_all()
    passed = time.perf_counter() - start
    after = memory()
    desk.open()
    settle(sitter.watch, sitter.busy)
    return {
        "answers": done.answers,
        "kinds": done.kinds,
        "groups": len(done.groups),
        "twice": len(done.groups) - len(set(done.groups)),
        "left": desk.presenter.state.queue.left,
        "keys": done.keys,
        "mouse": sitter.watch.clicks,
        "seconds": passed,
        "rss": (before, after),
        "bare": type_bare(),
    }


def memory() -> int:
    """Bytes that the process keeps in memory."""
    import psutil

    return int(psutil.Process().memory_info().rss)


def main(arguments: list[str]) -> int:
    """Open the program, sign in, open the page, answer."""
    folder, login, password = arguments
    found: list[Any] = []

    def open_page() -> bool:
        from jamsos_desktop.gui.main_window import MainWindow

        window = windows.shell().shown()
        if isinstance(window, MainWindow):
            found.append(window.open_page("decisions").duplicates)
        return bool(found)

    def compared() -> bool:
        state = found[0].presenter.state
        return state.compared and state.sheet is not None

    def answer() -> bool:
        try:
            windows.say(json.dumps(sit(found[0])))
        finally:  # Qt would only print what went wrong, and go on
            traceback.print_exc()
            os._exit(1)

    windows.watch(lambda: windows.sign_in(login, password), open_page, compared, answer)
    return windows.open_program(folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
