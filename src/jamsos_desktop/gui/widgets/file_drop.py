"""Files that are dropped onto a page or a field from the file manager."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


def _always() -> bool:
    return True


def accept_file(
    target: QWidget, take: Callable[[Path], object], welcome: Callable[[], bool] = _always
) -> None:
    """Let one file or folder be dropped onto ``target``; of several the first is taken.

    ``welcome`` says whether one may be dropped just now.
    """
    _Drop(target, partial(_take_first, take), welcome)


def accept_files(target: QWidget, take: Callable[[list[Path]], object]) -> None:
    """Let any number of files and folders be dropped onto ``target``."""
    _Drop(target, take, _always)


def _take_first(take: Callable[[Path], object], paths: list[Path]) -> None:
    take(paths[0])


class _Drop(QObject):
    """Stands before a widget; what has no path here (a link, a piece of text) is not taken."""

    def __init__(
        self,
        target: QWidget,
        take: Callable[[list[Path]], object],
        welcome: Callable[[], bool],
    ) -> None:
        super().__init__(target)
        self._take, self._welcome = take, welcome
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if not isinstance(event, QDropEvent) or kind == QEvent.Type.DragMove:
            return super().eventFilter(watched, event)
        paths = _local(event.mimeData()) if self._welcome() else []
        if paths:
            event.acceptProposedAction()
            if kind == QEvent.Type.Drop:
                self._take(paths)
        return True


def _local(dragged: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
