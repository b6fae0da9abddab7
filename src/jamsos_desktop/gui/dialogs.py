"""The few questions that the program asks. None of them blocks; a test replaces these functions."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from jamsos_desktop.i18n import _


def ask(
    parent: QWidget,
    question: str,
    more: str,
    *,
    yes: str,
    no: str,
    on_yes: Callable[[], object],
) -> QMessageBox:
    """Ask before something that cannot be undone. ``yes`` and ``no`` say what they do."""
    box = _box(parent, QMessageBox.Icon.Question, question, more)
    agree = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    agree.clicked.connect(on_yes)
    box.open()
    return box


def tell(parent: QWidget, what: str, more: str) -> QMessageBox:
    """Say something that must be read before going on; rare, a notice does for the rest."""
    box = _box(parent, QMessageBox.Icon.Information, what, more)
    box.addButton(_("Mengerti"), QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def choose_file(
    parent: QWidget, title: str, kinds: str, on_chosen: Callable[[Path], object]
) -> QFileDialog:
    """Let a file be chosen that exists. ``kinds`` as Qt writes them: ``Paket (*.jamsos)``."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Pilih berkas ini"))
    return _open(dialog, on_chosen)


def choose_files(
    parent: QWidget, title: str, kinds: str, on_chosen: Callable[[list[Path]], object]
) -> QFileDialog:
    """Let one or more files be chosen that exist."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Pilih berkas ini"))
    dialog.filesSelected.connect(partial(_on_files, on_chosen))
    return _open(dialog, None)


def choose_folder(parent: QWidget, title: str, on_chosen: Callable[[Path], object]) -> QFileDialog:
    """Let a folder be chosen, for example a stick."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Pilih folder ini"))
    return _open(dialog, on_chosen)


def choose_new_file(
    parent: QWidget, title: str, name: str, kinds: str, on_chosen: Callable[[Path], object]
) -> QFileDialog:
    """Let a name for a new file be chosen; ``name`` is proposed.

    A name that is taken is no question: nothing is ever overwritten, the new file gets a number.
    """
    dialog = QFileDialog(parent, title, name, kinds)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Simpan di sini"))
    return _open(dialog, on_chosen)


def _box(parent: QWidget, icon: QMessageBox.Icon, what: str, more: str) -> QMessageBox:
    box = QMessageBox(icon, "JAMSOS Desktop", what, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(more)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def _open(dialog: QFileDialog, on_chosen: Callable[[Path], object] | None) -> QFileDialog:
    dialog.setLabelText(QFileDialog.DialogLabel.Reject, _("Kembali"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if on_chosen is not None:
        dialog.fileSelected.connect(partial(_on_selected, on_chosen))
    dialog.open()
    return dialog


def _on_selected(on_chosen: Callable[[Path], object], name: str) -> None:
    on_chosen(Path(name))


def _on_files(on_chosen: Callable[[list[Path]], object], names: list[str]) -> None:
    on_chosen([Path(name) for name in names])
