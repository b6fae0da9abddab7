"""Names with values on a quiet panel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QWidget

from jamsos_desktop.gui.preferences.state import Fact
from jamsos_desktop.gui.widgets.words import words


class Facts(QFrame):
    """Names with values that can be marked and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 12, 20, 12)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.values: list[QLabel | QLineEdit] = []

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Say these; their number stays the same."""
        if not self.values:
            self.values = [self._row(place, fact) for place, fact in enumerate(facts)]
        for shown, fact in zip(self.values, facts, strict=True):
            if shown.text() != fact.value:
                shown.setText(fact.value)
            if isinstance(shown, QLineEdit):
                shown.setToolTip(fact.value)
                shown.setCursorPosition(0)

    def _row(self, place: int, fact: Fact) -> QLabel | QLineEdit:
        name = QLabel(fact.name, self)
        name.setObjectName("fieldLabel")
        shown = _line(self) if fact.path else _text(self)
        shown.setAccessibleName(fact.name)
        name.setBuddy(shown)
        beside = Qt.AlignmentFlag.AlignVCenter if fact.path else Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(name, place, 0, beside)
        self._grid.addWidget(shown, place, 1)
        return shown


def _text(parent: QWidget) -> QLabel:
    shown = words("", None, parent)
    by = Qt.TextInteractionFlag
    shown.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
    return shown


def _line(parent: QWidget) -> QLineEdit:
    """For a path: as long as it may be, the arrows reach its end."""
    shown = QLineEdit(parent)
    shown.setObjectName("fact")
    shown.setReadOnly(True)
    shown.setTextMargins(-3, 0, 0, 0)  # its text begins where that of the labels begins
    return shown
