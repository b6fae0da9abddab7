"""The list below a chooser: two lines for each option, drawn over the page and never focused.

It is a child of the window instead of a window of its own, so that it can take no focus, needs
nothing from the window manager and cannot be left behind on the screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from jamsos_desktop.gui.style import colors_now

Index = QModelIndex | QPersistentModelIndex

_ROWS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose. The field shows ``title``; ``subtitle`` tells namesakes apart."""

    key: str
    title: str
    subtitle: str = ""


class _Options(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.options: tuple[Option, ...] = ()

    def replace(self, options: Sequence[Option]) -> None:
        self.beginResetModel()
        self.options = tuple(options)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self.options)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        option = self.options[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return option.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{option.title}, {option.subtitle}"
        return option if role == Qt.ItemDataRole.UserRole else None


class _TwoLines(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = 2 if index.data(Qt.ItemDataRole.UserRole).subtitle else 1
        return QSize(0, lines * (option.fontMetrics.height() + 2) + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen: Option = index.data(Qt.ItemDataRole.UserRole)
        view: QWidget = option.widget
        colors = colors_now()
        current = isinstance(view, QListView) and view.currentIndex().row() == index.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.primary_soft))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 6, 6)
        inside = option.rect.adjusted(12, 6, -12, -6)
        line = option.fontMetrics.height() + 2
        self._draw(painter, inside, line, chosen.title, option.font, colors.text, bold=True)
        if chosen.subtitle:
            inside.translate(0, line)
            self._draw(painter, inside, line, chosen.subtitle, option.font, colors.muted)
        painter.restore()

    def _draw(
        self,
        painter: QPainter,
        inside: QRect,
        line: int,
        text: str,
        font: QFont,
        color: str,
        *,
        bold: bool = False,
    ) -> None:
        font = QFont(font)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(color))
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        where = QRect(inside.left(), inside.top(), inside.width(), line)
        painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), cut)


class Suggestions(QListView):
    """Opened and steered by the field that it belongs to."""

    picked = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self._model = _Options(self)
        self.setModel(self._model)
        self.setObjectName("suggestions")
        self.setItemDelegate(_TwoLines(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(field.accessibleName())
        self.clicked.connect(self._on_clicked)
        self.hide()

    def offer(self, options: Sequence[Option], *, mark_first: bool) -> None:
        """Show the options below the field, or above it where there is more room."""
        self._model.replace(options)
        if not options:
            self.hide()
            return
        self.setCurrentIndex(self._model.index(0, 0) if mark_first else QModelIndex())
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        rows = min(len(self._model.options), _ROWS_SHOWN)
        height = sum(self.sizeHintForRow(row) for row in range(rows)) + 10
        top_left = self._field.mapTo(window, QPoint(0, 0))
        below = window.height() - top_left.y() - self._field.height() - 8
        above = top_left.y() - 8
        width = max(self._field.width(), 320)
        if height <= below or below >= above:
            height = min(height, below)
            top = top_left.y() + self._field.height() + 4
        else:
            height = min(height, above)
            top = top_left.y() - height - 4
        left = max(min(top_left.x(), window.width() - width - 8), 0)  # inside the window
        self.setGeometry(left, top, width, height)

    def step(self, by: int) -> None:
        """Mark the next or an earlier option."""
        last = len(self._model.options) - 1
        row = self.currentIndex().row()
        target = (0 if by > 0 else last) if row < 0 else min(max(row + by, 0), last)
        self.setCurrentIndex(self._model.index(target, 0))

    def marked(self) -> Option | None:
        """The option that Enter would choose."""
        row = self.currentIndex().row()
        return self._model.options[row] if self.isVisible() and row >= 0 else None

    def options(self) -> tuple[Option, ...]:
        """What is offered now."""
        return self._model.options if self.isVisible() else ()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.picked.emit(self._model.options[index.row()])
