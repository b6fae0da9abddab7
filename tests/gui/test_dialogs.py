"""Questions say what their buttons do, in Indonesian, and block nothing."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget

from jamsos_desktop.gui import dialogs


def test_a_question_says_what_its_buttons_do(qtbot, shown):
    said = []
    page = shown(QWidget(), 400, 300)
    box = dialogs.ask(
        page,
        "Batalkan pendaftaran ini?",
        "Isian yang belum disimpan akan hilang.",
        yes="Batalkan pendaftaran",
        no="Lanjut mengisi",
        on_yes=lambda: said.append("yes"),
    )
    texts = {button.text() for button in box.buttons()}
    assert texts == {"Batalkan pendaftaran", "Lanjut mengisi"}
    assert box.defaultButton().text() == "Lanjut mengisi"
    agree = next(b for b in box.buttons() if b.text() == "Batalkan pendaftaran")
    qtbot.mouseClick(agree, Qt.MouseButton.LeftButton)
    assert said == ["yes"]


def test_escape_changes_nothing(qtbot, shown):
    said = []
    page = shown(QWidget(), 400, 300)
    box = dialogs.ask(page, "Hapus?", "", yes="Hapus", no="Simpan", on_yes=lambda: said.append(1))
    with qtbot.waitSignal(box.finished):
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert said == []


def test_a_chosen_file_arrives_as_a_path(qtbot, shown):
    chosen = []
    page = shown(QWidget(), 400, 300)
    dialog = dialogs.choose_file(page, "Pilih berkas paket", "Paket (*.jamsos)", chosen.append)
    dialog.fileSelected.emit("/media/stick/pos.jamsos")
    assert chosen == [Path("/media/stick/pos.jamsos")]
    assert dialog.labelText(QFileDialog.DialogLabel.Reject) == "Kembali"
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()


def test_no_button_of_qt_speaks_english(qtbot):
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    english = {"Cancel", "Save", "Open", "Close", "Discard", "Apply", "Reset", "Yes", "No", "OK"}
    for standard in QDialogButtonBox.StandardButton:
        name = standard.name
        if name in {"NoButton", "FirstButton", "LastButton"}:
            continue
        button = box.addButton(standard)
        assert button is None or button.text().replace("&", "") not in english, name
