"""One record after the other: choose, type, save, and ask again."""

import pytest

from jamsos_desktop.gui.decisions.conflicts_presenter import ConflictsPresenter
from jamsos_desktop.gui.decisions.conflicts_state import ConflictsState
from jamsos_desktop.services.conflict_desk import open_conflicts
from jamsos_desktop.services.find import look_at
from tests.fakes import FakeView, InlineJobs
from tests.journeys.world import OFFICE
from tests.services.test_conflict_desk import mend


@pytest.fixture
def said():
    return []


@pytest.fixture
def presenter(world, said):
    def say(text, undo=None):
        said.append((text, undo))

    return ConflictsPresenter(FakeView(), InlineJobs(), world[OFFICE], say)


@pytest.fixture
def page(presenter, disputes):
    presenter.refresh()
    return presenter


def place_of(page, field, text):
    row = next(row for row in page.state.sheet.rows if row.name == field)
    return [cell.text for cell in row.cells].index(text)


def body(world, record_id):
    return look_at(world[OFFICE], record_id).body


def test_an_office_without_conflicts_has_nothing_to_ask(presenter):
    assert presenter.state == ConflictsState()
    presenter.refresh()
    for order in (presenter.save, presenter.take_back, presenter.uncover, presenter.skip):
        order()
    presenter.choose_column(0)
    assert (presenter.state.sheet, presenter.state.looked) == (None, True)


def test_each_field_is_chosen_and_the_next_record_comes(page, world, disputes, said):
    first = page.state.sheet.record_id
    page.choose("name", place_of(page, "name", "Siti Aminatun"))
    assert page.state.missing() == 1
    page.save()
    assert "1 isian" in page.state.error.what
    page.choose("mother_name", place_of(page, "mother_name", "Sumarti"))
    page.save()
    assert page.state.sheet.record_id != first
    assert page.state.queue.counted() == "2 dari 2, 1 selesai"
    kept = body(world, first)
    assert (kept.name, kept.mother_name, kept.rt) == ("Siti Aminatun", "Sumarti", "002")
    assert said[-1][0].endswith("diputuskan.")


def test_a_whole_column_and_something_typed(page, world):
    first = page.state.sheet.record_id
    page.choose_column(2)
    assert page.state.missing() == 0
    page.ask_typed("name")
    page.choose("name", 0)
    assert page.state.typed == {}
    page.type(" ")
    assert page.state.typing == "name"
    page.type("Siti Aminah binti Karim")
    page.save()
    assert body(world, first).name == "Siti Aminah binti Karim"


def test_a_choice_is_taken_back_by_choosing_it_again_or_by_typing(page):
    page.choose("name", 0)
    page.choose("name", 0)
    page.choose("name", 9)
    page.ask_typed("photo")
    assert (page.state.chosen, page.state.typing) == ({}, "")
    page.ask_typed("name")
    page.leave_typed()
    assert page.state.typing == ""


def test_what_cannot_be_saved_says_why_and_keeps_the_choices(page, world):
    page.choose_column(0)
    page.ask_typed("name")
    long = "Siti Aminah " * 6
    page.type(long)
    first = page.state.sheet.record_id
    page.save()
    assert page.state.findings
    assert page.state.overridable == ("name_long",)
    assert page.state.typed == {"name": long}
    page.choose("name", 0)
    assert page.state.findings == ()
    page.ask_typed("name")
    page.type(long)
    page.save()
    page.save("begitu di KTP")
    kept = body(world, first)
    assert (kept.name, kept.reasons["name_long"]) == (long.strip(), "begitu di KTP")


def test_what_was_decided_is_asked_again(page, world, said, disputes):
    first = page.state.sheet.record_id
    page.choose_column(0)
    page.save()
    page.choose_column(1)
    page.save()
    assert page.state.queue.left == 0
    assert open_conflicts(world[OFFICE]) == []
    page.take_back()
    said_undo = page.state.sheet.record_id
    page.take_back()
    assert {said_undo, page.state.sheet.record_id} == set(disputes)
    assert page.state.sheet.record_id == first
    assert len(page.state.sheet.rows) == 2
    assert set(open_conflicts(world[OFFICE])) == set(disputes)
    assert not page.state.undoable


def test_what_somebody_corrected_since_is_not_taken_back(page, world):
    first = page.state.sheet.record_id
    page.choose_column(0)
    page.save()
    mend(world[OFFICE], first, rt="9")
    page.take_back()
    assert "berubah" in page.state.error.what
    assert not page.state.undoable


def test_what_was_changed_meanwhile_is_shown_before_it_is_decided(page, world):
    first = page.state.sheet.record_id
    page.choose_column(0)
    mend(world[OFFICE], first, rt="9")
    page.save()
    assert "berubah" in page.state.error.what


def test_numbers_are_uncovered_and_covered_again(page):
    page.uncover()
    assert page.state.sheet.uncovered
    page.uncover()
    assert not page.state.sheet.uncovered
