"""Looking through a camera, picture by picture."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.live_camera import LiveCamera
from tests.fakes import InlineJobs


class Steps(InlineJobs):
    """A worker that does one piece of work when it is told to."""

    def __init__(self):
        self.waiting = []

    def start(self, *work):
        self.waiting.append(work)

    def step(self, times=1):
        for _ in range(times):
            super().start(*self.waiting.pop(0))


class Camera:
    def __init__(self, frames):
        self.frames, self.closed = list(frames), False

    def read(self):
        if not self.frames:
            raise UserError("camera_failed")
        return self.frames.pop(0)

    def close(self):
        self.closed = True


@pytest.fixture
def jobs():
    return Steps()


@pytest.fixture
def camera():
    return Camera([b"1", b"2", b"3"])


@pytest.fixture
def seen():
    return []


@pytest.fixture
def live(jobs, camera, seen):
    return LiveCamera(jobs, lambda: camera, seen.append, lambda e: seen.append(e.code))


def test_one_picture_follows_the_other_and_none_waits(live, jobs, seen):
    live.start()
    jobs.step(3)
    assert (seen, live.frame) == ([b"1", b"2"], b"2")
    assert len(jobs.waiting) == 1


def test_what_comes_after_stopping_is_dropped(live, jobs, seen, camera):
    live.start()
    jobs.step(2)
    live.stop()
    jobs.step(2)
    assert (seen, live.frame, live.on) == ([b"1"], b"", False)
    assert camera.closed
    assert jobs.waiting == []


def test_stopping_before_it_is_open_closes_it_when_it_is(live, jobs, seen, camera):
    live.start()
    live.stop()
    jobs.step(2)
    assert (camera.closed, seen) == (True, [])


def test_starting_twice_opens_it_once(live, jobs):
    live.start()
    live.start()
    assert len(jobs.waiting) == 1
    jobs.step()
    live.start()
    assert len(jobs.waiting) == 1


def test_changing_ones_mind_while_it_opens_keeps_it(live, jobs, seen):
    live.start()
    live.stop()
    live.start()
    jobs.step(2)
    assert seen == [b"1"]


def test_a_camera_that_fails_is_closed_and_said_once(live, jobs, seen, camera):
    live.start()
    jobs.step(5)
    assert seen == [b"1", b"2", b"3", "camera_failed"]
    jobs.step()
    assert camera.closed
    assert not live.on


def test_where_none_opens_it_is_said_and_may_be_tried_again(jobs, seen):
    def none():
        raise UserError("camera_none")

    live = LiveCamera(jobs, none, seen.append, lambda error: seen.append(error.code))
    for _ in range(2):
        live.start()
        jobs.step()
    assert seen == ["camera_none", "camera_none"]


def test_a_failure_after_stopping_concerns_nobody(live, jobs, seen, camera):
    camera.frames.clear()
    live.start()
    jobs.step()
    live.stop()
    jobs.step(2)
    assert seen == []
