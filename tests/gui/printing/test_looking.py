"""Which page is looked at, and which picture of it is shown."""

from functools import partial

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.printing.looking import Looking
from tests.fakes import InlineJob, InlineJobs


class Screen:
    """What was drawn and what was said of it."""

    def __init__(self, jobs):
        self.pictures, self.said, self.empty = [], {}, False
        self.looking = Looking(jobs, self._drawing, self.pictures.append, self._show)

    def _drawing(self, page, dpi):
        return None if self.empty else partial(self.draw, page, dpi)

    def draw(self, page, dpi):
        return page, dpi

    def _show(self, **changes):
        self.said.update(changes)


@pytest.fixture
def screen():
    return Screen(InlineJobs())


def test_nothing_is_drawn_before_somebody_says_how_fine(screen):
    screen.looking.begin(3, same=False)
    screen.looking.draw()
    assert screen.pictures == []
    screen.looking.show_at(50)
    screen.looking.show_at(50)
    assert screen.pictures == [(0, 50)]


def test_there_is_no_page_before_the_first_and_after_the_last(screen):
    screen.looking.begin(3, same=False)
    screen.looking.show_at(50)
    for page in (-1, 0, 9, 2, 7):
        screen.looking.go_to_page(page)
    assert screen.pictures == [(0, 50), (2, 50)]
    assert screen.said == {"page": 2}


def test_of_the_same_paper_the_page_stays_as_far_as_there_is_one(screen):
    screen.looking.begin(5, same=False)
    screen.looking.go_to_page(4)
    screen.looking.begin(3, same=True)
    assert screen.looking.page == 2
    screen.looking.begin(3, same=False)
    assert screen.looking.page == 0


def test_where_nothing_is_left_the_picture_goes(screen):
    screen.empty = True
    screen.looking.begin(0, same=True)
    screen.looking.draw()
    assert screen.pictures == [None]


def test_a_page_that_cannot_be_drawn_is_explained(screen, monkeypatch):
    def refuse(_page, _dpi):
        raise UserError("participant_unknown")

    monkeypatch.setattr(screen, "draw", refuse)
    screen.looking.begin(1, same=False)
    screen.looking.show_at(50)
    assert screen.pictures == []
    assert screen.said["error"].what


class LaterJobs(InlineJobs):
    """Keeps what is wanted, as a worker does that is busy."""

    def __init__(self):
        self.waiting = []

    def start(self, work, on_done, _on_error):
        job = InlineJob()
        self.waiting.append((job, work, on_done))
        return job

    def run(self):
        for job, work, on_done in self.waiting:
            if not job.token.wanted:
                on_done(work())


def test_of_many_wishes_only_the_last_is_drawn():
    jobs = LaterJobs()
    screen = Screen(jobs)
    screen.looking.begin(9, same=False)
    screen.looking.show_at(50)
    for page in range(1, 6):
        screen.looking.go_to_page(page)
    jobs.run()
    assert screen.pictures == [(5, 50)]
