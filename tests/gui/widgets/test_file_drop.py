"""Files that are dragged over from the file manager."""

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui.widgets.file_drop import accept_file, accept_files
from tests.gui.dropping import drop, files, urls


def test_a_page_gets_all_files_that_are_dropped(shown, tmp_path):
    taken = []
    page = shown(QWidget())
    accept_files(page, taken.append)
    assert drop(page, files(tmp_path / "a.jamsos", tmp_path / "b.jamsos"))
    assert taken == [[tmp_path / "a.jamsos", tmp_path / "b.jamsos"]]


def test_a_field_for_one_file_takes_the_first(shown, tmp_path):
    taken = []
    field = shown(QWidget())
    accept_file(field, taken.append)
    assert drop(field, files(tmp_path / "a.xlsx", tmp_path / "b.xlsx"))
    assert taken == [tmp_path / "a.xlsx"]


def test_what_is_not_welcome_now_is_not_taken(shown, tmp_path):
    taken, open_now = [], []
    field = shown(QWidget())
    accept_file(field, taken.append, lambda: bool(open_now))
    assert not drop(field, files(tmp_path / "a.jpg"))
    open_now.append(1)
    assert drop(field, files(tmp_path / "a.jpg"))
    assert taken == [tmp_path / "a.jpg"]


def test_a_link_or_a_text_is_no_file(shown, tmp_path):
    taken = []
    page = shown(QWidget())
    accept_files(page, taken.append)
    text = QMimeData()
    text.setText(str(tmp_path))
    assert not drop(page, text)
    assert not drop(page, urls(QUrl("https://example.org/daftar.xlsx")))
    assert drop(page, urls(QUrl("https://example.org/x"), QUrl.fromLocalFile(str(tmp_path))))
    assert taken == [[tmp_path]]
