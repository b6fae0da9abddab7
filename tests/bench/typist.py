"""A process that registers people in the real window with a keyboard alone, and times every key.

``python typist.py FOLDER LOGIN PASSWORD TIMES`` prints one line of JSON: for a stranger, a
candidate and the next of the same family the keys, the fields and the mouse's clicks, and for each
key of all registrations how many milliseconds later the last thing was painted that it caused.
"""

import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from PySide6.QtCore import QEvent, QObject, Qt, QThread  # noqa: E402  (the path is set only now)
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget  # noqa: E402

from jamsos_desktop.domain.enrolment_form import QUESTIONS, EnrolmentForm  # noqa: E402
from tests.bench import windows  # noqa: E402
from tests.bench.data import FIRST_STRANGER, unmet  # noqa: E402

GIVE_WAY = 200  # us: the program's own loop would sleep, and Python runs one thread at a time
QUIET = 0.012  # s: Qt paints 5 ms after it was asked to; after 12 nothing more comes
ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
#: What an invented person has no words for: these belong to everybody who is asked.
ANSWERS = {**dict.fromkeys(QUESTIONS, "tidak"), "birth_date": "", "sex": ""}
#: What everybody answers to whether their data may be used. The answer leads on without Enter, and
#: how and before whom is taken over from the person before.
CONSENT = {"consent": "setuju", "consent_method": "lisan", "consent_witness": "Bu Tini"}
#: Of somebody on the office's list only what it does not know.
ONLY_ASKED = (*CONSENT, "phone")
#: Of the next person of a family what the first did not say already.
OF_ONE_PERSON = (
    *("nik", "name", "birth_date", "sex", "occupation", *QUESTIONS, *CONSENT),
    *("birth_place", "mother_name", "phone", "workplace", "income"),
)


@dataclass
class Registration:
    """What one took."""

    keys: int = 0
    mouse: int = 0
    written: int = 0  # keys that it takes to write all of it down, one behind each field included
    fields: set[str] = field(default_factory=set)
    answers: list[float] = field(default_factory=list)  # ms


class Watch(QObject):
    """Notes when the window paints, and what a mouse does in it.

    Qt asks either the widget or its window to paint, whichever it finds dirty.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.painted = 0
        self.clicks = 0
        window.installEventFilter(self)
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            self.painted += 1
        elif event.type() == QEvent.Type.MouseButtonPress:
            self.clicks += 1
        return False


class Typist:
    """Ten fingers on the enrolment page. Types on as soon as the last key's answer is painted."""

    def __init__(self, page: Any, watch: Watch) -> None:
        self.page = page
        self.watch = watch
        self.now = Registration()

    def press(self, key: Any, modifiers: Any = PLAIN) -> None:
        """One key, and wait until everything that it causes stands on the screen."""
        self.now.fields |= {self.page.form.current()} - {""}
        start = time.perf_counter()
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        self.now.answers.append((settle(self.watch, self.busy) - start) * 1000)
        self.now.keys += 1

    def busy(self) -> bool:
        """Whether the worker has something to do."""
        return bool(self.page.presenter.page.jobs.busy)

    def type(self, text: str) -> None:
        """Letter by letter."""
        for letter in text:
            self.press(letter)

    def fill(self, wanted: Mapping[str, str]) -> None:
        """From the field with the cursor on, Enter by Enter, until everything wanted is there."""
        left = dict(wanted)
        while left:
            name = self.page.form.current()
            assert name, f"behind the last field, and {left} not typed"
            self._answer(name, left.pop(name, ""))
            if self.page.form.current() == name:
                self.press(ENTER)

    def _answer(self, name: str, text: str) -> None:
        """In a field that is empty; where a list opens, as far as it has to be typed."""
        editor = self.page.form.fields[name].editor
        if not text or editor.raw() or name in dict(self.page.presenter.state.proposals):
            return
        if not hasattr(editor, "offered"):
            self.type(text[:1] if name in (*QUESTIONS, "consent", "consent_method") else text)
            return
        wanted = editor._lookup(text)
        for letter in wanted.title.casefold():
            self.press(letter)
            if editor.offered()[:1] == (wanted,):
                return

    def finish(self, modifiers: Any = CTRL) -> Registration:
        """Save, and be ready for the next one."""
        shown = self.page.presenter.page.count
        texts = [place.editor.raw() for place in self.page.form.fields.values()]
        self.now.written = sum(len(text) + 1 for text in texts if text)
        self.press(ENTER, modifiers)
        done, self.now = self.now, Registration()
        assert self.page.presenter.page.count == shown + 1, self.page.said.text()
        done.mouse, self.watch.clicks = self.watch.clicks, 0
        return done


def register_all(page: Any, times: int) -> dict[str, object]:
    """Each of the three, several times; with a stranger the family begins."""
    window = page.window()
    typist = Typist(page, Watch(window))
    settle(typist.watch, typist.busy)
    made: dict[str, list[Registration]] = {"stranger": [], "family": [], "candidate": []}
    for number in range(times):
        first, second, expected = (
            words_of(page, base + number) for base in (FIRST_STRANGER, FIRST_STRANGER + 250, 0)
        )
        typist.fill(first)
        made["stranger"].append(typist.finish(CTRL | SHIFT))
        typist.fill({name: second[name] for name in OF_ONE_PERSON if name in second})
        made["family"].append(typist.finish())
        typist.type(expected["nik"])
        typist.press(ENTER)
        typist.fill({name: expected[name] for name in ONLY_ASKED})
        made["candidate"].append(typist.finish())
    answers = [a for many in made.values() for one in many for a in one.answers]
    told: dict[str, object] = {name: _middle(many) for name, many in made.items()}
    return told | {"answers": answers, "bare": type_bare()}


def type_bare() -> list[float]:
    """The floor: a window with one field, and when each letter stands in it."""
    window = QWidget()
    edit = QLineEdit(window)
    QVBoxLayout(window).addWidget(edit)
    window.resize(1093, 614)
    window.show()
    window.activateWindow()
    edit.setFocus()
    watch, answers = Watch(window), []
    for letter in "kecamatan " * 20:
        start = time.perf_counter()
        QTest.keyClick(edit, letter)
        answers.append((settle(watch) - start) * 1000)
    return answers


def settle(watch: Watch, busy: Callable[[], bool] = lambda: False) -> float:
    """When the last thing was painted; where nothing is, when the key was handled."""
    answered = active = time.perf_counter()
    while busy() or time.perf_counter() < active + QUIET:
        before, worked = watch.painted, busy()
        QApplication.processEvents()
        if watch.painted != before:
            answered = active = time.perf_counter()
        elif worked:
            active = time.perf_counter()
            QThread.usleep(GIVE_WAY)
    return answered


def words_of(page: Any, number: int) -> dict[str, str]:
    """What is typed for an invented person: everything that is known of them, and their KK."""
    form = unmet(number, page.presenter.page.rules)
    texts = {name: getattr(form, name) for name in EnrolmentForm.__struct_fields__}
    known = {name: text for name, text in texts.items() if isinstance(text, str) and text}
    words = {**known, **ANSWERS, "kk": f"{form.nik[:6]}1203{number:06d}"}
    asked = {name for name, place in page.form.fields.items() if not place.isHidden()}
    return {name: text for name, text in words.items() if name in asked} | CONSENT


def _middle(many: list[Registration]) -> dict[str, int]:
    """The registration with the median number of keys."""
    one = sorted(many, key=lambda made: made.keys)[len(many) // 2]
    return {
        "keys": one.keys,
        "written": one.written,
        "fields": len(one.fields),
        "mouse": max(o.mouse for o in many),
    }


def main(arguments: list[str]) -> int:
    """Open the program, sign in, open the page, type."""
    folder, login, password, times = arguments
    found: list[Any] = []

    def open_page() -> bool:
        from jamsos_desktop.gui.main_window import MainWindow

        window = windows.shell().shown()
        if isinstance(window, MainWindow):
            found.append(window.open_page("enrolment"))
        return bool(found)

    def page_ready() -> bool:
        return found[0].presenter.state.phase == "form" and found[0].form.current() != ""

    def register() -> bool:
        QApplication.setCursorFlashTime(0)  # a blinking cursor answers no key
        try:
            windows.say(json.dumps(register_all(found[0], int(times))))
        finally:  # Qt would only print what went wrong, and go on
            traceback.print_exc()
            os._exit(1)

    windows.watch(lambda: windows.sign_in(login, password), open_page, page_ready, register)
    return windows.open_program(folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
