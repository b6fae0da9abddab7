"""A few things of which any number can be ticked; one stop for the Tab key."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from jamsos_desktop.gui.icons import pixmap
from jamsos_desktop.gui.style import colors_now

_ROWS_SHOWN = 4
_BOX = 20  # px
_LEFT = 10  # px from the edge to the box


class CheckList(QListWidget):
    """Arrows move, the space bar or a press ticks. The raw value is the ticked keys with blanks."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checkList")
        self.setItemDelegate(_Ticks(self))
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(self._toggle)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Pairs of a key and its words; what was ticked before stays ticked."""
        ticked = self.raw()
        self.clear()
        for key, text in options:
            item = QListWidgetItem(text, self)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setToolTip(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.set_raw(ticked)
        height = max(self.fontMetrics().height() + 16, self.sizeHintForRow(0))
        self.setFixedHeight(height * min(max(len(options), 1), _ROWS_SHOWN) + 12)

    def raw(self) -> str:
        items = [self.item(place) for place in range(self.count())]
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        return " ".join(item.data(Qt.ItemDataRole.UserRole) for item in ticked)

    def set_raw(self, raw: str) -> None:
        wanted = raw.split()
        items = [self.item(place) for place in range(self.count())]
        for item in items:
            _tick(item, item.data(Qt.ItemDataRole.UserRole) in wanted)
        for item in [item for item in items if item.checkState() == Qt.CheckState.Checked][:1]:
            self.scrollToItem(item)

    def _toggle(self, item: QListWidgetItem) -> None:
        _tick(item, item.checkState() != Qt.CheckState.Checked)
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.count():
            self.setCurrentRow(max(self.currentRow(), 0))
            self._toggle(self.item(self.currentRow()))
        else:
            super().keyPressEvent(event)


def _tick(item: QListWidgetItem, ticked: bool) -> None:
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)


class _Ticks(QStyledItemDelegate):
    """Draws the box itself: the style's own is too small and vanishes on a dark ground."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = QSize(_LEFT + _BOX, _BOX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        colors = colors_now()
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        box = QRect(option.rect.left() + _LEFT, 0, _BOX, _BOX)
        box.moveTop(option.rect.center().y() - _BOX // 2 + 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.primary if ticked else colors.border), 2))
        painter.setBrush(QColor(colors.primary if ticked else colors.surface))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(
                box.adjusted(2, 2, -2, -2), pixmap("check", colors.on_primary, 16, ratio)
            )
        painter.restore()
