"""Choosing a file: through the dialogue, or typed."""

from PySide6.QtCore import Qt

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.widgets.file_edit import FileEdit


def test_the_chosen_file_is_shown_and_told(qtbot, shown, monkeypatch, tmp_path):
    edit = FileEdit("Pilih berkas kit", "Kit (*.jamsos)")
    edit.setAccessibleName("Berkas kit")
    shown(edit, 500, 80)
    kit = tmp_path / "pos 1.jamsos"
    monkeypatch.setattr(
        dialogs, "choose_file", lambda _parent, _title, _kinds, on_chosen: on_chosen(kit)
    )
    with qtbot.waitSignal(edit.edited):
        qtbot.mouseClick(edit.button, Qt.MouseButton.LeftButton)
    assert edit.raw() == str(kit)


def test_a_path_copied_with_quotes_is_understood(qtbot, shown):
    edit = shown(FileEdit("Pilih berkas kit", "Kit (*.jamsos)"), 500, 80)
    edit.set_raw(' "E:\\kit.jamsos" ')
    assert edit.raw() == "E:\\kit.jamsos"
    edit.setFocus()
    qtbot.waitUntil(edit.line.hasFocus)
