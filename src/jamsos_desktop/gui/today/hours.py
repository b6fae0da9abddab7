"""Registrations by the hour, as bars."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jamsos_desktop.gui.style import colors_now
from jamsos_desktop.i18n import _

_GAP = 4  # px between bars
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class HoursChart(QWidget):
    """One bar for each hour, with its count above and the hour below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pendaftaran per jam"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._hours: Sequence[tuple[int, int]] = ()

    def show_hours(self, hours: Sequence[tuple[int, int]], said: str) -> None:
        """``hours`` are pairs of hour and count; ``said`` is read aloud."""
        self._hours = hours
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.update()

    def bars(self) -> list[QRectF]:
        """Where the bars stand now, from left to right."""
        if not self._hours:
            return []
        line = self.fontMetrics().height()
        most = max(1, *(count for _hour, count in self._hours))
        room = max(0.0, self.height() - 2.0 * line - 2 * _GAP)
        wide = self.width() / len(self._hours)
        bottom = self.height() - line - _GAP
        return [
            QRectF(
                place * wide + _GAP,
                bottom - room * count / most,
                wide - 2 * _GAP,
                room * count / most,
            )
            for place, (_hour, count) in enumerate(self._hours)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, line = colors_now(), self.fontMetrics().height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.height() - line - _GAP
        painter.setPen(QColor(colors.border))
        painter.drawLine(0, ground, self.width(), ground)
        for (hour, count), bar in zip(self._hours, self.bars(), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.primary))
            painter.drawRoundedRect(bar, 2, 2)
            slot = QRectF(bar.left() - _GAP, ground + _GAP, bar.width() + 2 * _GAP, line)
            painter.setPen(QColor(colors.muted))
            painter.drawText(slot, _MIDDLE, f"{hour:02d}")
            if count:
                painter.setPen(QColor(colors.text))
                slot.moveBottom(bar.top())
                painter.drawText(slot, _MIDDLE, str(count))
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(320, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 3 * self.fontMetrics().height() + 2 * _GAP)
