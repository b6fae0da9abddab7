"""A button that can say why it does nothing now, also to those who have no mouse."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPushButton, QWidget

from jamsos_desktop.gui.widgets.words import set_tone


class Order(QPushButton):
    """While it refuses it looks quiet but takes the cursor, says its reason, and orders nothing."""

    ordered = Signal()
    refused = Signal(str)  # pressed all the same: the reason
    reason_said = Signal(str)  # the cursor came (the reason) or went (nothing)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._reason = ""
        self.clicked.connect(self._on_clicked)

    @property
    def reason(self) -> str:
        """Why it does nothing now; empty while it does."""
        return self._reason

    def refuse(self, reason: str) -> None:
        """Do nothing from now on, for this reason; do it again where the reason is empty."""
        if reason == self._reason:
            return
        self._reason = reason
        set_tone(self, "refused" if reason else "")
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)
        if self.hasFocus():
            self.reason_said.emit(reason)

    def _on_clicked(self) -> None:
        if self._reason:
            self.refused.emit(self._reason)
        else:
            self.ordered.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reason_said.emit(self._reason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.reason_said.emit("")
