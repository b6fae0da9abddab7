"""The list and the look at a file, with real widgets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.reference.look_page import LookPage
from jamsos_desktop.gui.reference.view import ReferencePage
from jamsos_desktop.services.reference import in_force
from tests.fakes import InlineJobs


@pytest.fixture
def open_page(shown):
    def build(desk):
        said = []

        def say(text, _undo=None):
            said.append(text)

        context = PageContext(desk, InlineJobs(), say, lambda: None, lambda _key: None)
        page = shown(ReferencePage(context))
        page.said = said
        page.open()
        return page

    return build


@pytest.fixture
def page(office, open_page):
    return open_page(office)


def mark(page, name):
    names = [line.name for line in page.list.model.rows()]
    page.list.table.selectRow(names.index(name))


def test_a_file_is_replaced_with_the_keyboard(page, office, dearer, qtbot, monkeypatch):
    asked = []

    def choose(_parent, title, _kinds, on_chosen):
        asked.append(title)
        on_chosen(dearer)

    monkeypatch.setattr(dialogs, "choose_file", choose)
    assert QApplication.focusWidget() is page.list.table
    qtbot.keyClick(page.list.table, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["Pilih pengganti tariffs.toml"]
    assert isinstance(page.look, LookPage)
    assert page.look.isVisible()
    assert page.look.model.rowCount() == 6
    assert not page.look.accept.isEnabled()
    assert page.look.accept.toolTip() == "Tulis alasannya dulu."
    assert QApplication.focusWidget() is page.look.reason
    qtbot.keyClicks(page.look.reason, "PP 12/2026")
    qtbot.keyClick(page.look.reason, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert in_force(office).tariffs[0].jkk == 12_000
    assert page.list.isVisible()
    assert "diganti" in page.list.detail.text()
    assert page.said == ["tariffs.toml berlaku mulai sekarang"]


def test_esc_leaves_the_look_and_then_the_list(page, dearer, qtbot):
    page.presenter.look_at("tariffs.toml", dearer)
    assert page.look.isVisible()
    qtbot.keyClick(page.look.reason, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    with qtbot.waitSignal(page.left, timeout=1000):
        qtbot.keyClick(page.list.table, Qt.Key.Key_Escape)


def test_every_disabled_button_says_why(page):
    mark(page, "texts/consent-1.id.toml")
    assert "versi berikutnya" in page.list.replace.toolTip()
    mark(page, "rules/standar.toml")
    assert page.list.replace.isEnabled()
    assert page.list.restore.toolTip() == "Berkas ini sudah bawaan program."


def test_a_station_only_reads(station, open_page, tmp_path, monkeypatch):
    page = open_page(station)
    for button in (page.list.replace, page.list.add, page.list.restore):
        assert not button.isEnabled()
        assert "di kantor" in button.toolTip()

    def choose(_parent, _title, own, _kinds, on_chosen):
        on_chosen(tmp_path / own)

    monkeypatch.setattr(dialogs, "choose_new_file", choose)
    page.list.save.click()
    assert (tmp_path / "tariffs.toml").exists()
    assert "Disimpan di" in page.list.notice.text()


def test_new_files_and_the_shipped_one_are_looked_at(page, office, dearer, tmp_path, monkeypatch):
    path = tmp_path / "consent-2.id.toml"
    text = next(in_force(office).contents("texts/consent-1.id.toml"))
    path.write_text(text.replace("version = 1", "version = 2"), "utf-8")
    monkeypatch.setattr(dialogs, "choose_files", lambda _p, _t, _k, on_chosen: on_chosen([path]))
    page.list.add.click()
    assert page.look.heading.text() == "Tambah texts/consent-2.id.toml"
    assert not page.look.table.isVisible()
    page.look.reason.setText("Perwali 9/2026")
    page.look.accept.click()
    assert in_force(office).texts.consent["id"].version == 2
    mark(page, "texts/consent-2.id.toml")
    page.list.restore.click()
    assert page.look.accept.accessibleName() == "Kembalikan bawaan"
