"""Why what somebody has already is printed once more: a card, or a receipt."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jamsos_desktop.domain.reprint import REASONS, Reprint
from jamsos_desktop.gui.widgets.chooser import ListChooser
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.suggestions import Option
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class ReprintBox(QWidget):
    """A short list and a line of free words; there only while somebody has it already."""

    told = Signal(object)  # Reprint

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = words("", "fieldLabel", self)
        self.reason = ListChooser(self._options, self, remembers=False)
        self.reason.setPlaceholderText(_("Pilih alasan"))
        self.reason.setAccessibleName(_("Alasan cetak ulang"))
        self.note = TextEdit(self)
        self.note.setPlaceholderText(_("Keterangan"))
        self.note.setAccessibleName(_("Keterangan cetak ulang"))
        self._label.setBuddy(self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._label, self.reason, self.note):
            column.addWidget(widget)
        self.reason.chosen.connect(self._on_reason)
        self.note.edited.connect(self._on_note)
        self.show_reprint(0, Reprint())

    def show_reprint(self, count: int, reprint: Reprint) -> None:
        """Ask about so many people; hidden for none."""
        self.setVisible(count > 0)
        self._label.setText(_("Alasan cetak ulang, {count} orang", count=count))
        if not self.reason.popup_open and self.reason.raw() != reprint.reason:
            self.reason.set_raw(reprint.reason)
        if self.note.text() != reprint.note:
            self.note.set_raw(reprint.note)

    def _options(self) -> Sequence[Option]:
        return [Option(key, _(said)) for key, said in REASONS.items()]

    def _on_reason(self, option: Option) -> None:
        self.told.emit(Reprint(option.key, self.note.text()))

    def _on_note(self) -> None:
        self.told.emit(Reprint(self.reason.raw(), self.note.text()))
