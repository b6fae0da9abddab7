"""From the neighbourhoods to a door and back, without widgets."""

import pytest

from jamsos_desktop.gui.visits.presenter import VisitsPresenter
from tests.fakes import FakeView, InlineJobs


@pytest.fixture
def said():
    return []


@pytest.fixture
def presenter(desk, ids, said):
    presenter = VisitsPresenter(FakeView(), InlineJobs(), desk, said.append)
    presenter.refresh()
    return presenter


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["001", "002"]),
        ("krang", ["001", "002"]),
        ("rw 002", ["001", "002"]),
        ("rt 2", ["002"]),
        ("RT.001/RW 2 kranggan", ["001"]),
        ("surabaya", []),
        ("rt", ["001", "002"]),
    ],
)
def test_neighbourhoods_are_found_by_name_rt_and_rw(presenter, typed, found):
    presenter.search(typed)
    assert [place.rt for place in presenter.state.places()] == found


def test_a_visit_is_noted_and_the_door_moves_down(presenter, said):
    presenter.open_place(presenter.state.places()[0])
    first = presenter.state.doors[0]
    presenter.begin_note(first)
    presenter.note("", "")
    assert [finding.field for finding in presenter.state.findings] == ["outcome"]
    presenter.note("tidak_di_rumah", "kembali sore")
    assert presenter.state.step == "doors"
    assert presenter.state.doors[-1].name == first.name
    assert presenter.state.doors[-1].said.endswith("kembali sore")
    assert said == [f"Kunjungan ke {first.name} dicatat"]


def test_back_goes_one_step(presenter):
    presenter.open_place(presenter.state.places()[0])
    presenter.begin_note(presenter.state.doors[0])
    presenter.leave()
    assert (presenter.state.step, presenter.state.door) == ("doors", None)
    presenter.leave()
    assert presenter.state.step == "places"


def test_who_was_registered_meanwhile_is_said(presenter, desk, monkeypatch):
    from jamsos_desktop.errors import UserError
    from jamsos_desktop.services import visits

    def refuse(*_arguments):
        raise UserError("candidate_registered")

    monkeypatch.setattr(visits, "note_visit", refuse)
    presenter.open_place(presenter.state.places()[0])
    presenter.begin_note(presenter.state.doors[0])
    presenter.note("pindah", "")
    assert "sudah terdaftar" in presenter.state.error.what
    assert not presenter.state.busy
