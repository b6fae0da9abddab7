"""Officers and stations in words."""

from jamsos_desktop.gui.stations.lines import read_known
from tests.journeys.world import OFFICE, POS1


def test_an_office_knows_its_officers_stations_and_events(world):
    known = read_known(world[OFFICE])
    assert [line.role for line in known.officers] == ["Admin", "Kader", "Kader"]
    assert [line.own for line in known.officers] == [True, False, False]
    assert [line.name for line in known.stations] == ["pos1", "pos2"]
    assert known.events[0].text.startswith("Sosialisasi DBHCHT, ")
    assert known.next_event == known.events[0].id
    assert known.wants_sheet


def test_a_station_is_never_asked_for_the_sheet(world):
    known = read_known(world[POS1])
    assert not known.wants_sheet
    assert sum(line.here for line in known.officers) == 1
