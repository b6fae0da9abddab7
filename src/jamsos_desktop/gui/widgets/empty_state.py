"""What a page is for and what to do first, while there is nothing on it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jamsos_desktop.gui.icons import IconLabel
from jamsos_desktop.gui.widgets.words import words


class EmptyState(QWidget):
    """A picture, a title and a few lines in the middle."""

    def __init__(self, icon: str, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title = words(title, "group", self)
        self._text = words(text, "hint", self)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(IconLabel(icon, "border", 56, self), 0, middle)
        for label in (self._title, self._text):
            label.setAlignment(middle)
            column.addWidget(label)
        column.addStretch(3)

    def say(self, title: str, text: str) -> None:
        """Other words."""
        self._title.setText(title)
        self._text.setText(text)
