"""A chooser over a short list that its page knows, such as programmes or events."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui.widgets.chooser import ListChooser
from jamsos_desktop.gui.widgets.suggestions import Option


class Picker(ListChooser):
    """A chooser over a short list that may change; an empty field chooses nothing."""

    picked = Signal(str)

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        self._all: tuple[Option, ...] = ()
        super().__init__(lambda: self._all, parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.chosen.connect(self._on_chosen)
        self.textChanged.connect(self._on_text)

    def offer(self, named: Sequence[tuple[str, str, str]], chosen: str) -> None:
        """What may be chosen (key, title and more of each), and what is."""
        self._all = tuple(Option(*one) for one in named)
        if not self.hasFocus() or not self.text():
            self.set_raw(chosen)
            self.setCursorPosition(0)  # of a long title the beginning is seen

    def _on_chosen(self, option: Option) -> None:
        self.picked.emit(option.key)

    def _on_text(self, text: str) -> None:
        if not text:
            self.picked.emit("")
