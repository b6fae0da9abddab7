"""The section about the other laptops with real widgets and both workers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from jamsos_desktop.domain.destination import FolderPlace
from jamsos_desktop.gui.exchange.neighbours_box import NeighboursBox
from jamsos_desktop.gui.exchange.watch import Watch
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.services import exchange, exchange_place, plan
from jamsos_desktop.storage import facts
from tests.journeys.world import POS1, POS2


@pytest.fixture
def box(qtbot, shown, world, qapp):
    desk, jobs = world[POS1], JobRunner()
    watch = Watch(jobs, desk)
    context = PageContext(
        desk, jobs, print, lambda: None, lambda _key: None, neighbours=watch.presenter
    )
    window = QWidget()
    made = NeighboursBox(context, window)
    made.resize(760, 200)
    shown(window)
    yield made
    watch.close()
    jobs.shutdown()


def test_a_folder_is_chosen_and_the_others_appear(qtbot, box, world, tmp_path):
    folder = tmp_path / "bersama"
    folder.mkdir()
    world.enrol(POS2, 0, 2)
    other = world[POS2]
    event_id, _event = plan.todays_event(other)
    exchange.exchange(other, event_id, folder)
    qtbot.waitUntil(lambda: "Belum dipakai" in box.accessibleName())
    assert box.folder.text() == "Pilih folder bersama…"
    assert not box.swap.isVisible()
    qtbot.keyClick(box.folder, Qt.Key.Key_Space)
    dialog = box.findChild(QFileDialog)
    dialog.fileSelected.emit(str(folder))
    dialog.close()
    qtbot.waitUntil(lambda: "2 orang" in box.accessibleName())
    assert box.swap.isVisible()
    assert box.auto.isChecked()
    assert len(list(Path(folder).iterdir())) == 2
    box.auto.click()
    desk = world[POS1]
    qtbot.waitUntil(lambda: not exchange.remembered_folder(desk).watched)
    assert not box.auto.isChecked()


def test_the_place_of_uploads_is_one_press_away(qtbot, box, world, tmp_path):
    folder = tmp_path / "unggah"
    folder.mkdir()
    assert not box.place.isVisible()
    for pos in (POS1, POS2):
        with world[pos].database.writing() as connection:
            facts.write_destination(connection, FolderPlace(path=str(folder)))
    world.enrol(POS2, 0, 2)
    other = world[POS2]
    exchange_place.exchange_at_place(other, plan.todays_event(other)[0])
    box.presenter.open()
    qtbot.waitUntil(box.place.isVisible)
    box.place.click()
    qtbot.waitUntil(lambda: "2 orang" in box.accessibleName(), timeout=10_000)
    assert not box.place.isVisible()
    assert box.swap.isVisible()
    assert box.folder.text() == "Pilih folder bersama…"
