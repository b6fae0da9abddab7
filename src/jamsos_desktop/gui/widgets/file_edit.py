"""The field for a file: its path, and a button that lets it be chosen."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.widgets.file_drop import accept_file
from jamsos_desktop.i18n import _


class FileEdit(QWidget):
    """A path may be typed, pasted, dropped or chosen."""

    edited = Signal()

    def __init__(self, title: str, kinds: str, parent: QWidget | None = None) -> None:
        """``title`` heads the file dialog, ``kinds`` as Qt writes them: ``Paket (*.jamsos)``."""
        super().__init__(parent)
        self._title, self._kinds = title, kinds
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        accept_file(self, self._on_chosen)
        self.line = QLineEdit(self)
        self.line.setAcceptDrops(False)  # it would write the address of a file into itself
        self.line.textEdited.connect(self._on_text_edited)
        self.button = QPushButton(_("Pilih berkas…"), self)
        self.button.clicked.connect(self._on_button)
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.button.setAccessibleName(_("Pilih berkas untuk {name}", name=name))

    def raw(self) -> str:
        return self.line.text().strip().strip('"')

    def set_raw(self, raw: str) -> None:
        self.line.setText(raw)

    def _on_text_edited(self, _text: str) -> None:
        self.edited.emit()

    def _on_button(self) -> None:
        dialogs.choose_file(self, self._title, self._kinds, self._on_chosen)

    def _on_chosen(self, path: Path) -> None:
        self.line.setText(str(path))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
