"""A button, what the camera sees, and what is read from it."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui import code_camera
from jamsos_desktop.gui.code_lens import CodeLens
from tests.gui.card_check.cards import FakeCamera
from tests.gui.test_code_camera import ONE


@pytest.fixture
def lens(shown, monkeypatch):
    monkeypatch.setattr(code_camera, "read_qr", {ONE: "satu"}.__getitem__)
    made = CodeLens(QSize(80, 60), shown(QWidget()))
    yield made
    made.close()


def test_without_a_camera_there_is_no_button_and_nothing_is_opened(lens):
    lens.offer(None)
    assert lens.button.isHidden()
    lens.press()
    lens.close()
    assert not lens.on


def test_a_code_is_read_while_it_is_on(qtbot, lens):
    eye, turned = FakeCamera(ONE), []
    lens.turned.connect(turned.append)
    lens.offer(lambda: eye)
    with qtbot.waitSignal(lens.read) as told:
        lens.button.click()
    assert told.args == ["satu"]
    assert lens.picture.isVisible()
    lens.button.click()
    assert eye.closed
    assert (turned, lens.picture.isHidden()) == ([True, False], True)
    assert lens.button.accessibleName() == "Pakai kamera"


def test_one_that_does_not_open_is_told_when_it_is_off_again(qtbot, lens):
    def none():
        raise UserError("camera_none")

    lens.offer(none)
    with qtbot.waitSignal(lens.failed):
        lens.button.click()
    assert not lens.on
