"""Lucide icons (ISC, see resources/icons/LICENSE.txt), coloured by the palette."""

from functools import cache

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from jamsos_desktop.gui.style import colors_now
from jamsos_desktop.paths import resource

_RESTYLED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon ``name`` in ``color`` (#RRGGBB), ``size`` logical pixels wide and high."""
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    svg = _source(name).replace("currentColor", color)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, color: str, chosen: str | None = None, size: int = 20) -> QIcon:
    """An icon for buttons; ``chosen`` is its colour on a checked button."""
    made = QIcon()
    for ratio in {1.0, QGuiApplication.primaryScreen().devicePixelRatio()}:
        made.addPixmap(pixmap(name, color, size, ratio))
        if chosen:
            lit = pixmap(name, chosen, size, ratio)
            made.addPixmap(lit, QIcon.Mode.Normal, QIcon.State.On)
    return made


class IconLabel(QLabel):
    """An icon that stands by itself and follows the palette."""

    def __init__(self, name: str, role: str, size: int = 20, parent: QWidget | None = None) -> None:
        """``role`` is the name of a colour in :class:`~jamsos_desktop.gui.style.Colors`."""
        super().__init__(parent)
        self._name, self._role, self._size = name, role, size
        self.setFixedSize(size, size)
        self._draw()

    def show_icon(self, name: str, role: str) -> None:
        """Change the picture."""
        self._name, self._role = name, role
        self._draw()

    def _draw(self) -> None:
        color: str = getattr(colors_now(), self._role)
        self.setPixmap(pixmap(self._name, color, self._size, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _RESTYLED:
            self._draw()
        super().changeEvent(event)


class ButtonIcon(QWidget):
    """Keeps a button's icon in the palette's colours; an invisible child of the button."""

    def __init__(
        self,
        button: QAbstractButton,
        name: str,
        role: str,
        chosen: str | None = None,
        size: int = 20,
    ) -> None:
        """``role`` and ``chosen`` are names of colours; ``chosen`` is for a checked button."""
        super().__init__(button)
        self.hide()
        self._button, self._name, self._size = button, name, size
        self._role, self._chosen = role, chosen
        button.setIconSize(QSize(size, size))
        self._draw()

    def _draw(self) -> None:
        colors = colors_now()
        chosen = getattr(colors, self._chosen) if self._chosen else None
        self._button.setIcon(icon(self._name, getattr(colors, self._role), chosen, self._size))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _RESTYLED:
            self._draw()
        super().changeEvent(event)
