"""The field to sign in: with the mouse, a pen or a finger.

It gives lines and knows nothing of files. Who works with the keyboard alone cannot draw: a page
that has this pad offers another way as well (a picture of what is on paper, or word of mouth).
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from jamsos_desktop.gui.style import colors_now
from jamsos_desktop.i18n import _

SIZE = QSize(560, 200)
#: Ink on paper in both looks: what is drawn is what is kept.
PAPER, INK, LINE, HINT = "#FFFFFF", "#000000", "#B8B2C4", "#5B5568"
MOST_POINTS = 20_000  # far more than any signature: somebody is playing
_PEN = 2.6  # px
_APART = 1.0  # px; nearer points say nothing new
_EDGE = 16  # px

Strokes = tuple[tuple[tuple[float, float], ...], ...]


class SignaturePad(QWidget):
    """Lines on white paper. ``changed`` tells that a line was finished, or that all are gone."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signaturePad")
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumSize(320, SIZE.height())
        self.setMaximumWidth(SIZE.width())
        self.setAccessibleName(_("Kotak tanda tangan"))
        self.setAccessibleDescription(
            _("Digambar dengan mouse, pena, atau jari. Dengan keyboard, pilih cara lain.")
        )
        self._strokes: list[list[tuple[float, float]]] = []
        self._points = 0
        self._drawing = False
        self.again = QPushButton(_("Ulangi"), self)
        self.again.setObjectName("link")
        self.again.setCursor(Qt.CursorShape.ArrowCursor)
        self.again.setToolTip(_("Hapus semua garis dan mulai lagi. Tombol Delete juga bisa."))
        self.again.clicked.connect(self.clear)
        self.again.hide()

    def strokes(self) -> Strokes:
        """What was drawn: each line from pen down to pen up, in pixels from the upper left."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def clear(self) -> None:
        """Forget every line."""
        had_any = bool(self._strokes)
        self._strokes.clear()
        self._points = 0
        self._drawing = False
        self._show()
        if had_any:
            self.changed.emit()

    def sizeHint(self) -> QSize:
        return SIZE

    # --- drawing --------------------------------------------------------------------------

    def _begin(self, at: QPointF) -> None:
        if not self._drawing and self._points < MOST_POINTS:
            self._drawing = True
            self._strokes.append([self._inside(at)])
            self._points += 1
            self._show()

    def _go_on(self, at: QPointF) -> None:
        if not self._drawing or self._points >= MOST_POINTS:
            return
        point, last = self._inside(at), self._strokes[-1][-1]
        if max(abs(point[0] - last[0]), abs(point[1] - last[1])) >= _APART:
            self._strokes[-1].append(point)
            self._points += 1
            self.update()

    def _end(self, at: QPointF) -> None:
        if self._drawing:
            self._go_on(at)
            self._drawing = False
            self.changed.emit()

    def _inside(self, at: QPointF) -> tuple[float, float]:
        """A hand that leaves the paper draws along its edge."""
        return min(max(at.x(), 0.0), self.width()), min(max(at.y(), 0.0), self.height())

    def _show(self) -> None:
        self.again.setVisible(bool(self._strokes))
        self.update()

    # --- mouse, pen, finger, keys ---------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._end(event.position())

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Accepted, so that the same movement does not come again as that of a mouse."""
        match event.type():
            case QEvent.Type.TabletPress:
                self._begin(event.position())
            case QEvent.Type.TabletMove:
                self._go_on(event.position())
            case QEvent.Type.TabletRelease:
                self._end(event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QTouchEvent):
            return super().event(event)
        if not self.isEnabled():
            return False
        points = event.points()
        if event.type() == QEvent.Type.TouchCancel or not points:
            self._drawing = False
        elif event.type() == QEvent.Type.TouchBegin:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._begin(points[0].position())
        elif event.type() == QEvent.Type.TouchEnd:
            self._end(points[0].position())
        else:
            self._go_on(points[0].position())
        event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)

    # --- showing --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        hint = self.again.sizeHint()
        self.again.setGeometry(self.width() - hint.width() - 8, 4, hint.width(), hint.height())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self.again.setVisible(self.isEnabled() and bool(self._strokes))
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_paper(painter)
        pen = QPen(QColor(INK), _PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            if len(stroke) == 1:
                painter.drawPoint(QPointF(*stroke[0]))
            path = QPainterPath(QPointF(*stroke[0]))
            for point in stroke[1:]:
                path.lineTo(QPointF(*point))
            painter.drawPath(path)
        painter.end()

    def _paint_paper(self, painter: QPainter) -> None:
        """White paper, a line to sign on, and a word about it until the first line is drawn."""
        colors = colors_now()
        focused = self.hasFocus()
        width = 3 if focused else 1
        painter.setPen(QPen(QColor(colors.focus if focused else colors.border), width))
        painter.setBrush(QColor(PAPER))
        edge = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 8, 8)
        base = self.height() * 3 // 4
        painter.setPen(QPen(QColor(LINE), 1, Qt.PenStyle.DashLine))
        painter.drawLine(_EDGE, base, self.width() - _EDGE, base)
        if not self._strokes:
            painter.setPen(QColor(HINT))
            below = QRectF(_EDGE, base, self.width() - 2 * _EDGE, self.height() - base)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, _("Tanda tangan di sini"))
