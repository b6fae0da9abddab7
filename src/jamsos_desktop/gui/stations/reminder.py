"""The calm reminder that the office has not saved its recovery sheet yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui.icons import IconLabel
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _

KEY = "stations"  # the name in the window of the page that saves the sheet


class SheetReminder(QFrame):
    """Stays until the sheet was saved once, so it cannot be closed."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("tone", "warning")
        what = words(_("Simpan lembar pemulihan kantor ini."), "noticeWhat", self)
        more = words(
            _(
                "Bila semua kata sandi terlupa, hanya lembar itu yang bisa membuka data kantor"
                " dan pos-posnya. Cukup sekali."
            ),
            None,
            self,
        )
        self.setAccessibleName(f"{what.text()} {more.text()}")
        self.button = QPushButton(_("Simpan lembar pemulihan…"), self)
        self.button.clicked.connect(self.wanted)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(what)
        texts.addWidget(more)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        sign = IconLabel("key-round", "warning", 24, self)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
