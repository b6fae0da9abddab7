"""A field that finds one of many by any part of its name; the last five choices come first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jamsos_desktop.gui.widgets.suggestions import Option, Suggestions

Find = Callable[[str], Sequence[Option]]
Lookup = Callable[[str], Option | None]

RECENT = 5
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}


def finder(options: Sequence[Option]) -> Find:
    """Searches a short list: every word typed has to stand somewhere in the option."""
    texts = [(option, f"{option.title} {option.subtitle}".casefold()) for option in options]

    def find(text: str) -> Sequence[Option]:
        wanted = text.casefold().split()
        hits = [option for option, has in texts if all(word in has for word in wanted)]
        start = text.casefold().strip()
        return sorted(hits, key=lambda option: not option.title.casefold().startswith(start))

    return find


class Chooser(QLineEdit):
    """Typing filters, the arrows mark, Enter chooses, Escape closes the list.

    The raw value is the key of the option, or the text as typed while nothing is chosen.
    """

    edited = Signal()
    chosen = Signal(object)

    def __init__(
        self, find: Find, lookup: Lookup, parent: QWidget | None = None, *, remembers: bool = True
    ) -> None:
        """``find`` answers at once and best first; ``lookup`` gives the option of a key.

        One that does not remember offers nobody what was chosen for the person before.
        """
        super().__init__(parent)
        self._remembers = remembers
        self._find = find
        self._lookup = lookup
        self._option: Option | None = None
        self._recent: tuple[Option, ...] = ()
        self._list: Suggestions | None = None
        self.textEdited.connect(self._on_text_edited)

    @property
    def popup_open(self) -> bool:
        """The list is shown, so Enter chooses instead of moving on."""
        return self._list is not None and self._list.isVisible()

    def option(self) -> Option | None:
        """What was chosen."""
        return self._option

    def recent(self) -> tuple[Option, ...]:
        """The last five choices, newest first."""
        return self._recent

    def set_recent(self, options: Sequence[Option]) -> None:
        """Begin with the choices of an earlier day."""
        self._recent = tuple(options)[:RECENT]

    def raw(self) -> str:
        return self._option.key if self._option else self.text()

    def set_raw(self, raw: str) -> None:
        self._option = self._lookup(raw) if raw else None
        self.setText(self._option.title if self._option else raw)
        self.close_list()

    def offered(self) -> tuple[Option, ...]:
        """What the open list shows."""
        return self._list.options() if self._list else ()

    def _on_text_edited(self, text: str) -> None:
        self._option = None
        self._open(text)
        self.edited.emit()

    def _open(self, text: str) -> None:
        if self._list is None:
            self._list = Suggestions(self)
            self._list.picked.connect(self._on_picked)
            self.window().installEventFilter(self)
        self._list.offer(self._options_for(text), mark_first=bool(text.strip()))

    def _options_for(self, text: str) -> tuple[Option, ...]:
        found = tuple(self._find(text))
        if text.strip():
            hits = {option.key for option in found}
            first = tuple(option for option in self._recent if option.key in hits)
        else:
            first = self._recent
        taken = {option.key for option in first}
        return first + tuple(option for option in found if option.key not in taken)

    def _on_picked(self, option: Option) -> None:
        self._option = option
        if self._remembers:
            self._recent = (option, *(o for o in self._recent if o.key != option.key))[:RECENT]
        self.setText(option.title)
        self.close_list()
        self.edited.emit()
        self.chosen.emit(option)

    def close_list(self) -> None:
        """Put the list away."""
        if self._list is not None:
            self._list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._step(step)
        elif self.popup_open and event.key() == Qt.Key.Key_Escape:
            self.close_list()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._choose_marked():
            return
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        if self._list is not None and self._list.isVisible():
            self._list.step(by)
        else:
            self._open("" if self._option else self.text())

    def _choose_marked(self) -> bool:
        marked = self._list.marked() if self._list else None
        if marked:
            self._on_picked(marked)
        return marked is not None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.settle()
        self.close_list()

    def settle(self) -> None:
        """Choose by itself what was typed in full, so that leaving the field loses nothing."""
        text = self.text().strip().casefold()
        if self._option is None and text:
            same = [o for o in self._find(text) if o.title.casefold() == text]
            if len(same) == 1:
                self._on_picked(same[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.close_list()
        return super().eventFilter(watched, event)


class ListChooser(Chooser):
    """A chooser over a short list that its page knows, and that may be another one each time."""

    def __init__(
        self,
        options: Callable[[], Sequence[Option]],
        parent: QWidget | None = None,
        *,
        remembers: bool = True,
    ) -> None:
        def find(text: str) -> Sequence[Option]:
            return finder(options())(text)

        def lookup(key: str) -> Option | None:
            return next((option for option in options() if option.key == key), None)

        super().__init__(find, lookup, parent, remembers=remembers)
