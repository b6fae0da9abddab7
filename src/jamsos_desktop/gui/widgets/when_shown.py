"""What a page does each time it is turned to: look again, for other pages may have changed it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


def when_shown(page: QWidget, look: Callable[[], object]) -> None:
    """Do ``look`` whenever the page is turned to, and not when its window comes back to view."""
    page.installEventFilter(_Shown(page, look))


class _Shown(QObject):
    """Stands before a page and waits for it to be shown."""

    def __init__(self, page: QWidget, look: Callable[[], object]) -> None:
        super().__init__(page)
        self._look = look

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and not event.spontaneous():
            self._look()
        return super().eventFilter(watched, event)
