"""An office and its stations, signed in, with a clock that stands."""

import pytest

from tests.factories import FixedClock, office_desk, station_desk


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
