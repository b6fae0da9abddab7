"""A button on a person's page, and the line for the reason that it opens."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.page_frame import usable
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class ReasonBar(QFrame):
    """``button`` stands among the page's buttons; the frame itself only while a reason is asked."""

    confirmed = Signal(str)  # the reason

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("tone", "warning")
        self.button = QPushButton(parent)
        self.reason = TextEdit(self)
        self.confirm = QPushButton(self)
        self.back = QPushButton(_("Kembali"), self)
        self._what = words("", "noticeWhat", self)
        self._more = words("", None, self)
        self._lay_out()
        self.button.clicked.connect(self._on_asked)
        self.reason.returnPressed.connect(self._on_confirmed)
        self.confirm.clicked.connect(self._on_confirmed)
        self.back.clicked.connect(self._on_back)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._what)
        column.addWidget(self._more)
        self.reason.setPlaceholderText(_("Alasannya, dengan singkat"))
        self.reason.setAccessibleName(_("Alasan"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.reason, 1)
        row.addWidget(self.back)
        row.addWidget(self.confirm)
        column.addLayout(row)

    def offer(self, order: str, question: str, more: str, why_not: str) -> None:
        """Offer this; nothing is asked any more. ``why_not`` says why the officer may not."""
        self.hide()
        self.reason.clear()
        self.say(question, more)
        for button in (self.button, self.confirm):
            button.setText(order)
            button.setAccessibleName(order)
        usable(self.button, why_not)

    def say(self, question: str, more: str) -> None:
        """Ask this, also while it is open."""
        self._what.setText(question)
        self._more.setText(more)
        self._more.setVisible(bool(more))

    def ask(self) -> None:
        """Open the line for the reason."""
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_asked(self) -> None:
        self.ask()

    def _on_confirmed(self) -> None:
        if self.reason.text().strip():
            self.confirmed.emit(self.reason.text())
        else:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self.hide()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
