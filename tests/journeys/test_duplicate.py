"""One person registers at two stations; the office keeps one, and the other station hears of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jamsos_desktop.gui.exchange.answer import answered
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.main_window import MainWindow
from jamsos_desktop.gui.pages import pages_for
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from tests.factories import enrol_one
from tests.journeys.world import OFFICE, POS1, POS2, World


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path / "dunia")
    yield made
    made.close()


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_twice_registered_once_kept_and_both_stations_know(qtbot, world, tmp_path):
    kept = enrol_one(world[POS1], 0, name="Siti Aminah")
    again = enrol_one(world[POS2], 0, name="Hj. St. Amina")
    for pos in (POS1, POS2):
        world.take_in(world.export(pos))

    jobs, window = JobRunner(), MainWindow()
    qtbot.addWidget(window)
    window.set_pages(pages_for(world[OFFICE], jobs, window))
    window.resize(1093, 614)
    window.show()
    window.activateWindow()
    page = window.open_page("decisions").duplicates
    qtbot.waitUntil(lambda: page.presenter.state.sheet is not None and not jobs.busy)
    QTest.keyClick(QApplication.focusWidget() or page.table, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: page.presenter.state.sheet is None and not jobs.busy)
    least = window.minimumSizeHint()
    assert (least.width() <= 1093, least.height() <= 614) == (True, True)
    window.close()
    jobs.shutdown()

    receipt = issue_receipt(world[OFFICE], world[POS2].installation.station_id, tmp_path)
    (line,) = answered(apply_receipt(world[POS2], receipt.path)).news
    assert line.startswith(
        f"{again.number} {again.name}: pendaftaran ganda dari {kept.number}, Orang yang sama"
    )
    told = look_at(world[POS2], again.record_id)
    assert (told.standing, told.answer.told.body.kept_number) == ("duplikat", kept.number)
    assert look_at(world[OFFICE], kept.record_id).standing != "duplikat"
