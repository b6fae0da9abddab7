"""What pages that are no form have in common: title, notice, body, and a footer with progress."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.widgets.notice import Notice
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.gui.work import Progress
from jamsos_desktop.i18n import _


class PageFrame(QWidget):
    """The page fills ``body``; its one primary button stands at the bottom right."""

    stop_wanted = Signal()

    def __init__(self, title: str, lead: str = "", parent: QWidget | None = None) -> None:
        """``lead`` says in a line what the page is for."""
        super().__init__(parent)
        self.setObjectName("page")
        self.heading = words(title, "heading", self)
        self.notice = Notice(self)
        self.body = QVBoxLayout()
        self._head = QHBoxLayout()
        self.status = words("", "hint", self)
        self._doing = Elided("doing", self)
        self._bar = QProgressBar(self)
        self.stop = QPushButton(_("Hentikan"), self)
        self.stop.clicked.connect(self.stop_wanted)
        self.footer = QFrame(self)
        self._buttons = QHBoxLayout(self.footer)
        self._primary: QPushButton | None = None
        self._lay_out(lead)
        self.show_progress(None)

    def _lay_out(self, lead: str) -> None:
        self.body.setSpacing(12)
        column = QVBoxLayout()
        column.setContentsMargins(32, 20, 24, 16)
        column.setSpacing(12)
        self._head.setSpacing(12)
        self._head.addWidget(self.heading, 1)
        column.addLayout(self._head)
        if lead:
            column.addWidget(words(lead, "lead", self))
        column.addWidget(self.notice)
        column.addLayout(self.body, 1)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self.footer.setObjectName("footer")
        self._buttons.setContentsMargins(32, 8, 24, 8)
        self._buttons.setSpacing(12)
        self._buttons.addWidget(self._bar)
        self._buttons.addWidget(self._doing, 1)
        self._buttons.addWidget(self.stop)
        self._buttons.addWidget(self.status, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(column, 1)
        page.addWidget(self.footer)

    def add_beside_heading(self, widget: QWidget) -> None:
        """Something small at the right of the title."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_primary(self, text: str, key: str, *, bind: bool = True) -> QPushButton:
        """The page's one primary button, with its key written on it.

        Enter is not bound: the table and the button itself listen to it.
        """
        button = QPushButton(keys.label(text, key), self.footer)
        button.setObjectName("primary")
        button.setAccessibleName(text)
        if bind:
            keys.bind(key, self, button.click)
        self._buttons.addWidget(button)
        self._primary = button
        return button

    def add_button(self, text: str) -> QPushButton:
        """A lesser button, left of the primary one."""
        button = QPushButton(keys.plain(text), self.footer)
        button.setAccessibleName(text)
        place = self._buttons.count() - (1 if self._primary else 0)
        self._buttons.insertWidget(place, button)
        return button

    def show_progress(
        self, progress: Progress | None, instead_of: Sequence[QPushButton] = ()
    ) -> None:
        """How far the work is, with a way to stop it; None when there is none.

        ``instead_of`` are lesser buttons whose room it takes, where there is not enough for all.
        """
        shown = (self._doing, self._bar, self.stop)
        rest = (self.status, *instead_of)
        comes, goes = (rest, shown) if progress is None else (shown, rest)
        for widget in goes:  # first, or the page would be too wide for a moment
            widget.hide()
        for widget in comes:
            widget.show()
        if progress is not None:
            self._doing.show_text(progress.doing)
            self._bar.setAccessibleName(progress.doing)
            self._bar.setMaximum(progress.total)
            self._bar.setValue(progress.done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if enter and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)


def usable(button: QPushButton, why_not: str) -> None:
    """Let a button be pressed, or say at it why it cannot be."""
    button.setEnabled(not why_not)
    button.setToolTip(why_not)
    button.setAccessibleDescription(why_not)
