"""A sheet on the screen: the picture, its place among the sheets, and how large it is shown."""

from typing import Protocol

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.icons import ButtonIcon
from jamsos_desktop.gui.style import colors_now
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.i18n import _
from jamsos_desktop.printing.preview import PageImage

_A4 = (210.0, 297.0)  # mm, until somebody says otherwise
_INCH = 25.4  # mm
_MARGIN = 16  # px around the sheet
_ZOOMS = (0.0, 1.0, 1.5, 2.0, 3.0)  # of the room's width; 0 is the whole sheet
_SETTLED = 120  # ms without a change of size, before the sheet is drawn anew


class Shown(Protocol):
    """What is looked at: cards, or any other paper."""

    @property
    def page(self) -> int:
        """Counted from 0."""

    @property
    def pages(self) -> int:
        """How many there are; 0 for none."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres."""

    def place_words(self) -> str:
        """Which page it is."""

    def empty_words(self) -> tuple[str, str]:
        """Why there is none, and what to do."""


class SheetView(QWidget):
    """Reports how fine the picture is wanted; it is drawn elsewhere."""

    dpi_wanted = Signal(float)
    page_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = _ZOOMS.index(1.0)
        self._page = 0
        self._size = _A4
        self.paper = _Paper(self)
        self.place = QLabel(self)
        self.back = self._tool("chevron-left", _("Lembar sebelumnya"), "sheet_back")
        self.next = self._tool("chevron-right", _("Lembar berikutnya"), "sheet_next")
        self.smaller = self._tool("zoom-out", _("Perkecil"), "zoom_out")
        self.larger = self._tool("zoom-in", _("Perbesar"), "zoom_in")
        self._scroll = _Room(self)
        self._empty = EmptyState("printer", "", "", self)
        self._stack = QStackedWidget(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED)
        self._settle.timeout.connect(self._ask)
        self._scroll.resized.connect(self._settle.start)
        self._lay_out()
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)

    def _tool(self, icon: str, name: str, key: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("tool")
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({keys.shown(key)})")
        ButtonIcon(button, icon, "text")
        return button

    def _lay_out(self) -> None:
        self._scroll.setObjectName("sheetScroll")
        self._scroll.setAccessibleName(_("Pratinjau lembar"))
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll.setWidget(self.paper)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._empty)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(8)
        bar.addWidget(self.back)
        bar.addWidget(self.place)
        bar.addWidget(self.next)
        bar.addStretch(1)
        bar.addWidget(self.smaller)
        bar.addWidget(self.larger)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)

    def bind_keys(self, page: QWidget) -> None:
        """Let the keys of turning and zooming count on this page."""
        for key, button in (
            ("sheet_back", self.back),
            ("sheet_next", self.next),
            ("zoom_in", self.larger),
            ("zoom_out", self.smaller),
        ):
            keys.bind(key, page, button.click)
        keys.bind("zoom_fit", page, self.zoom_fit)

    def show_state(self, state: Shown) -> None:
        """Where we are among the sheets, or why there is none."""
        self._page = state.page
        shown = state.pages > 0
        self.place.setText(state.place_words() if shown else "")
        for widget in (self.back, self.place, self.next, self.smaller, self.larger):
            widget.setVisible(shown)
        self.back.setEnabled(state.page > 0)
        self.next.setEnabled(state.page + 1 < state.pages)
        self._empty.say(*state.empty_words())
        self._stack.setCurrentWidget(self._scroll if shown else self._empty)
        if state.size != self._size:
            self._size = state.size
            self._ask()

    def show_sheet(self, image: PageImage | None) -> None:
        """Show this picture of a sheet."""
        self.paper.show_image(image, self.devicePixelRatioF())

    def zoom_fit(self) -> None:
        """As wide as there is room."""
        self._set_zoom(_ZOOMS.index(1.0))

    def _set_zoom(self, zoom: int) -> None:
        zoom = min(max(zoom, 0), len(_ZOOMS) - 1)
        if zoom != self._zoom:
            self._zoom = zoom
            self._ask()
        self.smaller.setEnabled(zoom > 0)
        self.larger.setEnabled(zoom < len(_ZOOMS) - 1)

    def _ask(self) -> None:
        room = self._scroll.viewport().size()
        width = max(room.width() - 2 * _MARGIN - 2, 200)  # 2: its line, and pixels are whole
        if _ZOOMS[self._zoom]:
            wanted = width * _ZOOMS[self._zoom]
        else:
            across, down = self._size
            wanted = min(width, max(room.height() - 2 * _MARGIN, 200) * across / down)
        self.dpi_wanted.emit(round(wanted * self.devicePixelRatioF() / self._size[0] * _INCH, 1))

    def _on_back(self) -> None:
        self.page_wanted.emit(self._page - 1)

    def _on_next(self) -> None:
        self.page_wanted.emit(self._page + 1)

    def _on_smaller(self) -> None:
        self._set_zoom(self._zoom - 1)

    def _on_larger(self) -> None:
        self._set_zoom(self._zoom + 1)


class _Room(QScrollArea):
    """Tells when there is more or less room. Its bar is always there: else it would come and go."""

    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class _Paper(QWidget):
    """The picture with a line around it; white in the dark too, as paper is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap()

    def show_image(self, image: PageImage | None, ratio: float) -> None:
        if image is None:
            self._picture = QPixmap()
        else:
            width, height = image.width, image.height
            picture = QImage(image.rgbx, width, height, 4 * width, QImage.Format.Format_RGBX8888)
            self._picture = QPixmap.fromImage(picture)
            self._picture.setDevicePixelRatio(ratio)
        size = self._picture.deviceIndependentSize().toSize()
        self.resize(size + QSize(2 * _MARGIN, 2 * _MARGIN))
        self.update()

    def picture(self) -> QPixmap:
        """What is shown; a null picture without a sheet."""
        return self._picture

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.drawPixmap(_MARGIN, _MARGIN, self._picture)
        painter.setPen(QColor(colors_now().line))
        size = self._picture.deviceIndependentSize().toSize()
        painter.drawRect(_MARGIN - 1, _MARGIN - 1, size.width() + 1, size.height() + 1)
        painter.end()
