"""The section with real widgets and both workers."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jamsos_desktop.domain.destination import FolderPlace, WebDavPlace
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.uploads.box import SOON, UploadBox
from jamsos_desktop.gui.uploads.presenter import Tell
from jamsos_desktop.gui.work import Progress
from jamsos_desktop.messages import Explanation
from jamsos_desktop.services.upload import fetched_bundles, upload
from jamsos_desktop.storage import facts
from tests.factories import enrol_one, office_desk, station_desk


class Asked:
    """The page that opens for setting the place."""

    def __init__(self):
        self.times = 0

    def show_place(self):
        self.times += 1


@pytest.fixture
def make_box(qtbot, shown, tmp_path):
    kept = []

    def make(desk, page=None):
        jobs, network = JobRunner(), JobRunner()
        context = PageContext(desk, jobs, print, lambda: None, lambda _key: page, network=network)
        window = QWidget()
        box = UploadBox(context, Tell(print, print, print), window)
        box.resize(760, 110)
        shown(window)
        kept.append((desk, jobs, network))
        return box

    yield make
    for desk, jobs, network in kept:
        network.shutdown()
        jobs.shutdown()
        desk.close()


def use(desk, place):
    with desk.database.writing() as connection:
        facts.write_destination(connection, place)


def test_one_key_uploads(qtbot, make_box, tmp_path):
    there = tmp_path / "there"
    there.mkdir()
    desk = station_desk(tmp_path)
    use(desk, FolderPlace(path=str(there)))
    enrol_one(desk)
    box = make_box(desk)
    qtbot.waitUntil(box.go.isVisible)
    assert str(there) in box.accessibleName()
    assert not box.set_place.isVisible()  # a cadre does not
    box.go.setFocus()
    qtbot.keyClick(box.go, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "terunggah" in box.accessibleName())
    assert len(list(there.iterdir())) == 1
    assert box.go.hasFocus()


def test_no_network_is_calm_and_the_button_says_again(qtbot, make_box, tmp_path):
    desk = station_desk(tmp_path)
    use(desk, WebDavPlace(url="http://127.0.0.1:1/kirim", user="u", password="sandi-rekaan"))
    box = make_box(desk)
    qtbot.waitUntil(box.go.isVisible)
    box.go.click()
    qtbot.waitUntil(lambda: "Coba lagi" in box.go.text())
    assert "Tidak ada jaringan. Data aman di laptop ini." in box.accessibleName()
    assert "sandi-rekaan" not in box.accessibleName()


def test_setting_the_place_opens_its_form(qtbot, make_box, tmp_path):
    asked = Asked()
    box = make_box(office_desk(tmp_path), asked)
    qtbot.waitUntil(box.set_place.isVisible)
    assert not box.go.isVisible()
    box.set_place.click()
    assert asked.times == 1


def test_the_inbox_looks_by_itself(qtbot, make_box, tmp_path):
    there = tmp_path / "there"
    there.mkdir()
    station, office = station_desk(tmp_path), office_desk(tmp_path)
    place = FolderPlace(path=str(there))
    for desk in (station, office):
        use(desk, place)
    enrol_one(station)
    upload(station)
    station.close()
    make_box(office)
    qtbot.waitUntil(lambda: bool(fetched_bundles(office)), timeout=SOON + 10_000)


def test_while_it_runs_it_can_be_stopped_and_nothing_else(qtbot, make_box, tmp_path):
    desk = office_desk(tmp_path)
    use(desk, FolderPlace(path=str(tmp_path)))
    box = make_box(desk)
    qtbot.waitUntil(box.go.isVisible)
    state = box.presenter._state
    box.display(replace(state, progress=Progress("Mengirim…", 3, 7)))
    assert box.stop.isVisible()
    assert not box.go.isVisible()
    assert not box.set_place.isVisible()
    box.display(state)
    assert box.go.isVisible()
    assert not box.stop.isVisible()


def test_on_one_line_only_trouble_has_a_line_of_its_own(qtbot, make_box, tmp_path):
    desk = office_desk(tmp_path)
    use(desk, FolderPlace(path=str(tmp_path)))
    box = make_box(desk)
    qtbot.waitUntil(box.go.isVisible)
    tall = box.sizeHint().height()
    state = replace(box.presenter._state, said="1 berkas terunggah.")
    box.display(state)
    assert box.sizeHint().height() > tall
    box.keep_to_one_line(True)
    assert box.sizeHint().height() == tall
    assert box._where.text() == "1 berkas terunggah."
    box.display(replace(state, progress=Progress("Mengirim…", 3, 7)))
    assert (box._where.text(), box._doing.isVisible()) == ("Mengirim…", False)
    box.display(replace(state, offline=True))
    assert box._where.toolTip() == "Tidak ada jaringan. Data aman di laptop ini."
    box.display(replace(state, trouble=Explanation("Penuh.", "Aman.", "Kosongkan.")))
    assert "Penuh. Aman. Kosongkan." in box._words.text()
    assert box.sizeHint().height() > tall
