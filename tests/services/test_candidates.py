"""The office's list of candidates as pages and terminal ask for it."""

import datetime as dt

import pytest

from jamsos_desktop.services import candidates, plan
from jamsos_desktop.services.find import find_participants
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.candidates import Filter, Place
from tests.factories import enrol_one, expect, make_candidate


@pytest.fixture
def programme_id(office):
    return plan.programmes(office)[0][0]


@pytest.fixture
def ids(office, programme_id):
    """Two candidates of RT 001 and one of RT 002."""
    rts = ("001", "001", "002")
    return expect(
        office, *(make_candidate(n, programme_id=programme_id, rt=rt) for n, rt in enumerate(rts))
    )


def test_the_list_shows_no_whole_nik(office, ids):
    first, *_others = candidates.find_candidates(office, Filter())
    assert (first.record_id, first.masked_nik) == (ids[0], "3576••••••••0001")
    assert (first.birth_date, first.registered) == (dt.date(1990, 8, 17), False)


def test_who_was_registered_goes_off_the_list_to_visit(office, programme_id, ids):
    enrol_one(office, candidate_id=ids[0])
    (someone,) = find_participants(office)
    left = candidates.list_unregistered(office, programme_id, "35.76.03.1001", "001", "002")
    assert [one.record_id for one in left] == [ids[1]]
    (there,) = candidates.find_candidates(office, Filter(registered=True))
    assert (there.record_id, there.participant_id) == (ids[0], someone.record_id)
    assert len(candidates.find_candidates(office, Filter(registered=False))) == 2
    assert candidates.count_by_place(office, programme_id) == [
        Place("35.76.03.1001", "002", "001", 2, 1),
        Place("35.76.03.1001", "002", "002", 1, 0),
    ]


def test_the_office_chooses_who_is_handed_a_card_in_public(office, station, ids, refused):
    candidates.choose_for_ceremony(office, ids[2], True)
    candidates.choose_for_ceremony(office, ids[2], True)
    chosen = candidates.find_candidates(office, Filter(ceremony=True))
    assert [one.record_id for one in chosen] == [ids[2]]
    with office.database.reading() as connection:
        assert len(journal.history_of(connection, ids[2])) == 2
    refused("candidate_unknown", candidates.choose_for_ceremony, office, "nobody", True)
    refused("office_only", candidates.choose_for_ceremony, station, ids[2], True)
