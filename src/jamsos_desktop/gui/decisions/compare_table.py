"""A table that compares: a line for each field, a column for each side, differences marked."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from jamsos_desktop.gui.decisions.cells import Cell, Row
from jamsos_desktop.gui.style import colors_now
from jamsos_desktop.gui.tables import Index
from jamsos_desktop.i18n import _

LABEL = 126  # px, of the first column
_EDGE, _GAP = 8, 3  # px beside and above a text
DIFFERS = "≠"


class CompareModel(QAbstractTableModel):
    """Rows as they were given; the first column is what the field is called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.titles: tuple[str, ...] = ()
        self.chosen: frozenset[tuple[str, int]] = frozenset()  # (field, side)
        self.faded: frozenset[int] = frozenset()  # sides that do not count

    def show_rows(self, rows: Sequence[Row], titles: Sequence[str]) -> None:
        """Show these lines with a title over each side."""
        self.beginResetModel()
        self.rows, self.titles = tuple(rows), tuple(titles)
        self.endResetModel()

    def mark(self, chosen: frozenset[tuple[str, int]], faded: frozenset[int]) -> None:
        """Which values are chosen, and which sides do not count."""
        if (chosen, faded) != (self.chosen, self.faded):
            self.chosen, self.faded = chosen, faded
            last = self.index(len(self.rows) - 1, len(self.titles))
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.titles) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.titles[section - 1] if section else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """For who hears it read: the difference and the choice as words."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label if index.column() == 0 else self.cell(index).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if index.column() == 0:
                return _("{field}, berbeda", field=row.label) if row.differs else row.label
            said = ", ".join(filter(None, (self.cell(index).text, self.cell(index).note)))
            return _("{value}, dipilih", value=said) if self.is_chosen(index) else said
        return None

    def cell(self, index: Index) -> Cell:
        """The value at an index that is not in the first column."""
        cells = self.rows[index.row()].cells
        return cells[index.column() - 1] if index.column() <= len(cells) else Cell("")

    def is_chosen(self, index: Index) -> bool:
        """Whether this value was chosen."""
        return (self.rows[index.row()].name, index.column() - 1) in self.chosen


class _CompareDelegate(QStyledItemDelegate):
    """Paints a cell: what differs stands on a ground of its own, bold and underlined."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, CompareModel)
        row, colors = model.rows[index.row()], colors_now()
        rect = option.rect
        painter.save()
        painter.fillRect(rect, QColor(colors.warning_soft if row.differs else colors.surface))
        painter.setPen(QColor(colors.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        faded = index.column() - 1 in model.faded and index.column() > 0
        ink = colors.muted if index.column() == 0 or faded else colors.text
        painter.setPen(QColor(ink))
        top = rect.top() + _GAP
        for layout in self._texts(option, index, rect.width()):
            layout.draw(painter, QPointF(rect.left() + _EDGE, top))
            top += int(layout.boundingRect().height())
        self._marks(painter, option, index)
        painter.restore()

    def _marks(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, colors, rect = index.model(), colors_now(), option.rect
        assert isinstance(model, CompareModel)
        if index.column() == 0 and model.rows[index.row()].differs:
            painter.setPen(QColor(colors.warning))
            place = QRectF(rect.right() - 26, rect.top() + _GAP, 20, 20)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight), DIFFERS)
        if index.column() and model.is_chosen(index):
            painter.setPen(QColor(colors.success))
            place = QRectF(rect.right() - 26, rect.top() + _GAP, 20, 20)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight), "✓")
        view = self.parent()
        if isinstance(view, QTableView) and view.currentIndex() == index and index.column():
            pen = painter.pen()
            pen.setColor(QColor(colors.focus if view.hasFocus() else colors.border))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _texts(self, option: QStyleOptionViewItem, index: Index, width: int) -> list[QTextLayout]:
        model = index.model()
        assert isinstance(model, CompareModel)
        marked = index.column() == 0 or bool(model.rows[index.row()].name)
        inside = max(40, width - 2 * _EDGE - 18 * marked)  # room for a mark at the right
        if index.column() == 0:
            return [_laid_out(model.rows[index.row()].label, option.font, inside)]
        cell = model.cell(index)
        font = QFont(option.font)
        if model.rows[index.row()].differs:
            font.setWeight(QFont.Weight.DemiBold)
        texts = [_laid_out(cell.text, font, inside, cell)]
        if cell.note:
            small = QFont(option.font)
            small.setPointSizeF(option.font.pointSizeF() * 0.9)
            texts.append(_laid_out(cell.note, small, inside))
        return texts

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QTableView)
        width = view.columnWidth(index.column())
        height = sum(t.boundingRect().height() for t in self._texts(option, index, width))
        return QSize(width, int(height) + 2 * _GAP)


class CompareTable(QTableView):
    """Arrows move from value to value; nothing is edited here."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` says aloud what is compared."""
        super().__init__(parent)
        self.compared = CompareModel(self)
        self.setModel(self.compared)
        self.setAccessibleName(name)
        self.setItemDelegate(_CompareDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(24)
        header = self.horizontalHeader()
        header.hide()  # what stands over the columns is a widget of its own
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_rows(self, rows: Sequence[Row], titles: Sequence[str]) -> None:
        """Compare these from the first line on, with the cursor on the first value."""
        self.compared.show_rows(rows, titles)
        self._share()
        self.scrollToTop()
        if rows:
            first = next((n for n, row in enumerate(rows) if row.name), 0)
            self.setCurrentIndex(self.compared.index(first, 1))
            self.scrollToTop()

    def side(self) -> int:
        """The side in which the cursor stands; 0 for the first."""
        return max(0, self.currentIndex().column() - 1)

    def field(self) -> str:
        """The field in which the cursor stands; empty where it is none."""
        row = self.currentIndex().row()
        return self.compared.rows[row].name if 0 <= row < len(self.compared.rows) else ""

    def _share(self) -> None:
        """All sides are equally wide, and each line as tall as its longest text."""
        count = len(self.compared.titles)
        if count:
            wide = (self.viewport().width() - LABEL) // count
            self.setColumnWidth(0, LABEL)
            for column in range(1, count + 1):
                self.setColumnWidth(column, max(60, wide))
            for row in range(len(self.compared.rows)):  # the header's own hint is too tall
                self.setRowHeight(row, self.sizeHintForRow(row))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._share()


def _laid_out(text: str, font: QFont, width: int, cell: Cell | None = None) -> QTextLayout:
    """A text broken into lines; what differs in a cell is underlined."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if cell is not None and cell.spans:
        layout.setFormats([_underlined(*span) for span in cell.spans])
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _underlined(first: int, count: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    shape = QTextCharFormat()
    shape.setFontUnderline(True)
    shape.setFontWeight(QFont.Weight.ExtraBold)
    found.start, found.length, found.format = first, count, shape
    return found
