"""The field for a place to write to: a stick or another folder."""

from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.widgets.file_edit import FileEdit
from jamsos_desktop.i18n import _


class FolderEdit(FileEdit):
    """A folder may be typed, pasted, dropped or chosen."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """``title`` heads the dialog."""
        super().__init__(title, "", parent)
        self.button.setText(_("Pilih tempat…"))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.button.setAccessibleName(_("Pilih tempat untuk {name}", name=name))

    def _on_button(self) -> None:
        dialogs.choose_folder(self, self._title, self._on_chosen)
