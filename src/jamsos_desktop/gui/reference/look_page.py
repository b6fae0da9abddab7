"""What a file would change, the reason for it, and the button that lets it hold."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from jamsos_desktop.domain.reference_diff import Difference
from jamsos_desktop.gui import keys
from jamsos_desktop.gui.reference.state import Look, State
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _

_NOTHING = "–"
_WIDEST = 420  # pixels of where a value stands


def _columns() -> list[Column[Difference]]:
    return [
        Column(_("Isian"), lambda one: one.where),
        Column(_("Sekarang"), lambda one: one.before or _NOTHING),
        Column(_("Menjadi"), lambda one: one.after or _NOTHING),
    ]


class LookPage(PageFrame):
    """Shown once a file was checked and can be used."""

    accepted = Signal(str)  # the reason
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Yang berubah"), parent=parent)
        self._look: Look | None = None
        self.more = words("", "lead", self)
        self.body.addWidget(self.more)
        self.model: RowsTable[Difference] = RowsTable(_columns(), self)
        self.table = TableView(self.model, _("Yang berubah"), self)
        self.body.addWidget(self.table, 1)
        self.reason = TextEdit(self)
        hint = _("misalnya nomor dan tanggal peraturannya; ikut tercatat")
        self.body.addWidget(Field("reason", _("Alasan"), self.reason, hint, self))
        self.body.addStretch()
        self.back = self.add_button(_("Kembali"))
        keys.bind("leave", self, self.back.click)
        self.back.clicked.connect(self.left)
        self.accept = self.set_primary(_("Pakai berkas ini"), "save")
        self.accept.clicked.connect(self._on_accept)
        self.reason.textChanged.connect(self._on_reason)
        self.reason.returnPressed.connect(self._on_accept)

    def display(self, state: State) -> None:
        """Show what would change."""
        look = state.look
        if look is None:
            self._look = None
            return
        if look is not self._look:
            self._show_look(look)
        self.notice.show_outcome(state.error)
        self._on_reason()
        if state.busy:
            usable(self.accept, state.busy)

    def _show_look(self, look: Look) -> None:
        self._look = look
        self.heading.setText(look.what)
        self.more.setText(look.more)
        self.table.setVisible(bool(look.differences))
        self.table.show_rows(look.differences, lambda one: one.where)
        self.table.fit_columns(_WIDEST, (0, 1))
        back = look.act == "restore"
        order = _("Kembalikan bawaan") if back else _("Pakai berkas ini")
        self.accept.setText(keys.label(order, "save"))
        self.accept.setAccessibleName(order)
        self.reason.clear()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_reason(self) -> None:
        usable(self.accept, "" if self.reason.text().strip() else _("Tulis alasannya dulu."))

    def _on_accept(self) -> None:
        if self.accept.isEnabled():
            self.accepted.emit(self.reason.text())
