"""Checking cards by scanner and camera, without widgets."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.card_check.presenter import CheckPresenter
from tests.fakes import InlineJobs
from tests.gui.card_check.cards import FakeCamera, code_of_card, photo_of_card
from tests.gui.desk import form, open_desk


class Panel:
    """Keeps what it was shown."""

    def __init__(self):
        self.state, self.frames, self.verdicts = None, [], []

    def display(self, state):
        self.state = state
        self.verdicts.append(state.verdict)

    def show_frame(self, frame):
        self.frames.append(frame)


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


@pytest.fixture
def desk(data_dir):
    opened, _ids = open_desk(data_dir, form(0, "Siti Aminah"))
    yield opened
    opened.close()


def panel_of(desk, camera=None):
    panel, camera_jobs = Panel(), SlowJobs()
    opener = camera if callable(camera) else (lambda: camera) if camera else None
    return CheckPresenter(panel, InlineJobs(), desk, camera_jobs, opener), panel, camera_jobs


def test_the_code_of_a_practice_card_is_recognised(desk):
    presenter, panel, _jobs = panel_of(desk)
    presenter.check(f" {code_of_card(desk)}\n")
    verdict = panel.state.verdict
    assert (verdict.tone, verdict.what) == ("warning", "LATIHAN")
    assert dict(verdict.facts)["Atas nama"] == "Siti Aminah"


def test_what_is_no_code_is_said_so_until_the_next_is_typed(desk):
    presenter, panel, _jobs = panel_of(desk)
    presenter.check("JS1:ABC")
    assert panel.state.verdict.tone == "error"
    presenter.forget()
    assert panel.state.verdict is None
    presenter.check("  ")
    assert panel.state.verdict is None


def test_a_card_before_the_camera_is_checked_once(desk):
    camera = FakeCamera(b"\xff\xd8", photo_of_card(desk))
    camera.frames[0] = photo_of_card(desk)
    presenter, panel, jobs = panel_of(desk, camera)
    presenter.press_camera()
    assert panel.state.live
    for _step in range(8):
        jobs.go_on()
    assert panel.state.verdict.what == "LATIHAN"
    assert sum(verdict is not None for verdict in panel.verdicts) == 1
    presenter.press_camera()
    while jobs.waiting:
        jobs.go_on()
    assert camera.closed
    assert not panel.state.live
    assert panel.state.verdict is not None  # the answer stays to be read


def test_a_camera_that_does_not_open_is_explained(desk):
    def none():
        raise UserError("camera_none")

    presenter, panel, jobs = panel_of(desk, none)
    presenter.press_camera()
    jobs.go_on()
    assert panel.state.error is not None
    assert not panel.state.live
    presenter.press_camera()  # and it may be tried again
    assert panel.state.live


def test_without_the_camera_part_nothing_is_opened(desk):
    presenter, panel, jobs = panel_of(desk)
    presenter.press_camera()
    presenter.close_camera()
    assert jobs.waiting == []
    assert panel.state is None
