"""The pages of the program as a column of icons with words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.icons import ButtonIcon
from jamsos_desktop.i18n import _

WIDTH = 188  # px

_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Item(QPushButton):
    """Leaves the arrows to the navigation: Qt's own way opens every page that they pass."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Navigation(QScrollArea):
    """Arrows move, Enter opens; the first nine pages have Alt and a number."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nav")
        self.setAccessibleName(_("Menu halaman"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._items: dict[str, QPushButton] = {}
        self._inside = QWidget(self)
        self._inside.setObjectName("navInside")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(2)
        brand = QLabel("JAMSOS", self._inside)
        brand.setObjectName("brand")
        brand.setContentsMargins(12, 0, 0, 8)
        self._column.addWidget(brand)
        self.setWidget(self._inside)

    def set_pages(self, pages: Sequence[tuple[str, str, str]]) -> None:
        """Key, title and icon of each page, from the top down."""
        for place, (key, title, icon) in enumerate(pages, start=1):
            self._items[key] = self._item(place, title, icon)
            self._column.addWidget(self._items[key])
        self._column.addStretch(1)
        # The open page stands in bold, which is wider.
        self.setFixedWidth(max(WIDTH, round(self._inside.sizeHint().width() * 1.08)))

    def _item(self, place: int, title: str, icon: str) -> QPushButton:
        item = _Item(f"  {keys.plain(title)}", self._inside)
        item.setObjectName("navItem")
        item.setCheckable(True)
        item.setAutoExclusive(True)
        item.setAccessibleName(title)
        ButtonIcon(item, icon, "on_nav", "on_nav_chosen")
        if place <= 9:
            item.setToolTip(f"{title} ({keys.shown(f'page_{place}')})")
        item.clicked.connect(self._on_clicked)
        return item

    def mark(self, key: str) -> None:
        """Show which page is open."""
        self._items[key].setChecked(True)
        self.ensureWidgetVisible(self._items[key], 0, 16)

    def take_focus(self) -> None:
        """Go to the page that is open."""
        for item in self._items.values():
            if item.isChecked():
                item.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self) -> None:
        sender = self.sender()
        for key, item in self._items.items():
            if item is sender:
                self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        items = list(self._items.values())
        places = [i for i, item in enumerate(items) if item.hasFocus()]
        step = _STEPS.get(event.key())
        if places and step is not None:
            target = min(max(places[0] + step, 0), len(items) - 1)
            items[target].setFocus(Qt.FocusReason.OtherFocusReason)
        elif places and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            items[places[0]].click()
        else:
            super().keyPressEvent(event)
