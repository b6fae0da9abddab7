"""The page "Pos & petugas" with the real worker on a real office."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from jamsos_desktop.gui import dialogs, stations
from jamsos_desktop.gui.page_context import PageContext
from tests.journeys.world import OFFICE, PASSWORDS, POS1

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def build(world, jobs, shown, qtbot):
    def make(name):
        context = PageContext(world[name], jobs, lambda *_: None, lambda: None, lambda _key: None)
        view = shown(stations.build(context))
        qtbot.waitUntil(lambda: view.list.officers.rowCount() > 0)
        return view

    return make


def type_line(qtbot, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_an_officer_is_added_by_keyboard_alone(qtbot, build):
    page = build(OFFICE)
    qtbot.keyClick(page.list.tab, Qt.Key.Key_N, CTRL)
    type_line(qtbot, "Siti Aminah")
    type_line(qtbot, "siti")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_K)  # the next option with that letter
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.list.officers.rowCount() == 4)
    line = next(line for line in page.list.officers.rows() if line.login == "siti")
    assert line.role == "Koordinator"


def test_enter_on_an_officer_opens_the_password(qtbot, build):
    page = build(OFFICE)
    page.list.officer_table.setFocus()
    qtbot.keyClick(page.list.officer_table, Qt.Key.Key_End, CTRL)
    qtbot.keyClick(page.list.officer_table, Qt.Key.Key_Return)
    assert page.password.isVisible()
    who = page.password.who.text()
    assert who.startswith("Untuk Petugas pos")
    for text in ("rahasia-baru", "rahasia-baru", PASSWORDS[OFFICE]):
        type_line(qtbot, text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)  # on the primary button
    qtbot.waitUntil(page.list.isVisible)
    qtbot.waitUntil(lambda: sum(line.here for line in page.list.officers.rows()) == 2)
    assert set(page.password.values().values()) == {""} or not page.password.isVisible()


def test_the_code_is_shown_once_and_never_copied(qtbot, build, stick):
    QGuiApplication.clipboard().setText("sebelumnya")
    page = build(OFFICE)
    page.list.tab.setFocus()
    qtbot.keyClick(page.list.tab, Qt.Key.Key_Right)
    qtbot.keyClick(page.list.tab, Qt.Key.Key_N, CTRL)
    type_line(qtbot, "Pos Gunung Gedangan")
    assert page.kit.events.raw() != ""
    type_line(qtbot, "")
    type_line(qtbot, str(stick))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(page.code.isVisible)
    code = page.code.code
    assert len(code.text()) == 19
    assert code.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction
    assert QGuiApplication.clipboard().text() == "sebelumnya"
    for key, modifier in (
        (Qt.Key.Key_S, CTRL),
        (Qt.Key.Key_Return, NONE),
        (Qt.Key.Key_Escape, NONE),
    ):
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)  # impatience loses no code
        assert page.code.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert page.list.isVisible()
    assert code.text() == ""
    qtbot.waitUntil(lambda: page.list.stations.rowCount() == 3)


def test_events_are_ticked_with_the_space_bar(qtbot, build):
    page = build(OFFICE)
    page.presenter.begin("kit")
    ticks = page.kit.events
    before = ticks.raw()
    ticks.setFocus()
    qtbot.keyClick(ticks, Qt.Key.Key_Space)
    assert ticks.raw() == ""
    qtbot.keyClick(ticks, Qt.Key.Key_Space)
    assert ticks.raw() == before


def test_the_reminder_stays_until_the_sheet_is_saved(qtbot, build, stick):
    page = build(OFFICE)
    qtbot.waitUntil(page.list.reminder.isVisible)
    qtbot.mouseClick(page.list.reminder.button, Qt.MouseButton.LeftButton)
    assert page.sheet.isVisible()
    type_line(qtbot, str(stick))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.list.isVisible() and not page.list.reminder.isVisible())
    assert "Cetak dua kali" in page.list.notice.text()


def test_at_a_station_there_are_only_the_officers(build):
    page = build(POS1)
    assert page.list.add is None
    assert not page.list.tab.isVisible()
    assert not page.list.sheet.isVisible()
    assert page.list.password.objectName() == "primary"
    assert page.list.heading.text() == "Petugas"


def test_ctrl_b_changes_an_officer(qtbot, build):
    page = build(OFFICE)
    page.list.officer_table.setFocus()
    qtbot.keyClick(page.list.officer_table, Qt.Key.Key_End, CTRL)
    qtbot.keyClick(page.list.officer_table, Qt.Key.Key_B, CTRL)
    assert page.change.isVisible()
    assert "belum bisa masuk" in page.change.remove.reason
    type_line(qtbot, "Budi Baru")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: any(o.name == "Budi Baru" for o in page.list.officers.rows()))


def test_at_a_station_only_the_sign_in_is_taken_away(build):
    page = build(POS1)
    assert page.list.change.text() == "Cabut izin masuk…"
    page.list.officer_table.selectRow(0)
    assert not page.list.change.isEnabled()
    assert page.list.change.toolTip()


def test_a_receipt_is_written_for_the_station_that_is_chosen(qtbot, build, tmp_path, monkeypatch):
    chosen = []

    def choose(_parent, title, on_chosen):
        chosen.append(title)
        on_chosen(tmp_path)

    monkeypatch.setattr(dialogs, "choose_folder", choose)
    page = build(OFFICE)
    page.presenter.choose("stations")
    qtbot.waitUntil(page.list.answer.isVisible)
    qtbot.keyClick(page.list.station_table, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("BALASAN_*.jamsos"))))
    qtbot.waitUntil(lambda: "Balasan tersimpan: BALASAN_" in page.list.notice.text())
    assert chosen == [f"Simpan balasan untuk {page.list.stations.rows()[0].name} di"]


def test_the_answer_is_saved_on_paper(qtbot, build, tmp_path, monkeypatch):
    named = []

    def choose(_parent, _title, name, _kinds, on_chosen):
        named.append(name)
        on_chosen(tmp_path / name)

    monkeypatch.setattr(dialogs, "choose_new_file", choose)
    page = build(OFFICE)
    page.presenter.choose("stations")
    qtbot.waitUntil(page.list.paper.isVisible)
    page.list.paper.click()
    qtbot.waitUntil(lambda: "Belum ada balasan" in page.list.notice.text())  # none was written
    page.presenter.write_answer(page.list.stations.rows()[0], tmp_path)
    qtbot.waitUntil(lambda: "Balasan tersimpan" in page.list.notice.text())
    page.list.paper.click()
    qtbot.waitUntil(lambda: page.list.notice.text() == f"{named[0]} tersimpan")
    assert (tmp_path / named[0]).read_bytes().startswith(b"%PDF")
