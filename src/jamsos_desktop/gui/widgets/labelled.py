"""An editor outside a form, below its label."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jamsos_desktop.gui.widgets.words import words


class Labelled(QWidget):
    """Both are shown or not as one thing, and the label is also the editor's name."""

    def __init__(self, title: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = words(title, "fieldLabel", self)
        label.setBuddy(editor)
        editor.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(editor)
