"""Codes before the camera: each once, and a picture at a time."""

import io

import pytest
from PIL import Image

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui import code_camera
from jamsos_desktop.gui.code_camera import CodeCamera
from tests.fakes import InlineJobs
from tests.gui.card_check.cards import FakeCamera


class SlowJobs(InlineJobs):
    """Work of the camera waits until it is wanted: a camera never ends by itself."""

    def __init__(self):
        super().__init__()
        self.waiting = []

    def start(self, work, on_done, on_error):
        self.waiting.append((work, on_done, on_error))

    def go_on(self):
        work, on_done, on_error = self.waiting.pop(0)
        super().start(work, on_done, on_error)


def picture(shade):
    made = io.BytesIO()
    Image.new("L", (8, 8), shade).save(made, "JPEG")
    return made.getvalue()


ONE, TWO = picture(0), picture(255)


@pytest.fixture
def told():
    return []


@pytest.fixture
def started(told, monkeypatch):
    """A camera before which somebody holds these cards, and its worker."""

    def start(*frames):
        monkeypatch.setattr(code_camera, "read_qr", {ONE: "satu", TWO: "dua", b"": ""}.__getitem__)
        jobs, lens = SlowJobs(), FakeCamera(*frames)
        camera = CodeCamera(jobs, lambda: lens, lambda _frame: None, told.append, told.append)
        camera.press()
        return camera, jobs, lens

    return start


def test_a_card_is_told_once_and_again_after_another(started, told):
    _camera, jobs, _lens = started(b"", ONE, ONE, TWO, ONE)
    for _step in range(14):
        jobs.go_on()
    assert told == ["satu", "dua", "satu"]


def test_what_is_read_after_it_was_turned_off_is_not_told(started, told):
    camera, jobs, lens = started(ONE)
    for _step in range(2):
        jobs.go_on()
    camera.press()
    while jobs.waiting:
        jobs.go_on()
    assert (told, lens.closed, camera.on) == ([], True, False)
    camera.stop()
    assert jobs.waiting == []


def test_a_camera_that_does_not_open_is_told(told):
    def none():
        raise UserError("camera_none")

    jobs = SlowJobs()
    camera = CodeCamera(jobs, none, told.append, told.append, told.append)
    camera.press()
    jobs.go_on()
    assert [error.code for error in told] == ["camera_none"]
    assert not camera.on
