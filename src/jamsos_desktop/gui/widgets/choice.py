"""A few options side by side, one of them chosen; one stop for the Tab key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleValueChangeEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from jamsos_desktop.gui.widgets.words import set_tone


class Choice(QFrame):
    """Arrows move, the first letter or the number of an option chooses it."""

    edited = Signal()

    def __init__(self, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``options`` are pairs of a key and its words."""
        super().__init__(parent)
        self.setObjectName("choice")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys = [key for key, _words in options]
        self._words = [words for _key, words in options]
        self._chosen = -1
        self._other = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._buttons = [self._segment(text) for text in self._words]
        for button in self._buttons:
            row.addWidget(button)

    def _segment(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("segment")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(text)
        button.clicked.connect(self._on_clicked)
        return button

    def raw(self) -> str:
        """The key of the chosen option; what was set and is no option stays until one is chosen."""
        return self._keys[self._chosen] if self._chosen >= 0 else self._other

    def set_raw(self, raw: str) -> None:
        self._other = raw if raw not in self._keys else ""
        self._mark(self._keys.index(raw) if raw in self._keys else -1)

    def propose(self, raw: str) -> None:
        """Mark an option as proposed, which does not choose it; nothing proposed when empty."""
        for key, button in zip(self._keys, self._buttons, strict=True):
            set_tone(button, "proposed" if key == raw else "")

    def _mark(self, index: int) -> None:
        self._chosen = index
        for place, button in enumerate(self._buttons):
            button.setChecked(place == index)
        said = self._words[index] if index >= 0 else ""
        self.setAccessibleDescription(said)

    def _choose(self, index: int) -> None:
        if index == self._chosen:
            self._mark(index)
            return
        self._mark(index)
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, self._words[index]))
        self.edited.emit()

    def _on_clicked(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._choose(self._buttons.index(self.sender()))  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = self._wanted(event)
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self._choose(wanted)

    def _wanted(self, event: QKeyEvent) -> int | None:
        """The option that the key asks for."""
        last = len(self._keys) - 1
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            return max(self._chosen - 1, 0)
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            return min(self._chosen + 1, last)
        if event.key() == Qt.Key.Key_Space:
            return (self._chosen + 1) % (last + 1)
        typed = event.text().casefold()
        if typed.isdecimal() and 1 <= int(typed) <= last + 1:
            return int(typed) - 1
        fitting = [i for i, w in enumerate(self._words) if typed and w.casefold().startswith(typed)]
        later = [i for i in fitting if i > self._chosen]
        return next(iter(later or fitting), None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
