"""The camera, where there is one and where there is none. OpenCV itself is replaced."""

import sys
from types import SimpleNamespace

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.services import camera


class Capture:
    """What OpenCV calls an opened camera."""

    def __init__(self, frames, opened=True):
        self.frames, self.opened = frames, opened
        self.released = False

    def isOpened(self):
        return self.opened

    def set(self, _what, _value):
        return True

    def read(self):
        frame = self.frames.pop(0) if self.frames else None
        return frame is not None, frame

    def release(self):
        self.released = True


@pytest.fixture
def opencv(monkeypatch):
    """Put an OpenCV with this camera in the place of the real one."""

    def use(capture):
        names = ("CAP_DSHOW", "CAP_ANY", "CAP_PROP_FRAME_WIDTH", "CAP_PROP_FRAME_HEIGHT")
        made = SimpleNamespace(
            **dict.fromkeys((*names, "IMWRITE_JPEG_QUALITY"), 0),
            VideoCapture=lambda _index, _way: capture,
            imencode=lambda _kind, frame, _how: (True, memoryview(frame)),
        )
        monkeypatch.setitem(sys.modules, "cv2", made)
        return capture

    return use


def refused(code, call):
    with pytest.raises(UserError) as caught:
        call()
    assert caught.value.code == code


def test_a_camera_gives_pictures_until_it_is_closed(opencv):
    capture = opencv(Capture([None, b"satu", b"dua"]))
    opened = camera.open_camera()
    assert [opened.read(), opened.read()] == [b"satu", b"dua"]
    opened.close()
    assert capture.released


def test_a_camera_that_stops_is_said(opencv):
    opencv(Capture([]))
    refused("camera_failed", camera.open_camera().read)


def test_where_no_camera_answers_nothing_stays_open(opencv):
    capture = opencv(Capture([], opened=False))
    refused("camera_none", camera.open_camera)
    assert capture.released


def test_without_the_extra_there_is_no_camera(monkeypatch):
    monkeypatch.setitem(sys.modules, "cv2", None)
    refused("camera_not_installed", camera.open_camera)


def test_asking_whether_there_is_one_loads_nothing(monkeypatch):
    asked = []
    monkeypatch.setattr(camera, "find_spec", asked.append)
    assert not camera.is_installed()
    assert asked == ["cv2"]
