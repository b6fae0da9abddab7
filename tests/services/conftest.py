"""An office and its stations, signed in, with a clock that stands."""

import pytest

from tests.factories import FixedClock, enrol_one, make_office, office_desk, station_desk
from tests.services.forger import Forger


@pytest.fixture
def clock():
    """The clock of every desk of the test."""
    return FixedClock()


@pytest.fixture
def office(tmp_path, clock):
    """The desk of the office in ``office/``, closed at the end."""
    desk = office_desk(tmp_path, clock)
    yield desk
    desk.close()


@pytest.fixture
def station(tmp_path, clock):
    """The desk of the station in ``Pos 1/``, closed at the end."""
    desk = station_desk(tmp_path, "Pos 1", clock)
    yield desk
    desk.close()


@pytest.fixture
def other_station(tmp_path, clock):
    """The desk of the office's second station."""
    desk = station_desk(tmp_path, "Pos 2", clock)
    yield desk
    desk.close()


@pytest.fixture
def refused():
    """Call something that must be refused, and get the values of the refusal."""

    def call(code, work, *arguments, **named):
        from jamsos_desktop.errors import UserError

        with pytest.raises(UserError) as caught:
            work(*arguments, **named)
        assert caught.value.code == code
        return caught.value.values

    return call


@pytest.fixture
def people(station):
    """Three enrolled people."""
    return [enrol_one(station, number) for number in range(3)]


@pytest.fixture
def stick(tmp_path):
    """A folder for what travels."""
    folder = tmp_path / "flashdisk"
    folder.mkdir()
    return folder


@pytest.fixture
def stranger(tmp_path):
    """The desk of another office."""
    desk = make_office(tmp_path / "surabaya", "Kota Surabaya")
    yield desk
    desk.close()


@pytest.fixture
def forger(station, office, people, stick):
    """Somebody who writes whatever they like into a bundle of the station."""
    return Forger(station, office, stick)
