"""The rules of an event."""

from jamsos_desktop.services.reference import regions, rules_of, shipped
from tests.factories import TODAY, event_of


def test_the_rules_of_an_event_come_from_its_programme(station):
    rules = rules_of(station, event_of(station))
    assert rules.today == TODAY
    assert rules.event_id == event_of(station)
    assert rules.programme.fund == "DBHCHT"
    assert rules.region == "35.76"
    assert rules.places is regions()
    assert rules.occupations == shipped().occupations
    assert rules.tariffs is shipped().tariffs
    assert rules.terms.keys() == {"id", "jv", "en"}


def test_what_is_no_event_has_no_rules(station, refused):
    refused("event_unknown", rules_of, station, "gone")
    refused("event_unknown", rules_of, station, station.officer_id)
