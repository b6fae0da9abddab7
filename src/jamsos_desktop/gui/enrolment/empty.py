"""What the page says while there is no event to enrol people for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui.icons import IconLabel
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class NoEvent(QWidget):
    """What the page is for and what to do first."""

    plan_wanted = Signal()

    def __init__(self, *, office: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 24, 32)
        column.setSpacing(8)
        column.addWidget(IconLabel("user-plus", "muted", 48, self))
        column.addWidget(words(_("Belum ada kegiatan"), "heading", self))
        what = _("Di halaman ini warga didaftarkan, satu per satu, pada sebuah kegiatan.")
        column.addWidget(words(what, "lead", self))
        if office:
            todo = _("Buat dulu program dan kegiatannya, lalu kembali ke sini.")
        else:
            todo = _("Minta berkas paket ke kantor: di dalamnya ada program dan kegiatannya.")
        column.addWidget(words(todo, "lead", self))
        column.addSpacing(8)
        self.plan = QPushButton(_("Buka Program & kegiatan").replace("&", "&&"), self)
        self.plan.setObjectName("primary")
        self.plan.setAccessibleName(_("Buka Program & kegiatan"))
        self.plan.setVisible(office)
        self.plan.clicked.connect(self.plan_wanted)
        column.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
