"""The page "Keputusan": who is perhaps the same, corrections that differ, and what is decided."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from jamsos_desktop.gui.decisions.conflicts_view import ConflictsView
from jamsos_desktop.gui.decisions.decided_view import DecidedView
from jamsos_desktop.gui.decisions.duplicates_view import DuplicatesView
from jamsos_desktop.gui.decisions.tabs import CONFLICTS, DECIDED, DUPLICATES
from jamsos_desktop.gui.page_context import PageContext


class DecisionsView(QWidget):
    """Changes between the lists."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.duplicates = DuplicatesView(context, self)
        self.conflicts = ConflictsView(context, self)
        self.decided = DecidedView(context, self)
        self._pages: dict[str, DuplicatesView | ConflictsView | DecidedView] = {
            DUPLICATES: self.duplicates,
            CONFLICTS: self.conflicts,
            DECIDED: self.decided,
        }
        self._stack = QStackedLayout(self)
        for page in self._pages.values():
            self._stack.addWidget(page)
            page.tabs.wanted.connect(self.show_list)

    def show_list(self, key: str) -> None:
        """Show this list, as it is now."""
        page = self._pages[key]
        self._stack.setCurrentWidget(page)
        page.open()
        page.tabs.choice.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            for page in self._pages.values():
                if self._stack.currentWidget() is page:
                    page.open()
