"""Registrations are looked at, accepted and written, without a window."""

import pytest

from jamsos_desktop.gui.bpjs.presenter import SendPresenter
from jamsos_desktop.services import find
from jamsos_desktop.services.decide import decide
from tests.fakes import InlineJobs


class Page:
    def __init__(self):
        self.state = None

    def show_sending(self, state):
        self.state = state


@pytest.fixture
def said():
    return []


@pytest.fixture
def presenter(desk, said):
    made = SendPresenter(
        Page(), InlineJobs(), desk, lambda text, undo=None: said.append((text, undo)), int
    )
    made.refresh()
    return made


def test_accepting_all_makes_them_ready_and_is_undone(presenter, desk, ids, said):
    assert (presenter.state.ready, presenter.state.waiting) == (0, 2)
    presenter.accept()
    assert (presenter.state.ready, presenter.state.waiting) == (2, 0)
    assert find.look_at(desk, ids[0]).answer.said == "diterima"
    text, undo = said[-1]
    assert text == "2 pendaftaran diterima"
    undo()
    assert presenter.state.waiting == 2
    assert find.look_at(desk, ids[0]).answer.said == ""


def test_a_file_is_written_and_who_stood_in_it_is_not_offered_again(presenter, desk, ids, stick):
    presenter.export(stick)
    assert list(stick.iterdir()) == []
    presenter.accept()
    presenter.choose_format("csv")
    presenter.export(stick)
    (path,) = stick.iterdir()
    assert path.suffix == ".csv"
    assert path.name in presenter.state.done[0]
    assert presenter.state.ready == 0
    assert find.look_at(desk, ids[0]).standing == "dikirim"
    presenter.choose_again(again=True)
    assert presenter.state.ready == 2


def test_a_folder_that_is_not_there_leaves_everything_as_it_was(presenter, desk, ids, stick):
    presenter.accept()
    presenter.export(stick / "gone")
    assert presenter.state.error is not None
    assert find.look_at(desk, ids[0]).standing == "diterima"
    presenter.export(stick)
    assert presenter.state.error is None


def test_who_is_held_back_is_listed_and_saved(presenter, desk, ids, stick, said):
    decide(desk, ids[1], "perlu_perbaikan", "RT keliru", fields=["rt"])
    presenter.refresh()
    assert [line.name for line in presenter.state.held] == ["Budi Santoso", "Ani Lestari"]
    presenter.save_held(stick / presenter.file_name())
    assert "perlu perbaikan di pos" in (stick / presenter.file_name()).read_text("utf-8-sig")
    assert said[-1][0].startswith("Tersimpan")


def test_programme_event_and_layout_are_chosen(presenter):
    state = presenter.state
    assert state.programme_id == state.programmes[0].key
    assert "usulan" in state.note
    presenter.choose_event(state.events[0].key)
    assert presenter.state.waiting == 2
    presenter.choose_layout(state.layouts[0].key)
    presenter.choose_programme(state.programme_id)
    assert presenter.state.event_id == state.events[0].key
