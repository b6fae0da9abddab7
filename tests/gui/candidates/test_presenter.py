"""What happens in the list of candidates."""

import pytest

from jamsos_desktop.gui.candidates.presenter import PAGE, CandidatesPresenter
from tests.factories import expect, make_candidate, read_candidate
from tests.fakes import InlineJobs


class FakeView:
    def __init__(self):
        self.state = None
        self.lines = []
        self.more = False

    def show_list(self, state):
        self.state = state

    def show_lines(self, lines, *, more):
        self.lines, self.more = list(lines), more

    def append_lines(self, lines, *, more):
        self.lines += lines
        self.more = more


@pytest.fixture
def view():
    return FakeView()


@pytest.fixture
def said():
    return []


@pytest.fixture
def presenter(view, desk, said):
    return CandidatesPresenter(view, InlineJobs(), desk, lambda *what: said.append(what))


def names(view):
    return [line.name for line in view.lines]


def test_an_office_without_a_list_is_told_what_to_do(presenter, view):
    presenter.refresh()
    assert view.state.empty
    assert view.state.words() == ""


def test_the_list_begins_with_the_programme_of_the_event(presenter, view, people):
    presenter.refresh()
    assert names(view) == ["Ani", "Budi", "Dedi", "Cici"]
    assert view.state.words() == "4 calon, 1 sudah terdaftar, 3 belum"
    assert not view.state.empty
    assert not view.state.no_match


def test_typing_and_choosing_narrow_the_list(presenter, view, people):
    presenter.refresh()
    presenter.search("bu")
    assert names(view) == ["Budi"]
    presenter.search("zu")
    assert view.state.no_match
    presenter.search("")
    presenter.choose_show("open")
    assert names(view) == ["Budi", "Dedi", "Cici"]
    presenter.choose_place("35.76.03.1001/002/002")
    assert names(view) == ["Cici"]
    presenter.choose_show("registered")
    assert names(view) == []
    presenter.choose_place("")
    assert names(view) == ["Ani"]


def test_who_is_chosen_for_the_ceremony_is_marked_and_can_be_unmarked(
    presenter, view, said, desk, people
):
    presenter.refresh()
    presenter.choose_for_ceremony([people[1], people[2]], True)
    presenter.choose_show("ceremony")
    assert names(view) == ["Budi", "Cici"]
    ((text, undo),) = said
    assert text == "2 orang ditandai untuk penyerahan simbolis"
    undo()
    assert names(view) == []
    assert not read_candidate(desk, people[1]).ceremony


def test_what_cannot_be_marked_says_why(presenter, view, people):
    presenter.refresh()
    presenter.choose_for_ceremony(["nobody"], True)
    assert view.state.error is not None
    assert not view.state.busy


def test_more_come_when_the_end_is_in_sight(presenter, view, desk, programme_id):
    many = [make_candidate(n, name=f"N{n:03d}", programme_id=programme_id) for n in range(PAGE + 5)]
    expect(desk, *many)
    presenter.refresh()
    assert (len(view.lines), view.more) == (PAGE, True)
    presenter.fetch_more(PAGE)
    assert (len(view.lines), view.more) == (PAGE + 5, False)


def test_choosing_another_programme_forgets_the_neighbourhood(presenter, view, people):
    presenter.refresh()
    presenter.choose_place("35.76.03.1001/002/002")
    presenter.refresh()
    assert names(view) == ["Cici"]
    presenter.choose_programme("")
    assert (view.state.place, len(view.lines)) == ("", 4)
