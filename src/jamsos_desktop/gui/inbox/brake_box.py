"""A bundle that stops: why, with its numbers, and the deliberate yes with its reason."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui.widgets.notice import Notice
from jamsos_desktop.gui.widgets.page_frame import usable
from jamsos_desktop.i18n import _

_LONGEST = 200  # letters of a reason


class BrakeBox(QFrame):
    """Hidden where nothing stops. Enter in the reason does nothing: the button is the yes."""

    agreed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Notice(self, stays=True)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(_LONGEST)
        self.reason.setPlaceholderText(_("Alasan, misalnya: dua pos mencatat acara yang sama"))
        self.reason.setAccessibleName(_("Alasan memasukkan berkas yang berhenti"))
        self.yes = QPushButton(_("Masukkan walau begitu"), self)
        self._may_decide = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.reason, 1)
        row.addWidget(self.yes)
        column.addLayout(row)
        self.reason.textChanged.connect(self._on_typed)
        self.yes.clicked.connect(self._on_yes)
        self.show_brakes((), may_decide=True)

    def show_brakes(self, brakes: Sequence[str], *, may_decide: bool) -> None:
        """Why the shown bundle stops; nothing where it does not."""
        self._may_decide = may_decide
        self.setVisible(bool(brakes))
        for widget in (self.reason, self.yes):
            widget.setVisible(may_decide)
        if not brakes:
            self.notice.clear()
            self.reason.clear()
            return
        self.notice.show_warning(
            _("Berkas ini berhenti: {why}", why=" ".join(brakes)),
            _(
                "Belum ada yang masuk. Tanyakan dulu kepada petugas pos itu."
                " Bila memang benar, tulis alasannya; alasan itu dicatat."
            )
            if may_decide
            else _(
                "Belum ada yang masuk. Hanya koordinator atau admin yang boleh memasukkannya;"
                " panggil salah satu dari mereka."
            ),
        )
        self._on_typed(self.reason.text())

    def _on_typed(self, text: str) -> None:
        usable(self.yes, "" if text.strip() else _("Tulis dulu alasannya."))

    def _on_yes(self) -> None:
        self.agreed.emit(self.reason.text())
