"""Dragging files from the file manager onto a widget, for the tests of pages and fields."""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication


def files(*paths):
    """What the file manager drags."""
    return urls(*(QUrl.fromLocalFile(str(path)) for path in paths))


def urls(*found):
    """What a browser drags."""
    dragged = QMimeData()
    dragged.setUrls(list(found))
    return dragged


def drop(widget, dragged):
    """Drag this over the widget and let it go there; whether the widget wanted it."""
    where, copy = QPointF(5, 5), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), copy, dragged, left, none)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(where, copy, dragged, left, none))
    return enter.isAccepted()
