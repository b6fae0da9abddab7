"""The office's balance is counted, looked at and saved, without a window."""

import pytest

from jamsos_desktop.gui.balance.presenter import BalancePresenter
from tests.fakes import FakeView, InlineJobs


@pytest.fixture
def said():
    return []


@pytest.fixture
def presenter(desk, came, said):
    made = BalancePresenter(FakeView(), InlineJobs(), desk, said.append)
    made.refresh()
    return made


def test_what_came_is_counted_by_station_and_by_day(presenter):
    state = presenter.state
    assert state.balances
    assert state.summary == "Neraca cocok: 3 pendaftaran ada di kantor."
    assert [line.standing for line in state.stations] == ["belum mengirim", "cocok"]
    assert [line.figures[1] for line in state.days] == ["3"]
    presenter.choose_event(state.events[0].key)
    presenter.choose_side("days")
    presenter.refresh()
    assert presenter.state.event_id == state.events[0].key


def test_how_long_a_station_may_be_silent_is_a_choice(presenter, clock):
    clock.go(days=5)
    presenter.refresh()
    assert presenter.state.stations[1].standing == "cocok"
    presenter.choose_late(3)
    assert presenter.state.stations[1].standing == "terlambat"


def test_it_is_saved_as_table_and_paper(presenter, came, said):
    presenter.save_csv(came / presenter.file_name("csv"))
    presenter.save_pdf(came / "neraca")
    assert said == ["Tersimpan: neraca-kantor-20261122.csv", "Tersimpan: neraca.pdf"]
    assert (came / "neraca.pdf").read_bytes().startswith(b"%PDF")
    presenter.save_csv(came / "gone" / "x.csv")
    assert presenter.state.error is not None
