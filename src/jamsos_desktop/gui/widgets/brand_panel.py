"""The panel beside the first pages: the program's name on a kawung pattern."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jamsos_desktop.gui.icons import IconLabel
from jamsos_desktop.gui.style import colors_now
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _

_TILE = 56  # px: one flower of four seeds


class BrandPanel(QFrame):
    """Says what the program is for. Nothing to press."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("brandPanel")
        self.setFixedWidth(300)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 40, 24, 32)
        column.setSpacing(12)
        column.addWidget(self._words("JAMSOS Desktop", "brandTitle"))
        column.addWidget(self._words(_("Pendaftaran pekerja rentan, tanpa internet."), "brandText"))
        column.addStretch(1)
        safe = QHBoxLayout()
        safe.setSpacing(12)
        safe.addWidget(IconLabel("lock", "nav_ring", 20, self), 0, Qt.AlignmentFlag.AlignTop)
        safe.addWidget(
            self._words(_("Data peserta tersimpan terkunci di laptop ini."), "brandSmall"), 1
        )
        column.addLayout(safe)

    def _words(self, text: str, name: str) -> QWidget:
        label = words(text, None, self)
        label.setObjectName(name)
        return label

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors_now().nav_hover))
        top = self.height() // 2 - _TILE
        for row in range(4):
            for column in range(self.width() // _TILE + 2):
                painter.setOpacity(0.75 - 0.15 * row)
                self._flower(painter, column * _TILE, top + row * _TILE)
        painter.end()

    def _flower(self, painter: QPainter, x: int, y: int) -> None:
        painter.save()
        painter.translate(QPointF(x, y))
        painter.rotate(45)
        for _quarter in range(4):
            painter.rotate(90)
            painter.drawEllipse(QRectF(5, -8, 31, 16))
        painter.restore()
