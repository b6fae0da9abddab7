"""Every page fits the screen of an officer's laptop: 1366 x 768 at 125 %."""

from functools import partial

import pytest

from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.main_window import MainWindow
from jamsos_desktop.gui.pages import pages_for
from jamsos_desktop.i18n import set_language
from jamsos_desktop.services import set_up

WIDTH, HEIGHT = 1093, 614  # logical pixels


def has_number(page):
    return bool(page.presenter.state.number)


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_page_asks_for_more_room_than_there_is(qtbot, shown, tmp_path, language):
    set_language(language)
    desk = set_up.start_practice(tmp_path)
    jobs = JobRunner()
    window = MainWindow()
    pages = pages_for(desk, jobs, window)
    window.set_pages(pages)
    shown(window, WIDTH, HEIGHT)
    for page in pages:
        opened = window.open_page(page.key)
        qtbot.waitUntil(lambda: not jobs.busy)
        if page.key == "enrolment":
            opened.strip.candidate.click()
            qtbot.waitUntil(partial(has_number, opened))
        if page.key == "cards":
            opened.open_papers()
            qtbot.waitUntil(lambda: not jobs.busy)
        least = window.minimumSizeHint()
        assert (least.width() <= WIDTH, least.height() <= HEIGHT) == (True, True), page.key
    window.close()
    jobs.shutdown()
    desk.close()
