"""The page "Calon peserta" with the real services."""

import pytest

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.candidates import build
from jamsos_desktop.gui.candidates.view import may_import
from tests.factories import station_desk
from tests.gui.candidates.lists import GOOD, SHORT, workbook
from tests.gui.dropping import drop, files


@pytest.fixture
def page(shown, context, people, qtbot):
    made = shown(build(context))
    qtbot.waitUntil(lambda: not context.jobs.busy)
    return made


def names(page):
    return [line.name for line in page.list.model.rows()]


def test_the_page_shows_who_is_expected(page):
    assert names(page) == ["Ani", "Budi", "Dedi", "Cici"]
    assert page.list.table.isVisible()


def test_typing_finds(page, context, qtbot):
    page.list.search.setFocus()
    qtbot.keyClicks(page.list.search, "cic")
    qtbot.waitUntil(lambda: names(page) == ["Cici"])


def test_the_ceremony_is_told_below_and_can_be_undone(page, context, qtbot):
    page.list.ceremony.click()
    qtbot.waitUntil(lambda: bool(context.said))
    qtbot.waitUntil(lambda: page.list.model.rows()[0].ceremony)
    context.said[0][1]()
    qtbot.waitUntil(lambda: not page.list.model.rows()[0].ceremony)


def test_a_list_comes_in_by_three_buttons(page, context, qtbot, tmp_path):
    path = workbook(tmp_path / "calon.xlsx", GOOD, SHORT)
    page.take(path)
    qtbot.waitUntil(page.columns.isVisible)
    page.columns.check.click()
    qtbot.waitUntil(page.report.isVisible)
    page.report.go.click()
    qtbot.waitUntil(lambda: page.importing.state.step == "done")
    assert context.said[-1][0] == "1 calon baru, 0 diperbarui"
    page.report.go.click()
    qtbot.waitUntil(lambda: "Eni" in names(page))
    assert page.list.isVisible()


def test_a_file_that_is_no_list_is_refused_on_the_list(page, qtbot, tmp_path):
    wrong = tmp_path / "kosong.csv"
    wrong.write_text("")
    assert drop(page, files(wrong))
    qtbot.waitUntil(page.list.notice.isVisible)
    assert "kosong.csv" in page.list.notice.text()


def test_the_file_is_chosen_in_a_dialog(page, qtbot, tmp_path, monkeypatch):
    path = workbook(tmp_path / "calon.xlsx", GOOD)
    monkeypatch.setattr(dialogs, "choose_file", lambda _p, _t, _k, on_chosen: on_chosen(path))
    page.add.click()
    qtbot.waitUntil(page.columns.isVisible)
    page.columns.back.click()
    qtbot.waitUntil(page.list.isVisible)


def test_a_station_only_reads_the_list(desk, tmp_path):
    station = station_desk(tmp_path)
    assert (may_import(desk), may_import(station)) == (True, False)
    station.close()
