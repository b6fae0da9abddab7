"""Texts on a page: headings, leads and pills, each with its place in the stylesheet."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from jamsos_desktop.gui.tone import Tone

Kind = Literal[
    "heading",
    "group",
    "lead",
    "hint",
    "fieldLabel",
    "fieldHint",
    "wayTitle",
    "noticeWhat",
    "seen",
    "explainTitle",
    "explainSay",
    "explainLine",
    "explainAmount",
    "verdict",
]


def words(text: str, kind: Kind | None = None, parent: QWidget | None = None) -> QLabel:
    """A text that breaks its lines; ``kind`` chooses its rank."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if kind:
        label.setObjectName(kind)
    return label


class Pill(QLabel):
    """A state as a word on a coloured ground."""

    def __init__(self, text: str, tone: Tone = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName("pill")
        self.show_state(text, tone)

    def show_state(self, text: str, tone: Tone) -> None:
        """Another state."""
        self.setText(text)
        self.setAccessibleName(text)
        set_tone(self, tone)


def set_tone(widget: QWidget, tone: str) -> None:
    """Let the stylesheet colour the widget by ``tone`` (empty: as usual)."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
