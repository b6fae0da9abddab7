"""Why something is printed once more: a reason from a list, and words where they are needed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jamsos_desktop.domain.reprint import REASONS, Reprint
from jamsos_desktop.gui.widgets.chooser import Chooser, finder
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.suggestions import Option
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class ReprintEdit(QWidget):
    """Draws a :class:`Reprint` and reports another one."""

    given = Signal(object)  # Reprint

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        title = _("Alasan mencetak ulang")
        self.reason = Chooser(self._find, self._lookup, self, remembers=False)
        self.reason.setAccessibleName(title)
        self.reason.setPlaceholderText(_("Pilih alasannya"))
        self.note = TextEdit(self)
        self.note.setAccessibleName(_("Keterangan cetak ulang"))
        label = words(title, "fieldLabel", self)
        label.setBuddy(self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (label, self.reason, self.note):
            column.addWidget(widget)
        self.reason.chosen.connect(self._on_changed)
        self.note.edited.connect(self._on_changed)
        self.show_reprint(Reprint())

    def show_reprint(self, reprint: Reprint) -> None:
        """Show what was told. Words are asked for once there is a reason."""
        if not self.reason.popup_open and self.reason.raw() != reprint.reason:
            self.reason.set_raw(reprint.reason)
        if self.note.text() != reprint.note:
            self.note.set_raw(reprint.note)
        needed = reprint.reason == "lain"
        hint = _("Alasannya") if needed else _("Keterangan, boleh kosong")
        self.note.setPlaceholderText(hint)
        self.note.setVisible(bool(reprint.reason))

    def _find(self, text: str) -> Sequence[Option]:
        return finder(_reasons())(text)

    def _lookup(self, key: str) -> Option | None:
        return next((option for option in _reasons() if option.key == key), None)

    def _on_changed(self, _option: object = None) -> None:
        chosen = self.reason.option()
        self.given.emit(Reprint(chosen.key if chosen else "", self.note.text()))


def _reasons() -> Sequence[Option]:
    return [Option(key, _(said), "") for key, said in REASONS.items()]
