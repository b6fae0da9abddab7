"""An office and two stations to work with."""

import pytest

from tests import figures
from tests.faults.trips import begin_trip
from tests.faults.victims import Server, start_victim
from tests.journeys.terminal import Terminal
from tests.journeys.world import World


@pytest.fixture
def world(tmp_path):
    """A fresh copy of the installations; desks are closed at the end."""
    made = World(tmp_path / "dunia")
    yield made
    made.close()


@pytest.fixture
def terminal(world, monkeypatch, capsys):
    """The command line."""
    return Terminal(world, monkeypatch, capsys)


@pytest.fixture
def server():
    """What carries orders out and dies of it."""
    with start_victim("serve") as process:
        running = Server(process)
        yield running
        process.stdin.close()
    assert running.killed >= 6


@pytest.fixture
def trip(world):
    """What a station registered is still there alone."""
    return begin_trip(world)


class Tried:
    """Counts the cases of a campaign; what must never happen is counted too, and stays 0."""

    def __init__(self):
        self.cases = self.entries_lost = self.damaged_accepted = 0

    def case(self, *, lost=0, accepted=False):
        """One case: how many entries were lost, and whether something damaged was accepted."""
        self.cases += 1
        self.entries_lost += lost
        self.damaged_accepted += accepted
        assert (self.entries_lost, self.damaged_accepted) == (0, 0)


@pytest.fixture
def tried():
    """Figures for the end of the run."""
    counted = Tried()
    yield counted
    figures.add(
        "faults",
        cases_tried=counted.cases,
        entries_lost=counted.entries_lost,
        damaged_accepted=counted.damaged_accepted,
    )
