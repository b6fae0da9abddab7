"""The page "Program & kegiatan" by keyboard, on a real office."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jamsos_desktop.gui import planning
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.services import plan, set_up

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(data_dir):
    opened = set_up.init_office(data_dir, "Kota Mojokerto", "admin", "Admin", "rahasia123")
    yield opened
    opened.close()


@pytest.fixture
def page(qapp, desk, shown, qtbot):
    jobs = JobRunner()
    context = PageContext(desk, jobs, lambda *_: None, lambda: None, lambda _key: None)
    view = shown(planning.build(context))
    qtbot.waitUntil(view.list.add.isEnabled)
    yield view
    jobs.shutdown()


def keys(qtbot, *typed):
    """Type into whatever has the focus; Enter after each."""
    for text in typed:
        focus = QApplication.focusWidget()
        qtbot.keyClicks(focus, text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_an_empty_office_is_led_to_its_first_programme(page):
    assert page.list.empty.isVisible()
    assert page.list.add.text() == "Tambah program   Ctrl+N"


def test_a_programme_and_an_event_by_keyboard_alone(qtbot, page, desk):
    qtbot.keyClick(page.list.tab, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(page.programme.isVisible)
    keys(qtbot, "Pekerja rentan DBHCHT", "", "DBHCHT", "", "")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(page.list.isVisible)
    qtbot.waitUntil(lambda: page.list.programmes.rowCount() == 1)
    assert [programme.fund for _id, programme in plan.programmes(desk)] == ["DBHCHT"]

    page.list.tab.setFocus()
    qtbot.keyClick(page.list.tab, Qt.Key.Key_Left)
    qtbot.keyClick(page.list.tab, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(page.event_form.isVisible)
    keys(qtbot, "Jamsos Kranggan", "Balai RW 03", "12/11/26", "60", "")
    assert page.event_form.values()["date"] == "12-11-2026"
    qtbot.keyClicks(QApplication.focusWidget(), "kota mojokerto")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.list.events.rowCount() == 1)
    event = plan.events(desk)[0][1]
    assert (event.region, event.target) == ("35.76", 60)


def test_escape_leaves_a_form_and_the_next_one_is_empty(qtbot, page):
    qtbot.mouseClick(page.list.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.programme.fields["name"].widget, "Salah")
    qtbot.keyClick(page.programme.fields["name"].widget, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    qtbot.mouseClick(page.list.add, Qt.MouseButton.LeftButton)
    assert page.programme.given().name == ""
    assert page.programme.given().coverage_months == "3"


def test_missing_fields_are_marked(qtbot, page):
    qtbot.mouseClick(page.list.add, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.programme.fields["name"].widget, Qt.Key.Key_S, CTRL)
    shown = page.programme.fields["name"].findings()
    assert [row.text() for row in shown] == ["Salah: Ini belum diisi."]


def test_the_region_of_the_last_event_comes_first(qtbot, page, desk):
    set_up.plan_practice_event(desk, "Jamsos", "Balai", desk.clock().date())
    page.presenter.refresh()
    qtbot.waitUntil(lambda: page.list.events.rowCount() == 1)
    qtbot.mouseClick(page.list.add, Qt.MouseButton.LeftButton)
    page.event_form.region.setFocus()
    qtbot.keyClick(page.event_form.region, Qt.Key.Key_Down)
    qtbot.keyClick(page.event_form.region, Qt.Key.Key_Down)
    qtbot.keyClick(page.event_form.region, Qt.Key.Key_Return)
    assert page.event_form.given().region == "35.76"


def test_an_event_is_changed_by_keyboard_alone(qtbot, page, desk):
    assert not page.list.change.isEnabled()
    assert "Pilih dulu" in page.list.change.toolTip()
    set_up.plan_practice_event(desk, "Jamsos", "Balai", desk.clock().date())
    page.presenter.refresh()
    qtbot.waitUntil(lambda: page.list.events.rowCount() == 1)
    assert page.list.change.isEnabled()  # the first is marked
    table = page.list.event_table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_B, CTRL)
    qtbot.waitUntil(page.event_form.isVisible)
    assert page.event_form.title.text() == "Ubah kegiatan"
    assert page.event_form.given().region == "35.76"
    keys(qtbot, " Pagi")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.list.events.rows()[0].name.endswith("Pagi"))
    assert len(plan.events(desk)) == 1
    qtbot.keyClick(page.list.tab, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(page.event_form.isVisible)
    assert (page.event_form.title.text(), page.event_form.given().name) == ("Kegiatan baru", "")
