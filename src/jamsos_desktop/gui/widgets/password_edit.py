"""The field for a password, which can be looked at while it is typed."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from jamsos_desktop.gui.icons import icon
from jamsos_desktop.gui.style import colors_now
from jamsos_desktop.i18n import _


class PasswordEdit(QLineEdit):
    """Hidden until the eye is pressed. A draft never keeps it."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setFixedWidth(360)
        self._look = QAction(self)
        self._look.setCheckable(True)
        self._look.toggled.connect(self._on_look)
        self.addAction(self._look, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._on_text_edited)
        self._on_look(False)

    def raw(self) -> str:
        return self.text()

    def set_raw(self, raw: str) -> None:
        self.setText(raw)

    def _on_text_edited(self, _text: str) -> None:
        self.edited.emit()

    def _on_look(self, open_eye: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if open_eye else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._look.setText(_("Sembunyikan kata sandi") if open_eye else _("Lihat kata sandi"))
        self._look.setIcon(icon("eye-off" if open_eye else "eye", colors_now().muted))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_look"):
            self._on_look(self._look.isChecked())
        super().changeEvent(event)
