"""What every field of a form can do, whatever it looks like."""

from typing import Protocol, cast

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QLineEdit, QWidget


class Editor(Protocol):
    """A widget in which one value is given.

    ``raw`` is what a draft keeps, so that a killed program comes back with the same text;
    ``edited`` tells that a person changed it (``set_raw`` does not).
    """

    edited: SignalInstance

    def raw(self) -> str: ...

    def set_raw(self, raw: str) -> None: ...


def as_editor(widget: QWidget) -> Editor:
    """The widget as an editor; a mistake of the caller shows at once."""
    if not all(hasattr(widget, name) for name in ("edited", "raw", "set_raw")):
        raise TypeError(f"{type(widget).__name__} is no editor")
    return cast("Editor", widget)


class TextEdit(QLineEdit):
    """A line of text."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(self._on_text_edited)

    def _on_text_edited(self, _text: str) -> None:
        self.edited.emit()

    def raw(self) -> str:
        return self.text()

    def set_raw(self, raw: str) -> None:
        self.setText(raw)


def set_expected_length(edit: QLineEdit, characters: int) -> None:
    """Make the field as wide as what is expected in it."""
    digit = edit.fontMetrics().horizontalAdvance("0")
    edit.setFixedWidth(round(digit * characters * 1.25) + 40)
