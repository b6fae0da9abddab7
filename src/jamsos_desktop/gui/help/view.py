"""The help page: every key of the program and what it does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class HelpView(QScrollArea):
    """Opened by F1 from anywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("formScroll")
        self.setAccessibleName(_("Bantuan"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the arrows scroll
        inside = QWidget(self)
        inside.setObjectName("formInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(8)
        column.addWidget(words(_("Bantuan"), "heading", inside))
        column.addWidget(
            words(_("Semua bisa dikerjakan dengan keyboard, tanpa mouse."), "lead", inside)
        )
        column.addSpacing(8)
        column.addWidget(words(_("Tanpa internet"), "group", inside))
        for text in _offline():
            column.addWidget(words(text, None, inside))
        column.addSpacing(16)
        column.addWidget(words(_("Tombol"), "group", inside))
        column.addLayout(self._key_table(inside))
        column.addStretch(1)
        self.setWidget(inside)

    def _key_table(self, inside: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for row, (key, does) in enumerate(keys.table()):
            cap = QLabel(key, inside)
            cap.setObjectName("keyCap")
            grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(words(does, None, inside), row, 1)
        grid.setColumnStretch(1, 1)
        return grid


def _offline() -> list[str]:
    """What can be done without a network: everything that is in this program."""
    return [
        _(
            "Semua yang ada di program ini bekerja tanpa internet: mendaftarkan, memeriksa NIK dan"
            " umur, menghitung iuran, mencari, mencetak kartu, dan mengunci layar."
        ),
        _(
            "Data berpindah dengan flashdisk, sebagai berkas tersegel: paket dari kantor ke pos,"
            " lalu bundel dari pos ke kantor. Yang tersimpan di laptop tidak hilang karena itu."
        ),
        _(
            "Lupa kata sandi? Koordinator atau admin memasang yang baru di halaman Petugas, atau"
            " pakai lembar pemulihan kantor di layar masuk."
        ),
    ]
