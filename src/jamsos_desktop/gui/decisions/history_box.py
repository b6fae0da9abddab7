"""The journal of one registration, beside what is compared."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from jamsos_desktop.gui.participants.person import Event
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _

_WIDTH = 216  # px
_MOST = 12  # entries; the person's own page has them all


class HistoryBox(QScrollArea):
    """The latest entry first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("formScroll")
        self.setAccessibleName(_("Riwayat"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFixedWidth(_WIDTH)
        inside = QWidget(self)
        inside.setObjectName("formInside")
        self._title = words("", "group", inside)
        self._text = words("", None, inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 0, 4, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addStretch(1)
        self.setWidget(inside)

    def show_history(self, number: str, history: Sequence[Event]) -> None:
        """Show what happened to the registration with this number."""
        self._title.setText(_("Riwayat {number}", number=number))
        blocks = [
            "\n".join((one.what, *one.changes, f"{one.when}, {one.who}")) for one in history[:_MOST]
        ]
        if len(history) > _MOST:
            blocks.append(_("… dan {count} catatan lagi", count=len(history) - _MOST))
        self._text.setText("\n\n".join(blocks))

    def text(self) -> str:
        """Everything that is shown."""
        return f"{self._title.text()}\n{self._text.text()}"
