"""From door to door: who is left, what became of visits, here and at the office."""

import pytest

from jamsos_desktop.services import plan, visits
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.storage import journal
from tests.factories import enrol_one, event_of, expect, make_candidate

KRANGGAN = "35.76.03.1001"


@pytest.fixture
def programme_id(office):
    return plan.programmes(office)[0][0]


@pytest.fixture
def ids(office, programme_id):
    """Three of RT 001 and one of RT 002."""
    rts = ("001", "001", "001", "002")
    people = [make_candidate(n, programme_id=programme_id, rt=rt) for n, rt in enumerate(rts)]
    return expect(office, *people)


def note(desk, record_id, outcome, words=""):
    visits.note_visit(desk, record_id, event_of(desk), outcome, words)


def doors(desk, programme_id, **place):
    return [(d.person.name[-1], d.outcome) for d in visits.list_doors(desk, programme_id, **place)]


def test_who_was_never_met_comes_first_and_the_last_visit_counts(office, programme_id, ids, clock):
    note(office, ids[0], "menolak", "  takut   potongan ")
    note(office, ids[1], "pindah")
    clock.go(hours=1)
    note(office, ids[1], "tidak_di_rumah")
    assert doors(office, programme_id, rt="001") == [
        ("2", "belum"),
        ("1", "tidak_di_rumah"),
        ("0", "menolak"),
    ]
    last = visits.list_doors(office, programme_id, rt="001")[-1].visit
    assert (last.body.note, last.author_id) == ("takut potongan", office.officer_id)


def test_each_neighbourhood_says_who_is_left_and_why(office, programme_id, ids):
    note(office, ids[0], "meninggal")
    note(office, ids[1], "tidak_di_rumah")
    enrol_one(office, candidate_id=ids[2])
    first, second = visits.count_neighbourhoods(office, programme_id)
    assert (first.village, first.rw, first.rt, first.total, first.registered) == (
        *(KRANGGAN, "002", "001"),
        *(3, 1),
    )
    assert first.outcomes == {"meninggal": 1, "tidak_di_rumah": 1}
    assert (first.left, second.left) == (1, 1)


def test_a_note_that_was_a_mistake_is_taken_back(office, programme_id, ids):
    note(office, ids[3], "meninggal")
    note(office, ids[3], "belum")
    assert doors(office, programme_id, rt="002") == [("3", "belum")]
    assert visits.count_neighbourhoods(office, programme_id)[1].left == 1


def test_who_was_met_after_all_is_off_the_list(office, programme_id, ids, refused):
    note(office, ids[3], "tidak_di_rumah")
    enrol_one(office, candidate_id=ids[3])
    assert doors(office, programme_id, rt="002") == []
    assert visits.count_neighbourhoods(office, programme_id)[1].left == 0
    refused("candidate_registered", note, office, ids[3], "pindah")
    refused("candidate_unknown", note, office, "nobody", "pindah")


def test_a_visit_reaches_the_office(office, station, stick, programme_id, ids):
    with office.database.reading() as connection:
        brought = list(journal.entries_of_records(connection, ("candidate",)))
    with station.database.writing() as connection:
        journal.insert(connection, brought)
    note(station, ids[0], "pindah", "ke Surabaya")
    enrol_one(station)
    import_bundle(office, export_bundle(station, stick).path)
    assert ("0", "pindah") in doors(office, programme_id)
