"""Choosing for the ceremony at the event."""

from jamsos_desktop.domain.activities import CeremonyChosen
from jamsos_desktop.domain.people_choice import Which
from jamsos_desktop.services.ceremony import choose_for_ceremony
from jamsos_desktop.services.choose_people import choose
from jamsos_desktop.services.find import find_participants, look_at
from tests.factories import event_of


def test_who_is_chosen_is_printed_and_what_was_so_is_not_journalled_again(station, people):
    ids = [one.record_id for one in people]
    assert choose_for_ceremony(station, ids[:2], chosen=True) == ids[:2]
    assert choose_for_ceremony(station, ids, chosen=True) == ids[2:]
    assert choose_for_ceremony(station, ids[:1], chosen=False) == ids[:1]
    assert choose(station, event_of(station), Which(ceremony=True)) == ids[1:]
    told = [line.body for line in look_at(station, ids[0]).history]
    assert [one for one in told if isinstance(one, CeremonyChosen)] == [
        CeremonyChosen(),
        CeremonyChosen(chosen=False),
    ]
    found = {one.record_id: one.ceremony for one in find_participants(station)}
    assert found == {ids[0]: False, ids[1]: True, ids[2]: True}


def test_who_is_not_known_is_refused_and_nobody_is_chosen(station, people, refused):
    ids = [people[0].record_id, "tidak ada"]
    refused("participant_unknown", choose_for_ceremony, station, ids, chosen=True)
    assert choose(station, event_of(station), Which(ceremony=True)) == []
