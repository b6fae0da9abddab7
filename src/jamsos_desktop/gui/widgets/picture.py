"""A photo or a signature, drawn as large as its place."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jamsos_desktop.gui.style import colors_now

PHOTO = QSize(150, 200)  # 3:4, as on the card
_ROUND = 8  # px
#: Faces stand high: what is cut off above and below, as services/images.py cuts it.
_ABOVE = 0.4


class Picture(QWidget):
    """One picture, or a word about why there is none."""

    def __init__(
        self, size: QSize = PHOTO, *, fill: bool = True, parent: QWidget | None = None
    ) -> None:
        """With ``fill`` the place is filled and what juts out is cut off; else all is seen."""
        super().__init__(parent)
        self._fill = fill
        self._image = QImage()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(size)

    def show_picture(self, data: bytes | None, words: str = "") -> None:
        """A JPEG or PNG; ``words`` stand where there is none, and are read aloud for one."""
        self._image = QImage() if data is None else QImage.fromData(data)
        self._words = words
        self.setAccessibleName(words)
        self.update()

    @property
    def empty(self) -> bool:
        """Nothing is drawn but words."""
        return self._image.isNull()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = colors_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = QPainterPath()
        edge.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        paper = colors.sunken if self.empty or self._fill else "#FFFFFF"  # a signature is black
        painter.fillPath(edge, QColor(paper))
        if self.empty:
            painter.setPen(QColor(colors.muted))
            room = self.rect().adjusted(12, 12, -12, -12)
            align = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, align, self._words)
        else:
            painter.setClipPath(edge)
            painter.drawImage(self._place(), self._image)
            painter.setClipping(False)
        painter.setPen(QPen(QColor(colors.border), 1))
        painter.drawPath(edge)
        painter.end()

    def _place(self) -> QRectF:
        """Where the whole picture lies; with ``fill`` it juts out."""
        width, height = self._image.width(), self._image.height()
        scales = (self.width() / width, self.height() / height)
        scale = max(scales) if self._fill else min(*scales, 1.0)
        wide, high = width * scale, height * scale
        above = _ABOVE if self._fill else 0.5
        return QRectF((self.width() - wide) / 2, (self.height() - high) * above, wide, high)
