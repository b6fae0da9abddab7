"""One group after the other is answered, sent back, skipped, undone."""

import pytest

from jamsos_desktop.gui.decisions import duplicates_presenter
from jamsos_desktop.gui.decisions.duplicates_presenter import DuplicatesPresenter
from jamsos_desktop.gui.decisions.duplicates_state import DuplicatesState
from jamsos_desktop.services.decide import decide
from jamsos_desktop.services.find import look_at
from tests.factories import enrol_one
from tests.fakes import FakeView, InlineJobs
from tests.journeys.world import OFFICE
from tests.services.test_duplicate_desk import mend


@pytest.fixture
def said():
    return []


@pytest.fixture
def presenter(world, said):
    def say(text, undo=None):
        said.append((text, undo))

    return DuplicatesPresenter(FakeView(), InlineJobs(), world[OFFICE], say)


@pytest.fixture
def page(presenter, twins):
    presenter.refresh()
    return presenter


def standing(world, record_id):
    return look_at(world[OFFICE], record_id).standing


def shown(page):
    return page.state.sheet.ids if page.state.sheet else ()


def test_an_office_without_twins_has_nothing_to_ask(presenter):
    assert presenter.state == DuplicatesState()
    presenter.refresh()
    assert (presenter.state.sheet, presenter.state.compared) == (None, True)
    assert presenter.state.queue.counted() == ""
    for order in (presenter.apart, presenter.take_back, presenter.uncover, presenter.skip):
        order()
    assert presenter.state.sheet is None


def test_the_next_group_comes_at_once_and_the_count_goes_on(page, world, said):
    first = shown(page)
    assert page.state.queue.counted() == "1 dari 3, 0 selesai"
    page.keep(1)
    assert standing(world, first[0]) == "duplikat"
    assert standing(world, first[1]) == "menunggu"
    assert shown(page) not in (first, ())
    assert page.state.queue.counted() == "2 dari 3, 1 selesai"
    assert (
        said[-1][0]
        == f"{look_at(world[OFFICE], first[1]).body.number} dipakai, yang lain gandanya."
    )
    page.apart()
    page.keep(0)
    assert page.state.sheet is None
    assert page.state.queue.left == 0
    page.refresh()
    assert page.state.sheet is None


def test_answers_are_undone_one_after_the_other(page, world, said):
    first = shown(page)
    page.keep(0)
    second = shown(page)
    page.apart()
    assert page.state.undoable
    said[-1][1]()
    assert shown(page) == second
    page.take_back()
    assert shown(page) == first
    assert standing(world, first[1]) == "menunggu"
    assert (page.state.undoable, page.state.queue.left) == (False, 3)
    page.take_back()
    assert shown(page) == first


def test_who_is_skipped_comes_again(page):
    first = shown(page)
    page.skip()
    second = shown(page)
    page.skip(-1)
    assert shown(page) == first
    page.skip()
    page.keep(0)
    page.skip()
    assert first in (shown(page), page.state.queue.groups[0])
    assert second not in (shown(page),)


def test_sending_back_asks_for_a_reason_and_proposes_one(page, world):
    one, other = shown(page)
    page.ask_back(1)
    assert page.state.returning == 1
    assert look_at(world[OFFICE], one).body.number in page.back_reason()
    page.keep(0)
    page.send_back("  ")
    assert standing(world, other) == "menunggu"
    page.leave_back()
    assert (page.state.returning, page.back_reason()) == (-1, "")
    page.ask_back(1)
    page.send_back("Lihat KTP")
    assert standing(world, other) == "perlu_perbaikan"
    assert look_at(world[OFFICE], other).answer.told.body.fields


def test_a_value_is_taken_over_with_the_decision(page, world):
    while page.state.sheet.sides[0].name != "Siti Aminah":
        page.skip()
    one, _other = shown(page)
    page.take_over("phone", 1)
    page.take_over("name", 1)
    page.take_over("name", 1)
    page.take_over("event_id", 1)
    assert page.state.taken == {"phone": 1}
    page.keep(0)
    body = look_at(world[OFFICE], one).body
    assert (body.phone, body.name) == ("081234567890", "Siti Aminah")


def test_marks_are_gone_with_their_group(page):
    page.take_over("phone", 1)
    page.mark_other(1)
    assert page.state.others == frozenset()  # of two, "orang berbeda" says it
    page.skip()
    assert page.state.taken == {}


def test_numbers_are_uncovered_for_this_group_alone(page):
    page.uncover()
    assert page.state.sheet.uncovered
    page.uncover()
    assert not page.state.sheet.uncovered
    page.uncover()
    page.skip()
    page.skip(-1)
    assert not page.state.sheet.uncovered


def test_what_was_changed_meanwhile_is_shown_before_it_is_decided(page, world):
    one, other = shown(page)
    mend(world[OFFICE], one, rt="9")
    page.keep(0)
    assert "berubah" in page.state.error.what
    assert standing(world, other) == "menunggu"
    row = next(row for row in page.state.sheet.rows if row.name == "rt")
    assert row.cells[0].text == "009"
    page.keep(0)
    assert standing(world, other) == "duplikat"


def test_a_list_that_is_read_again_leaves_out_what_is_decided_elsewhere(page, world):
    one, other = shown(page)
    decide(world[OFFICE], other, "duplikat", "sama", kept_id=one)
    page.refresh()
    assert shown(page) not in ((one, other), ())
    assert page.state.queue.counted() == "2 dari 3, 1 selesai"


class _Steps:
    """Runs one piece of work after the other, when the test says so."""

    def __init__(self):
        self.waiting = []

    def start(self, *job):
        self.waiting.append(job)

    def go_on(self):
        work, on_done, on_error = self.waiting.pop(0)
        InlineJobs().start(work, on_done, on_error)

    def until(self, done):
        while not done():
            self.go_on()


@pytest.fixture
def slow(world, twins, said, monkeypatch):
    """The desk of an office that compares one registration at a time."""
    monkeypatch.setattr(duplicates_presenter, "_PIECE", 1)
    monkeypatch.setattr(duplicates_presenter, "_NEWS", 1)
    steps = _Steps()
    page = DuplicatesPresenter(FakeView(), steps, world[OFFICE], lambda *text: said.append(text))
    return page, steps


def test_what_was_found_by_now_is_answered_while_the_rest_is_compared(slow, world):
    page, steps = slow
    page.refresh()
    steps.until(lambda: shown(page))
    assert page.state.progress.total == 6
    assert page.state.progress.done < 6
    first = shown(page)
    page.keep(0)
    steps.until(lambda: standing(world, first[1]) == "duplikat")
    assert page.state.progress is not None
    steps.until(lambda: page.state.compared and not page.state.busy)
    assert (len(page.state.queue.groups), page.state.queue.left) == (3, 2)
    assert page.state.progress is None


def test_who_stops_the_comparison_goes_on_there_another_time(slow):
    page, steps = slow
    page.refresh()
    steps.until(lambda: shown(page))
    page.stop()
    steps.until(lambda: not steps.waiting)
    assert (page.state.progress, page.state.compared) == (None, False)
    assert len(page.state.queue.groups) < 3
    page.refresh()
    steps.until(lambda: not steps.waiting)
    assert (len(page.state.queue.groups), page.state.compared) == (3, True)


def test_who_comes_back_to_the_page_finds_the_pair_and_its_marks(page, world):
    page.skip()
    page.take_over("phone", 1)
    before = shown(page)
    page.refresh()
    assert (shown(page), page.state.taken) == (before, {"phone": 1})
    mend(world[OFFICE], before[0], rt="9")
    page.refresh()
    assert (shown(page), page.state.taken) == (before, {})


def test_who_joins_the_pair_that_is_shown_is_asked_about_afterwards(page, world):
    while page.state.sheet.sides[0].name != "Siti Aminah":
        page.skip()
    before = shown(page)
    reasons = {"nik_already_enrolled": "lupa"}
    enrol_one(world[OFFICE], 0, name="Siti Aminah", phone="", reasons=reasons)
    page.refresh()
    assert shown(page) == before
    page.keep(0)
    page.apart()
    page.apart()
    assert page.state.queue.left == 1
    assert before[0] in shown(page)
