"""One read-only table for every list: frozen rows, fetched page by page, states as pills."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from jamsos_desktop.gui.style import TONES, colors_now
from jamsos_desktop.gui.tone import Tone

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
TONE_ROLE = Qt.ItemDataRole.UserRole

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column(Generic[Row]):
    """How one column is made from a row.

    ``copied`` replaces the value in copied text (a masked NIK); ``order`` is the name by which the
    rows are asked for in this column's order, empty where there is none.
    """

    title: str
    value: Callable[[Row], str]
    numbers: bool = False
    tone: Callable[[Row], Tone] | None = None
    copied: Callable[[Row], str] | None = None
    order: str = ""


class RowsTable(QAbstractTableModel, Generic[Row]):
    """Shows the rows that it was given and asks for more when the end comes in sight."""

    more_wanted = Signal(int)
    order_wanted = Signal(str, bool)

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[Row] = []
        self._more = False
        self._asked = False

    def show_rows(self, rows: Sequence[Row], *, more: bool = False) -> None:
        """Show these rows only. ``more`` says that others follow."""
        self.beginResetModel()
        self._rows = list(rows)
        self._more, self._asked = more, False
        self.endResetModel()

    def append_rows(self, rows: Sequence[Row], *, more: bool) -> None:
        """The answer to ``more_wanted``."""
        self._more, self._asked = more, False
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def row(self, index: Index) -> Row:
        """The row that stands at the index."""
        return self._rows[index.row()]

    def rows(self) -> tuple[Row, ...]:
        """All rows that have been fetched."""
        return tuple(self._rows)

    def as_text(self, numbers: Sequence[int]) -> str:
        """Rows as tab-separated text with a heading, identity numbers masked."""
        lines = ["\t".join(column.title for column in self._columns)]
        for number in numbers:
            row = self._rows[number]
            lines.append("\t".join((c.copied or c.value)(row) for c in self._columns))
        return "\n".join(lines)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.value(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.numbers else _LEFT
        if role == TONE_ROLE and column.tone:
            return column.tone(row)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._columns[section].numbers else _LEFT
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit(len(self._rows))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the rows in another order; whoever holds them all sorts them."""
        if 0 <= column < len(self._columns) and self._columns[column].order:
            descending = order == Qt.SortOrder.DescendingOrder
            self.order_wanted.emit(self._columns[column].order, descending)


class PillDelegate(QStyledItemDelegate):
    """Paints a state as a word in a coloured pill, and who it is in bold."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() == 0:
            option.font.setWeight(QFont.Weight.DemiBold)
        if index.data(TONE_ROLE):
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        tone = index.data(TONE_ROLE)
        if tone:
            self._paint_pill(painter, option, str(index.data()), tone)

    def _paint_pill(
        self, painter: QPainter, option: QStyleOptionViewItem, text: str, tone: str
    ) -> None:
        colors = colors_now()
        ink, ground = (QColor(getattr(colors, name)) for name in TONES[tone])
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        width = min(metrics.horizontalAdvance(text) + 24, option.rect.width() - 16)
        height = metrics.height() + 4
        pill = QRectF(option.rect.left() + 8, 0, width, height)
        pill.moveTop(option.rect.center().y() - height / 2 + 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(ink)
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width) - 16)
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), cut)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        metrics = option.fontMetrics
        wide = metrics.horizontalAdvance(str(index.data())) + 44 if index.data(TONE_ROLE) else 0
        return QSize(max(hint.width() + 16, wide), hint.height())


class TableView(QTableView, Generic[Row]):
    """A list of rows: whole rows are chosen, Enter opens one, Ctrl+C copies with masked NIKs."""

    opened = Signal(object)

    def __init__(self, model: RowsTable[Row], name: str, parent: QWidget | None = None) -> None:
        """``name`` says aloud what the table lists."""
        super().__init__(parent)
        self._table = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(PillDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(44, self.fontMetrics().height() + 20))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicatorShown(False)
        header.sectionClicked.connect(self._on_header)
        self.doubleClicked.connect(self._on_open)

    def selectRow(self, row: int) -> None:
        """Mark this row alone.

        Qt's own adds to what is marked, or takes from it, while Ctrl or Shift is held down: a list
        that fills itself just after Ctrl+S would mark several rows, or none.
        """
        flags = QItemSelectionModel.SelectionFlag
        index = self._table.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def chosen(self) -> list[Row]:
        """The rows that are marked, from the top down."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = self._table.rows()
        return [rows[number] for number in numbers]

    def show_rows(
        self, rows: Sequence[Row], key: Callable[[Row], object], *, more: bool = False
    ) -> None:
        """Show these rows only, and mark the one that was marked, or else the first.

        ``key`` says of a row who it is; ``more`` that others follow.
        """
        marked = {key(row) for row in self.chosen()[:1]}
        self._table.show_rows(rows, more=more)
        if rows:
            self.selectRow(next((i for i, row in enumerate(rows) if key(row) in marked), 0))

    def fit_columns(
        self,
        widest: int | None = None,
        only: Sequence[int] | None = None,
        *,
        least: int = 0,
        room: int = 0,
    ) -> None:
        """Give every column the width of what it shows now.

        Those of ``only`` (all but the last, which takes what is left) get ``room`` more, and become
        no narrower than ``least`` and no wider than ``widest``; all in pixels.
        """
        self.resizeColumnsToContents()
        if widest is None:
            return
        header = self.horizontalHeader()
        for section in range(header.count() - 1) if only is None else only:
            wanted = max(header.sectionSize(section) + room, least)
            header.resizeSection(section, min(wanted, widest))

    def _on_header(self, section: int) -> None:
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        self._table.sort(section, header.sortIndicatorOrder())

    def _on_open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._table.row(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            numbers = sorted({index.row() for index in self.selectionModel().selectedRows()})
            QGuiApplication.clipboard().setText(self._table.as_text(numbers))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._on_open(self.currentIndex())
        else:
            super().keyPressEvent(event)
