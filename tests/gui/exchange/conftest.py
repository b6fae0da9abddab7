"""A station with people in it, and a stick."""

import pytest

from tests.journeys.world import POS1, World


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path / "dunia")
    yield made
    made.close()


@pytest.fixture
def station(world):
    return world[POS1]


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    return folder
