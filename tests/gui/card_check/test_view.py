"""F8 with the real window, the real worker and a camera that shows a card."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.card_check.view import CardCheckView
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.main_window import MainWindow
from jamsos_desktop.gui.pages import pages_for
from jamsos_desktop.services import camera
from tests.gui.card_check.cards import FakeCamera, code_of_card, photo_of_card
from tests.gui.desk import form, open_desk


@pytest.fixture
def desk(data_dir):
    opened, _ids = open_desk(data_dir, form(0, "Siti Aminah"))
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot, shown, desk):
    jobs = JobRunner()
    made = MainWindow()
    made.set_pages(pages_for(desk, jobs, made))
    shown(made)
    made.open_page("today")
    qtbot.waitUntil(lambda: not jobs.busy)
    yield made
    made.closing.emit()
    jobs.shutdown()


def panel_of(qtbot, window):
    qtbot.waitUntil(lambda: window.findChild(CardCheckView) is not None)
    panel = window.findChild(CardCheckView)
    qtbot.waitUntil(panel.isVisible)
    return panel


def test_f8_checks_a_card_on_any_page_and_esc_goes_back(qtbot, window, desk):
    window.open_page("participants")
    qtbot.keyClick(window, Qt.Key.Key_F8)
    panel = panel_of(qtbot, window)
    panel.activateWindow()
    qtbot.waitUntil(panel.code.hasFocus)
    qtbot.keyClicks(panel.code, "JS1:NONSENSE")
    qtbot.keyClick(panel.code, Qt.Key.Key_Return)
    qtbot.waitUntil(panel.verdict.what.isVisible)
    assert panel.verdict.what.text() == "Bukan kode kartu"
    assert panel.verdict.property("tone") == "error"
    assert panel.code.selectedText() == "JS1:NONSENSE"  # the next code replaces it
    panel.code.setText(code_of_card(desk))
    panel.check.click()
    qtbot.waitUntil(lambda: panel.verdict.what.text() == "LATIHAN")
    assert "Siti Aminah" in panel.verdict.accessibleName()
    qtbot.keyClicks(panel.code, "J")
    assert not panel.verdict.what.isVisible()
    with qtbot.waitSignal(panel.destroyed):
        qtbot.keyClick(panel.code, Qt.Key.Key_Escape)


def test_the_top_of_the_window_opens_it_too(qtbot, window):
    window.top_bar.check_card.click()
    panel_of(qtbot, window).close()


def test_a_card_is_held_before_the_camera(qtbot, window, desk, monkeypatch):
    eye = FakeCamera(photo_of_card(desk))
    monkeypatch.setattr(camera, "is_installed", lambda: True)
    monkeypatch.setattr(camera, "open_camera", lambda: eye)
    window.card_check_wanted.emit()
    panel = panel_of(qtbot, window)
    panel.lens.button.click()
    qtbot.waitUntil(lambda: panel.verdict.what.text() == "LATIHAN")
    assert panel.lens.picture.isVisible()
    window.closing.emit()  # the screen is locked, or the program ends
    assert eye.closed


def test_without_the_camera_part_the_panel_says_what_to_do(qtbot, window, monkeypatch):
    monkeypatch.setattr(camera, "is_installed", lambda: False)
    window.card_check_wanted.emit()
    panel = panel_of(qtbot, window)
    assert panel.lens.button.isHidden()
    assert panel.no_camera.isVisible()
    panel.close()


def test_a_card_before_the_camera_is_checked_once_and_its_answer_stays(
    qtbot, window, desk, monkeypatch
):
    eye = FakeCamera(photo_of_card(desk))
    monkeypatch.setattr(camera, "is_installed", lambda: True)
    monkeypatch.setattr(camera, "open_camera", lambda: eye)
    window.card_check_wanted.emit()
    panel = panel_of(qtbot, window)
    told = []
    panel.lens.read.connect(told.append)
    panel.lens.button.click()
    assert panel.lens.button.text().strip() == "Matikan kamera"
    assert "Pegang kartu di depan kamera" in panel.verdict.more.text()
    qtbot.waitUntil(lambda: panel.verdict.what.text() == "LATIHAN")
    panel.lens.button.click()
    assert eye.closed
    assert not panel.lens.picture.isVisible()
    assert panel.verdict.what.text() == "LATIHAN"
    assert told == [code_of_card(desk)]
    panel.close()


def test_a_camera_that_does_not_open_is_explained_and_may_be_tried_again(
    qtbot, window, monkeypatch
):
    def none():
        raise UserError("camera_none")

    monkeypatch.setattr(camera, "is_installed", lambda: True)
    monkeypatch.setattr(camera, "open_camera", none)
    window.card_check_wanted.emit()
    panel = panel_of(qtbot, window)
    panel.lens.button.click()
    qtbot.waitUntil(panel.notice.isVisible)
    assert not panel.lens.on
    panel.lens.button.click()
    assert panel.lens.on
    assert not panel.notice.isVisible()
    qtbot.waitUntil(panel.notice.isVisible)
    panel.close()
