"""A line of digits that are grouped while they are typed; the cursor stays by its digit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from jamsos_desktop.i18n import _


class GroupedEdit(QLineEdit):
    """The base of fields for NIK, money and telephone numbers.

    Nothing is cut off: one digit too many has to be seen to be corrected.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setDragEnabled(False)
        self.textEdited.connect(self._on_text_edited)

    def digits(self) -> str:
        """What was typed, without its grouping."""
        return self.clean(self.text())

    def clean(self, text: str) -> str:
        """The digits that ``text`` stands for."""
        return "".join(c for c in text if c.isascii() and c.isdigit())

    def group(self, digits: str) -> str:
        """How the digits are shown."""
        raise NotImplementedError

    def pasted(self, text: str) -> str | None:
        """The digits in something pasted, or None where they cannot be told."""
        return self.clean(text)

    def raw(self) -> str:
        return self.digits()

    def set_raw(self, raw: str) -> None:
        self.setText(self.group(self.clean(raw)))

    def _on_text_edited(self, text: str) -> None:
        before = len(self.clean(text[: self.cursorPosition()]))
        shown = self.group(self.clean(text))
        if shown != text:
            self.setText(shown)
            self.setCursorPosition(self._place_after(before))
        self.edited.emit()

    def _place_after(self, count: int) -> int:
        """The cursor position behind the ``count``-th digit."""
        if count == len(self.digits()):
            return len(self.text())
        text = self.text()
        place = 0
        while place < len(text) and len(self.clean(text[:place])) < count:
            place += 1
        return place

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
            return
        if not self.hasSelectedText():
            self._step_over_separator(event.key())
        super().keyPressEvent(event)

    def _step_over_separator(self, key: int) -> None:
        """Let Backspace and Delete take a digit, not the gap that would come back at once."""
        text, place = self.text(), self.cursorPosition()
        if key == Qt.Key.Key_Backspace:
            while place > 0 and not text[place - 1].isdigit() and self.clean(text[:place]):
                place -= 1
        elif key == Qt.Key.Key_Delete:
            while place < len(text) and not text[place].isdigit():
                place += 1
        self.setCursorPosition(place)

    def paste(self) -> None:
        """Put the digits of the clipboard at the cursor, whatever else stands around them."""
        digits = self.pasted(QGuiApplication.clipboard().text())
        if digits:
            self.insert(digits)  # tells as typing does, so it is grouped there

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Tempel")).triggered.connect(self.paste)
        menu.addAction(_("Kosongkan")).triggered.connect(self._on_clear)
        menu.popup(event.globalPos())

    def _on_clear(self) -> None:
        self.clear()
        self.edited.emit()
