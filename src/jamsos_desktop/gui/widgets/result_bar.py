"""The line at the bottom of the window: the result of the last action, with undo where it can."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.icons import ButtonIcon, IconLabel
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.i18n import _


class ResultBar(QFrame):
    """Says one result at a time; always there, so that nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self.setAccessibleName(_("Hasil tindakan terakhir"))
        self._undo: Callable[[], object] | None = None
        self._sign = IconLabel("circle-check", "success", 18, self)
        self._text = Elided("resultText", self)
        self.undo_button = QPushButton(keys.label(_("Urungkan"), "undo"), self)
        self.undo_button.setObjectName("link")
        self.undo_button.setAccessibleName(_("Urungkan"))
        ButtonIcon(self.undo_button, "undo-2", "primary", None, 16)
        self.undo_button.clicked.connect(self.undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 4, 24, 4)
        row.setSpacing(8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self.undo_button)
        self.setFixedHeight(max(36, self.fontMetrics().height() + 16))
        self.clear()

    def show_result(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done; ``undo`` takes it back."""
        self._undo = undo
        self._sign.setVisible(bool(text))
        self._text.show_text(text)
        self.undo_button.setVisible(undo is not None)

    def clear(self) -> None:
        """Say nothing."""
        self.show_result("")

    def undo(self) -> None:
        """Take the last action back, if it can be."""
        undo = self._undo
        if undo is not None:
            self.clear()
            undo()
