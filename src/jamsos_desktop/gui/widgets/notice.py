"""A bar above a page's content that says how something went, without a dialogue box."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui.icons import ButtonIcon, IconLabel
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.gui.widgets.words import set_tone, words
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation

ICONS: dict[Tone, str] = {
    "error": "circle-x",
    "warning": "triangle-alert",
    "info": "info",
    "success": "circle-check",
}


class Notice(QFrame):
    """Hidden until there is something to say; one message at a time."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, stays: bool = False) -> None:
        """One that ``stays`` cannot be closed: it says what is being asked."""
        super().__init__(parent)
        self.setObjectName("notice")
        self._undo: Callable[[], None] | None = None
        self._icon = IconLabel("info", "info", 24, self)
        self._what = words("", "noticeWhat", self)
        self._more = words("", None, self)
        self._undo_button = QPushButton(_("Urungkan"), self)
        self._undo_button.clicked.connect(self._on_undo)
        self._close = QPushButton(self)
        self._close.setObjectName("link")
        self._close.setAccessibleName(_("Tutup pesan ini"))
        self._close.setToolTip(_("Tutup pesan ini"))
        ButtonIcon(self._close, "x", "text")
        self._close.clicked.connect(self._on_close)
        self._close.setVisible(not stays)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self._what)
        texts.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self._undo_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def show_error(self, error: Explanation) -> None:
        """What happened in bold; below it what it means for the data and what to do."""
        self._show("error", error.what, f"{error.data} {error.todo}")

    def show_warning(self, text: str, more: str = "") -> None:
        """Something wants a look."""
        self._show("warning", text, more)

    def show_info(self, text: str, more: str = "") -> None:
        """Something to know."""
        self._show("info", text, more)

    def show_success(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Something went well; ``undo`` takes it back."""
        self._show("success", text, "", undo)

    def show_message(self, tone: Tone, what: str, more: str = "") -> None:
        """A message whose rank the caller knows."""
        self._show(tone, what, more)

    def show_outcome(
        self, error: Explanation | None, *, warning: str = "", success: str = ""
    ) -> None:
        """The gravest of what a page has to say; nothing where it has nothing."""
        if error is not None:
            self.show_error(error)
        elif warning:
            self.show_warning(warning)
        elif success:
            self.show_success(success)
        else:
            self.clear()

    def clear(self) -> None:
        """Say nothing any more."""
        self._undo = None
        self.hide()

    def text(self) -> str:
        """The whole message as it is read aloud."""
        return f"{self._what.text()} {self._more.text()}".strip()

    def _show(
        self, tone: Tone, what: str, more: str, undo: Callable[[], None] | None = None
    ) -> None:
        self._undo = undo
        set_tone(self, tone)
        self._icon.show_icon(ICONS[tone], tone)
        self._what.setText(what)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._undo_button.setVisible(undo is not None)
        self.setAccessibleName(self.text())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _on_undo(self) -> None:
        undo = self._undo
        self.clear()
        if undo:
            undo()

    def _on_close(self) -> None:
        self.clear()
        self.closed.emit()
