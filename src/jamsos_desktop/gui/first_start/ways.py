"""The three ways on from an empty folder, as three large buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui.icons import IconLabel
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class Way(QPushButton):
    """A large button with an icon, a title and two lines of what it is for."""

    def __init__(self, icon: str, role: str, title: str, what: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("way")
        self.setAccessibleName(title)
        self.setAccessibleDescription(what)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(words(title, "wayTitle", self))
        texts.addWidget(words(what, "hint", self))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(20)
        row.addWidget(IconLabel(icon, role, 32, self))
        row.addLayout(texts, 1)
        row.addWidget(IconLabel("arrow-right", "muted", 24, self))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class Ways(QWidget):
    """Practice first: it is what somebody who only wants to look can press without harm."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first")
        self.practice = Way(
            "graduation-cap",
            "accent",
            _("Coba dulu (latihan)"),
            _(
                "Langsung mencoba mendaftarkan orang rekaan.\n"
                "Tidak ada data sungguhan; semua bertanda LATIHAN."
            ),
            self,
        )
        self.station = Way(
            "tent",
            "primary",
            _("Pos lapangan"),
            _(
                "Laptop untuk mendaftarkan warga di kegiatan.\n"
                "Siapkan berkas paket dan kode aktivasi dari kantor."
            ),
            self,
        )
        self.office = Way(
            "building-2",
            "primary",
            _("Kantor"),
            _(
                "Menyiapkan program, kegiatan, dan paket untuk pos.\n"
                "Menerima bundel dari pos dan menjaga kunci pemulihan."
            ),
            self,
        )
        self.doing = words("", "hint", self)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(words(_("Selamat datang"), "heading", self))
        column.addWidget(words(_("Laptop ini akan dipakai untuk apa?"), "lead", self))
        column.addSpacing(8)
        for way in (self.practice, self.station, self.office):
            column.addWidget(way)
        column.addWidget(self.doing)
        column.addStretch(1)
        holder = QWidget(self)
        holder.setMaximumWidth(720)
        holder.setLayout(column)
        page = QHBoxLayout(self)
        page.setContentsMargins(40, 32, 32, 16)
        page.addWidget(holder, 100)
        page.addStretch(1)

    def set_busy(self, doing: str) -> None:
        """Say what is being done and take no orders meanwhile."""
        self.doing.setText(doing)
        for way in (self.practice, self.station, self.office):
            way.setEnabled(not doing)
