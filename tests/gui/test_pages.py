"""Which pages an officer gets, and what stands above them."""

import pytest

from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.main_window import MainWindow
from jamsos_desktop.gui.pages import keys_for, pages_for, read_header
from jamsos_desktop.services import plan, set_up
from jamsos_desktop.services.sign_in import sign_in
from tests.journeys.world import OFFICE, PASSWORDS, POS1, World


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path / "dunia")
    yield made
    made.close()


@pytest.fixture
def open_window(qtbot, shown):
    runners = []

    def make(desk):
        jobs = JobRunner()
        runners.append(jobs)
        window = MainWindow()
        window.set_pages(pages_for(desk, jobs, window))
        shown(window)
        window.open_first()
        qtbot.waitUntil(lambda: not jobs.busy)
        return window

    yield make
    for runner in runners:
        runner.shutdown()


def test_every_page_of_an_office_opens(qtbot, open_window, world):
    window = open_window(world[OFFICE])
    assert window.shown_page() == "inbox"
    for key in (*keys_for(world[OFFICE]), "preferences", "help"):
        assert window.open_page(key).isVisible()


def test_every_page_of_a_station_opens(open_window, world):
    window = open_window(world[POS1])
    assert window.shown_page() == "today"
    pages = (
        *("today", "enrolment", "visits", "participants"),
        *("candidates", "cards", "exchange"),
    )
    assert keys_for(world[POS1]) == pages
    for key in keys_for(world[POS1]):
        assert window.open_page(key).isVisible()


@pytest.mark.parametrize("name", [OFFICE, POS1])
def test_settings_and_help_are_the_last_for_everyone(open_window, world, name):
    window = open_window(world[name])
    assert list(window._pages)[-2:] == ["preferences", "help"]
    assert window.open_page("preferences").isVisible()


def test_practice_begins_with_enrolling(open_window, data_dir):
    desk = set_up.start_practice(data_dir)
    assert open_window(desk).shown_page() == "enrolment"
    desk.close()


@pytest.mark.parametrize(
    ("role", "last"), [("kader", "enrolment"), ("koordinator", "stations"), ("admin", "stations")]
)
def test_what_an_officer_may_not_do_is_not_there(world, role, last):
    officer_id = plan.add_officer(world[OFFICE], "siti", "Siti", role)
    plan.set_password(world[OFFICE], officer_id, "rahasia123", PASSWORDS[OFFICE])
    world.close(OFFICE)
    desk = sign_in(world.folder / OFFICE, "siti", "rahasia123")
    keys = keys_for(desk)
    assert keys[0] == "inbox"
    assert keys[-1] == last
    assert ("plan" in keys) == (role == "admin")
    desk.close()


def test_the_top_says_what_the_office_does_not_have_yet(world):
    world.enrol(POS1, 0, 2)
    header = read_header(world[POS1])
    assert header.pending == 2
    assert header.event.startswith("Sosialisasi DBHCHT · ")
    assert header.officer == "Petugas pos1 · pos1"
    world.export(POS1)
    assert read_header(world[POS1]).pending_words() == "Semua sudah diekspor"
    assert read_header(world[OFFICE]).pending_words() == ""


def test_a_page_that_is_not_there_is_explained(qtbot, open_window, world):
    from jamsos_desktop.gui.pages import _go_to

    window = open_window(world[POS1])
    assert _go_to(window, keys_for(world[POS1]), "plan") is None
    assert window.shown_page() == "today"
