"""What stands over each column: whose registration it is, and the button that keeps it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.decisions.compare_table import LABEL
from jamsos_desktop.gui.decisions.sides import Side
from jamsos_desktop.gui.widgets.page_frame import usable
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.gui.widgets.words import Pill
from jamsos_desktop.i18n import _

MOST = 4
_EDGE = 2  # px: the frame of the table below
_SCROLL = 14  # px: and its scroll bar


class _Head(QFrame):
    """One column."""

    def __init__(self, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        # Equally wide, as the columns below are, whatever stands in it.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.name = Elided("fieldLabel", self)
        self.number = Elided("hint", self)
        self.other = Pill(_("orang lain"), "warning", self)
        self.other.hide()
        self.keep = QPushButton(keys.label(_("Pakai"), f"keep_{place + 1}"), self)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for widget in (self.name, self.number):
            texts.addWidget(widget)
        texts.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(8, 0, 8, 4)
        self._both.setSpacing(8)
        self._both.addLayout(texts, 1)
        self._both.addWidget(self.keep)

    def stand(self, *, narrow: bool) -> None:
        """The button beside the texts, or below them where the column is narrow."""
        way = QBoxLayout.Direction
        self._both.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._both.setSpacing(2 if narrow else 8)


class SideHeads(QWidget):
    """As many columns as there are registrations, over those of the table."""

    keep_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(LABEL + _EDGE, 0, _EDGE + _SCROLL, 0)
        row.setSpacing(0)
        self.heads = [_Head(place, self) for place in range(MOST)]
        for place, head in enumerate(self.heads):
            row.addWidget(head, 1)
            head.hide()
            head.keep.clicked.connect(partial(self._on_keep, place))

    def _on_keep(self, place: int) -> None:
        self.keep_wanted.emit(place)

    def show_sides(self, sides: Sequence[Side], others: frozenset[int], why_not: str) -> None:
        """Show these registrations; ``others`` are of somebody else."""
        for place, head in enumerate(self.heads):
            if place < len(sides):
                side = sides[place]
                head.name.show_text(side.name)
                head.number.show_text(side.number)
                head.stand(narrow=len(sides) > 2)
                head.number.setVisible(place not in others)  # the word takes its room
                head.other.setVisible(place in others)
                head.keep.setAccessibleName(
                    _("Pakai {number}, yang lain gandanya", number=side.number)
                )
                usable(head.keep, why_not)
            head.setVisible(place < len(sides))
