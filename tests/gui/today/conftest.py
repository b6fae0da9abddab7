"""A station with its event of today."""

import pytest

from tests.factories import FixedClock, event_of, station_desk


@pytest.fixture
def desk(tmp_path):
    opened = station_desk(tmp_path, "Pos 1", FixedClock())
    yield opened
    opened.close()


@pytest.fixture
def event_id(desk):
    return event_of(desk)
