"""A few things of which any number can be ticked; one stop for the Tab key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

_ROWS_SHOWN = 4


class CheckList(QListWidget):
    """Arrows move, the space bar ticks. The raw value is the ticked keys, separated by blanks."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checkList")
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemChanged.connect(self._on_changed)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Pairs of a key and its words; what was ticked before stays ticked."""
        ticked = self.raw().split()
        self.blockSignals(True)
        self.clear()
        for key, text in options:
            item = QListWidgetItem(text, self)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setToolTip(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            self._tick(item, key in ticked)
        self.blockSignals(False)
        height = max(self.fontMetrics().height() + 16, self.sizeHintForRow(0))
        self.setFixedHeight(height * min(max(len(options), 1), _ROWS_SHOWN) + 10)

    def raw(self) -> str:
        items = [self.item(place) for place in range(self.count())]
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        return " ".join(item.data(Qt.ItemDataRole.UserRole) for item in ticked)

    def set_raw(self, raw: str) -> None:
        wanted = raw.split()
        self.blockSignals(True)
        for place in range(self.count()):
            item = self.item(place)
            self._tick(item, item.data(Qt.ItemDataRole.UserRole) in wanted)
        self.blockSignals(False)

    def _tick(self, item: QListWidgetItem, ticked: bool) -> None:
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _on_changed(self) -> None:
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = max(self.currentRow(), 0)
        if event.key() == Qt.Key.Key_Space and self.count():
            self.setCurrentRow(place)
            item = self.item(place)
            self._tick(item, item.checkState() != Qt.CheckState.Checked)
        else:
            super().keyPressEvent(event)
