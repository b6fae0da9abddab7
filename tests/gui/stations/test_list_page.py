"""The lists of officers and stations."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.stations.lines import EventTick, Known, OfficerLine, StationLine
from jamsos_desktop.gui.stations.list_page import ListPage
from jamsos_desktop.gui.stations.state import Rights, State

OFFICE = Rights(plan=True, sheet=True)
OFFICERS = (
    OfficerLine("a", "Rina", "rina", "Admin", here=True, own=True, role_key="admin"),
    OfficerLine("b", "Siti", "siti", "Kader", here=False, own=False, role_key="kader"),
)
KNOWN = Known(OFFICERS, (), (EventTick("e", "Jamsos"),), "e", wants_sheet=False)


@pytest.fixture
def page(shown):
    made = ListPage(OFFICE)
    made.show_state(State(OFFICE, known=KNOWN))
    return shown(made)


def test_one_sees_oneself_and_who_can_sign_in_here(page):
    texts = page.officers.as_text([0, 1]).splitlines()
    assert texts[1] == "Rina (Anda)\trina\tAdmin\tbisa masuk"
    assert texts[2].endswith("belum punya kata sandi")


def test_the_button_asks_for_the_marked_officer(qtbot, page):
    page.officer_table.selectRow(1)
    with qtbot.waitSignal(page.password_wanted) as wanted:
        qtbot.mouseClick(page.password, Qt.MouseButton.LeftButton)
    assert wanted.args == [OFFICERS[1]]
    page.officer_table.clearSelection()
    assert page.password.toolTip() == "Pilih dulu seorang petugas di daftar."


def test_the_tab_decides_what_is_added(qtbot, page):
    page.show_state(State(OFFICE, tab="stations", known=KNOWN))
    assert page.empty.isVisible()
    with qtbot.waitSignal(page.add_wanted) as wanted:
        qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert wanted.args == ["kit"]
    known = KNOWN._replace(stations=(StationLine("s", "Pos 1", "MJK1"),), events=())
    page.show_state(State(OFFICE, tab="stations", known=known))
    assert page.station_table.isVisible()
    assert not page.add.isEnabled()
    assert "Tambahkan dulu kegiatan" in page.status.text()


def test_the_mark_stays_where_it_was_when_the_list_is_read_again(page):
    page.officer_table.selectRow(1)
    page.show_state(State(OFFICE, known=KNOWN._replace(wants_sheet=True)))
    assert [line.id for line in page.officer_table.chosen()] == ["b"]
    assert page.reminder.isVisible()
