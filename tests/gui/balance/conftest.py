"""An office with two stations, of which the first has sent three people."""

import pytest

from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.import_bundle import import_bundle
from tests.factories import FixedClock, enrol_one, office_desk, station_desk


@pytest.fixture
def clock():
    """The clock of every desk."""
    return FixedClock()


@pytest.fixture
def desk(tmp_path, clock):
    """The desk of the office, before anything came."""
    made = office_desk(tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def station(tmp_path, clock):
    """The desk of the first station."""
    made = station_desk(tmp_path, "Pos 1", clock)
    yield made
    made.close()


@pytest.fixture
def came(desk, station, tmp_path):
    """Three people of the first station came."""
    stick = tmp_path / "stick"
    stick.mkdir()
    for number in range(3):
        enrol_one(station, number)
    import_bundle(desk, export_bundle(station, stick).path)
    return stick
