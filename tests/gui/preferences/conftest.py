"""An office and a station, and the settings beside them."""

import pytest

from jamsos_desktop.gui.wardrobe import Wardrobe
from jamsos_desktop.settings import Settings
from tests.journeys.world import World


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path / "dunia")
    yield made
    made.close()


@pytest.fixture
def worn():
    return []


@pytest.fixture
def wardrobe(tmp_path, worn):
    folder = tmp_path / "pengaturan"
    folder.mkdir()
    return Wardrobe(folder, Settings(), worn.append)
