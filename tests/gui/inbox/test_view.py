"""The page "Kotak masuk" with the real worker on a real office."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from jamsos_desktop.gui import dialogs, inbox, pages
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.services.find import count_participants
from tests.factories import enrol_one
from tests.gui import dropping
from tests.journeys.world import OFFICE, POS1, POS2


@pytest.fixture
def gone_to():
    return []


@pytest.fixture
def page(world, jobs, shown, gone_to):
    context = PageContext(world[OFFICE], jobs, lambda *_: None, lambda: None, gone_to.append)
    return shown(inbox.build(context)).files


def finished(page):
    return page.model.rowCount() and all(
        file.stage in ("ready", "braked", "known", "done", "refused") for file in page.model.rows()
    )


def drop(page, *paths):
    assert dropping.drop(page, dropping.files(*paths))


def test_an_empty_page_says_what_it_is_for(page):
    assert page.nothing.isVisible()
    assert page.choose.isEnabled()


def test_chosen_files_are_shown_and_come_in_with_one_key(qtbot, page, world, monkeypatch):
    world.enrol(POS1, 0, 2)
    world.enrol(POS2, 2, 1)
    chosen = [world.export(POS1), world.export(POS2)]
    monkeypatch.setattr(dialogs, "choose_files", lambda *given: given[-1](chosen))
    qtbot.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: finished(page))
    assert page.report.title.text() == "2 orang di berkas ini, belum dimasukkan"
    assert (page.choose.isVisible(), page.take.isVisible()) == (False, True)
    assert page.take.accessibleName() == "Masukkan 2 berkas"
    assert count_participants(world[OFFICE]) == 0
    qtbot.waitUntil(page.take.isEnabled)
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: {file.stage for file in page.model.rows()} == {"done"})
    assert count_participants(world[OFFICE]) == 3
    assert page.report.model.rowCount() == 2
    assert page.report.title.text() == "2 orang di berkas ini"
    assert (page.choose.isVisible(), page.take.isVisible()) == (True, False)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.report.model.rowCount() == 1)


def test_a_dropped_file_that_is_damaged_is_refused_on_the_page(qtbot, page, world, tmp_path):
    bad = tmp_path / "KIRIM_x.jamsos"
    bad.write_bytes(b"bukan bundel")
    drop(page, bad)
    qtbot.waitUntil(page.report.error.isVisible)
    assert page.report.error.text().startswith("Ini bukan berkas JAMSOS.")
    assert not page.report.table.isVisible()


def test_a_file_that_came_before_is_no_alarm(qtbot, page, world):
    world.enrol(POS1, 0, 1)
    path = world.export(POS1)
    drop(page, path, path)
    qtbot.waitUntil(lambda: finished(page) and page.take.isEnabled())
    page.take.click()
    qtbot.waitUntil(lambda: {file.stage for file in page.model.rows()} == {"done"})
    page.table.selectRow(1)
    assert page.report.before.isVisible()
    assert not page.report.trouble.isVisible()


def test_the_reminder_leads_to_the_page_that_saves_the_sheet(qtbot, page, gone_to):
    qtbot.waitUntil(page.reminder.isVisible)
    qtbot.mouseClick(page.reminder.button, Qt.MouseButton.LeftButton)
    assert gone_to == ["stations"]


def test_a_report_is_saved_where_somebody_says(qtbot, page, world, tmp_path, monkeypatch):
    world.enrol(POS1, 0, 1)
    target = tmp_path / "laporan.csv"
    assert not page.save.isVisible()
    monkeypatch.setattr(dialogs, "choose_new_file", lambda *given: given[-1](target))
    drop(page, world.export(POS1))
    qtbot.waitUntil(lambda: finished(page) and page.take.isEnabled())
    page.take.click()
    qtbot.waitUntil(page.save.isVisible)
    page.save.click()
    qtbot.waitUntil(page.notice.isVisible)
    assert page.notice.text() == f"Laporan disimpan: {target}"
    assert target.exists()


def test_a_folder_without_bundles_says_so(qtbot, page, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "choose_folder", lambda *given: given[-1](tmp_path))
    page.folder.click()
    qtbot.waitUntil(page.notice.isVisible)
    assert page.notice.text().startswith("Di folder itu tidak ada berkas dari pos.")
    assert page.nothing.isVisible()


def test_what_is_left_to_decide_is_one_press_away(qtbot, page, world, gone_to, monkeypatch):
    monkeypatch.setitem(pages.PLACES, "decisions", pages.Place("Keputusan", "inbox", "inbox"))
    enrol_one(world[POS1], 0)
    enrol_one(world[POS2], 0)
    drop(page, world.export(POS1), world.export(POS2))
    qtbot.waitUntil(lambda: finished(page) and page.take.isEnabled())
    assert not page.decide.isVisible()
    page.take.click()
    qtbot.waitUntil(page.decide.isVisible)
    page.decide.click()
    assert gone_to == ["decisions"]


def test_on_an_empty_page_the_first_step_has_the_focus(page):
    buttons = [one for one in page.findChildren(QPushButton) if one.isVisibleTo(page)]
    assert next(one for one in buttons if one.parent() is page.choose.parent()) is page.choose
