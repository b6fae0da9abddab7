"""Who is chosen for a batch, and in which order."""

import pytest

from jamsos_desktop.domain.activities import PaperPrinted
from jamsos_desktop.domain.people_choice import Which
from jamsos_desktop.services import choose_people, consent, void
from jamsos_desktop.services.choose_people import choose
from jamsos_desktop.services.print_cards import journal_prints
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal
from tests.factories import enrol_from_queue, enrol_one, event_of, expect, make_candidate


@pytest.fixture
def event_id(station):
    return event_of(station)


def ids(people):
    return [one.record_id for one in people]


def test_all_who_count_by_their_numbers(station, event_id, people):
    void.void(station, people[0].record_id, "salah orang")
    assert choose(station, event_id, Which()) == ids(people[1:])
    consent.withdraw(station, people[1].record_id, "berubah pikiran")
    assert choose(station, event_id, Which()) == ids(people[2:])


def test_who_has_a_queue_number_comes_first(station, event_id, people):
    called = [enrol_from_queue(station, number) for number in (10, 11)]
    assert choose(station, event_id, Which()) == ids([*called, *people])
    assert choose(station, event_id, Which(queue_from="2")) == ids(called[1:])
    code = station.installation.code
    assert choose(station, event_id, Which(queue_to=f"{code}-1")) == ids(called[:1])


def test_a_range_of_registration_numbers(station, event_id, people):
    which = Which(queue_from=people[1].number, queue_to=people[2].number)
    assert choose(station, event_id, which) == ids(people[1:])


def test_who_has_no_such_paper_yet(station, event_id, people):
    journal_prints(station, [people[0].record_id], "printer")
    with station.database.writing() as connection:
        out = PaperPrinted(kind="receipt", to="file")
        news = [journal.New(people[1].record_id, out)]
        journal.append(connection, station.author, station.clock(), news)
    assert choose(station, event_id, Which(not_printed="card")) == ids(people[1:])
    assert choose(station, event_id, Which(not_printed="receipt")) == ids([people[0], people[2]])
    assert choose(station, event_id, Which(not_printed="board")) == ids(people)


def test_a_neighbourhood(station, event_id):
    places = [("001", "002"), ("003", "002"), ("001", "005")]
    kranggan = "35.76.03.1001"
    people = [
        enrol_one(station, number, village=kranggan, rt=rt, rw=rw)
        for number, (rt, rw) in enumerate(places)
    ]
    which = Which(village=kranggan, rw="002")
    assert choose(station, event_id, which) == ids(people[:2])
    listed = choose_people.places_of(station, event_id)
    assert [(one.rw, one.rt, one.people) for one in listed] == [
        ("", "", 3),
        ("002", "", 2),
        ("002", "001", 1),
        ("002", "003", 1),
        ("005", "", 1),
        ("005", "001", 1),
    ]
    assert listed[2].words == "RT 001 RW 002, Kel. Kranggan"


def test_a_selection_of_another_page_is_of_any_event(station, people):
    some = (people[2].record_id, people[0].record_id, people[2].record_id, "bukan siapa-siapa")
    which = Which(record_ids=some)
    assert choose(station, "", which) == [people[0].record_id, people[2].record_id]
    assert choose(station, "", Which(record_ids=())) == []


def test_the_candidates_of_the_ceremony(office):
    event_id = event_of(office)
    programme_id = rules_of(office, event_id).programme_id
    expect(
        office,
        make_candidate(
            programme_id=programme_id, nik="3576035708900001", ceremony=True, name="Siti Aminah"
        ),
    )
    chosen = enrol_one(office, 0, nik="3576035708900001", sex="P", birth_date="17-08-1990")
    enrol_one(office, 1)
    assert choose(office, event_id, Which(ceremony=True)) == [chosen.record_id]
