"""Choosing a stick: through the dialogue, typed, or dropped."""

from PySide6.QtCore import QMimeData, Qt, QUrl

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.widgets.folder_edit import FolderEdit
from tests.gui import dropping


def test_the_button_asks_for_a_folder_and_shows_it(qtbot, shown, monkeypatch, tmp_path):
    asked = []

    def choose_folder(parent, title, on_chosen):
        asked.append(title)
        on_chosen(tmp_path)

    monkeypatch.setattr(dialogs, "choose_folder", choose_folder)
    edit = shown(FolderEdit("Pilih flashdisk"), 500, 80)
    edit.setAccessibleName("Tempat")
    with qtbot.waitSignal(edit.edited):
        qtbot.mouseClick(edit.button, Qt.MouseButton.LeftButton)
    assert asked == ["Pilih flashdisk"]
    assert edit.raw() == str(tmp_path)
    assert edit.button.text() == "Pilih tempat…"
    assert edit.button.accessibleName() == "Pilih tempat untuk Tempat"


def test_a_folder_from_the_file_manager_can_be_dropped(qtbot, shown, tmp_path):
    edit = shown(FolderEdit("Pilih flashdisk"), 500, 80)
    link, folder = QUrl("https://example.org/x"), QUrl.fromLocalFile(str(tmp_path))
    with qtbot.waitSignal(edit.edited):
        assert dropping.drop(edit, dropping.urls(link, folder))
    assert edit.raw() == str(tmp_path)


def test_a_file_that_is_dropped_on_the_line_itself_is_not_written_into_it_as_an_address(shown):
    edit = shown(FolderEdit("Pilih flashdisk"), 500, 80)
    assert not edit.line.acceptDrops()


def test_a_text_that_is_dragged_is_no_folder(shown):
    edit = shown(FolderEdit("Pilih flashdisk"), 500, 80)
    dragged = QMimeData()
    dragged.setText("3576035708900001")
    assert not dropping.drop(edit, dragged)
