"""The part "Aturan dan teks" at the office, worked without a worker."""

import pytest

from jamsos_desktop.storage.reference import shipped_text
from tests.factories import office_desk, station_desk


@pytest.fixture
def office(tmp_path):
    desk = office_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def station(tmp_path):
    desk = station_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def dearer(tmp_path):
    """A file in which JKK costs something else."""
    text = shipped_text("tariffs.toml").replace("version = 1", "version = 2")
    path = tmp_path / "tarif.toml"
    path.write_text(text.replace("jkk = 10_000", "jkk = 12_000"), "utf-8")
    return path
