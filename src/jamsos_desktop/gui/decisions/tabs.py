"""What all lists of the page have at the top: its name, the choice between them, how far it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.i18n import _

DUPLICATES, CONFLICTS, DECIDED = "duplicates", "conflicts", "decided"


class Tabs(QWidget):
    """``key`` is the list that this one stands above."""

    wanted = Signal(str)

    def __init__(self, heading: QLabel, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        heading.setWordWrap(False)
        self.choice = Choice(
            [
                (DUPLICATES, _("Mungkin sama")),
                (CONFLICTS, _("Isian berbeda")),
                (DECIDED, _("Sudah diputuskan")),
            ],
            self,
        )
        self.choice.setAccessibleName(_("Daftar yang ditampilkan"))
        self.choice.set_raw(key)
        self.count = Elided("hint", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(heading)
        row.addWidget(self.choice)
        row.addWidget(self.count, 1)
        self.choice.edited.connect(self._on_edited)

    def _on_edited(self) -> None:
        wanted = self.choice.raw()
        self.choice.set_raw(self._key)
        self.wanted.emit(wanted)
