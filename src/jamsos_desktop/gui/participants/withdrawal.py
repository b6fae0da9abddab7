"""Taking consent back on a person's page: a button, and a line for the reason that it opens."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class Withdrawal(QFrame):
    """``button`` stands among the page's buttons; the frame itself only while a reason is asked."""

    confirmed = Signal(str)  # the reason

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("tone", "warning")
        self._withdrawn = False
        self.button = QPushButton(parent)
        self.reason = TextEdit(self)
        self.confirm = QPushButton(self)
        self.back = QPushButton(_("Kembali"), self)
        self._what = words("", "noticeWhat", self)
        self._more = words("", None, self)
        self._lay_out()
        self.button.clicked.connect(self._on_asked)
        self.reason.returnPressed.connect(self._on_confirmed)
        self.confirm.clicked.connect(self._on_confirmed)
        self.back.clicked.connect(self._on_back)
        self.show_person(withdrawn=False, may_restore=False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._what)
        column.addWidget(self._more)
        self.reason.setPlaceholderText(_("Alasannya, dengan singkat"))
        self.reason.setAccessibleName(_("Alasan"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.reason, 1)
        row.addWidget(self.back)
        row.addWidget(self.confirm)
        column.addLayout(row)

    def show_person(self, *, withdrawn: bool, may_restore: bool) -> None:
        """Offer to withdraw, or to undo it where the officer may; nothing is asked any more."""
        self._withdrawn = withdrawn
        self.hide()
        self.reason.clear()
        if withdrawn:
            order = _("Batalkan pencabutan")
            self._what.setText(_("Batalkan pencabutan persetujuan?"))
            self._more.setText(_("Hanya bila pencabutannya keliru, dan orangnya setuju."))
        else:
            order = _("Cabut persetujuan")
            self._what.setText(_("Cabut persetujuan orang ini?"))
            self._more.setText(
                _(
                    "Kartunya tidak dicetak lagi. Kantor mengetahuinya lewat bundel berikutnya dan"
                    " berhenti memakai datanya."
                )
            )
        for button in (self.button, self.confirm):
            button.setText(order)
            button.setAccessibleName(order)
        self.button.setEnabled(may_restore or not withdrawn)
        why = "" if self.button.isEnabled() else _("Hanya koordinator atau admin yang boleh.")
        self.button.setToolTip(why)

    def _on_asked(self) -> None:
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirmed(self) -> None:
        if self.reason.text().strip():
            self.confirmed.emit(self.reason.text())
        else:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self.hide()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
