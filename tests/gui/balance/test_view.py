"""The page "Neraca" with real widgets."""

import pytest

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.balance import build
from jamsos_desktop.gui.page_context import PageContext
from tests.services.test_balance import claim_more


@pytest.fixture
def opened(desk, jobs, shown, qtbot):
    """Open the page and wait until everything is counted."""

    def show():
        context = PageContext(
            desk=desk,
            jobs=jobs,
            show_result=lambda text, undo=None: None,
            refresh_header=lambda: None,
            go_to=lambda _key: None,
        )
        view = shown(build(context), 865, 522)
        qtbot.waitUntil(lambda: view.presenter.state.loaded)
        return view

    return show


def test_a_balance_that_holds(opened, came):
    view = opened()
    assert "Neraca cocok" in view.notice.text()
    assert view.stations.hasFocus()
    assert "Tiba 0" in view.missing.text()
    view.stations.selectRow(1)
    assert "Tiba 3" in view.missing.text()


def test_a_balance_that_does_not_hold_names_the_station_and_what_to_do(
    opened, desk, station, came, qtbot
):
    claim_more(desk, station, 4)
    view = opened()
    assert "lihat Pos 1" in view.notice.text()
    assert "1 pendaftaran belum tiba." in view.missing.text()
    view.side.set_raw("days")
    view.side.edited.emit()
    assert view.days.isVisible()
    assert view.event_edit.isVisible()
    assert view.day_model.rowCount() == 1
    view.side.set_raw("stations")
    view.side.edited.emit()
    view.late.set_raw("3")
    view.late.edited.emit()
    assert view.presenter.state.late_days == 3


def test_before_anything_came_it_says_so(opened):
    view = opened()
    assert "Belum ada pendaftaran" in view.notice.text()
    assert view.station_model.rowCount() == 2


def test_it_is_saved_where_somebody_chooses(opened, came, monkeypatch, qtbot, jobs):
    monkeypatch.setattr(
        dialogs, "choose_new_file", lambda _p, _t, name, _k, on_chosen: on_chosen(came / name)
    )
    view = opened()
    view.csv.click()
    view.pdf.click()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert len(list(came.glob("neraca-kantor-*"))) == 2
