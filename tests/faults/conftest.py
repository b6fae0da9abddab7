"""An office and two stations to work with."""

import pytest

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
