"""Everybody is counted once, and numbers that are missing are found, each in one query."""

import pytest

from jamsos_desktop.domain.activities import (
    BpjsAnswered,
    BundleImported,
    Claim,
    ConsentWithdrawn,
    Decided,
    SentToBpjs,
    Voided,
)
from jamsos_desktop.domain.office_balance import Figures
from jamsos_desktop.storage import journal
from jamsos_desktop.storage import office_balance as counting
from tests.factories import Chain, empty_database, make_participant


@pytest.fixture
def database(tmp_path):
    made = empty_database(tmp_path)
    yield made
    made.close()


def number(counter):
    return f"MJK1-{counter:05d}-A"


def person(name, counter, **changes):
    return name, make_participant(number=number(counter), **changes)


@pytest.fixture
def told(database):
    """Nine people of station "one", each somewhere else; one of "two" on another day."""
    one, two, office = Chain("one"), Chain("two"), Chain("office")
    made = [one.add(*person(name, place)) for place, name in enumerate("abcdefgh", 1)]
    made += [
        one.add(*person("i", 12, required=("rt",), rt="")),
        two.add(*person("z", 1, event_id="lain"), recorded_at="2026-11-21T10:00:00+07:00"),
        office.add("a", Decided(verdict="diterima", heads=()), lamport=20),
        office.add("b", Decided(verdict="diterima", heads=()), lamport=21),
        office.add("b", SentToBpjs(batch="x"), lamport=22),
        office.add("c", BpjsAnswered(accepted=True), lamport=23),
        office.add("d", BpjsAnswered(accepted=False), lamport=24),
        office.add("e", Decided(verdict="ditolak", heads=(), reason="-"), lamport=25),
        office.add("f", Decided(verdict="duplikat", heads=(), reason="-"), lamport=26),
        office.add("g", Voided(reason="-"), lamport=27),
        office.add("h", ConsentWithdrawn(reason="-"), lamport=28),
    ]
    with database.writing() as connection:
        journal.insert(connection, made)
    return one


def test_each_figure_counts_whom_it_says(database, told):
    with database.reading() as connection:
        first, second = counting.count_arrived(connection)
    assert (first.station_id, first.event_id, first.day) == ("one", "event", "2026-11-22")
    assert first.figures == Figures(
        complete=6,
        incomplete=1,
        voided=1,
        withdrawn=1,
        undecided=1,
        rejected=1,
        duplicate=1,
        to_send=1,
        unanswered=1,
        active=1,
        refused=1,
    )
    assert (second.station_id, second.day, second.figures.arrived) == ("two", "2026-11-21", 1)


def test_a_station_says_what_it_made(database, told):
    with database.reading() as connection:
        claims = counting.claims_of(connection, "one")
    assert claims == (Claim(event_id="event", day="2026-11-22", made=9),)


def test_registration_numbers_that_nobody_has_are_named(database, told):
    with database.reading() as connection:
        assert counting.journal_gaps(connection) == {}
        assert counting.skipped_numbers(connection) == {"MJK1": ((9, 11),)}


def test_entries_that_have_not_arrived_are_named(database):
    one = Chain("one")
    made = [one.add(*person(name, place)) for place, name in enumerate("abcdef", 1)]
    with database.writing() as connection:
        journal.insert(connection, [made[1], made[2], made[5]])
        assert counting.journal_gaps(connection) == {"one": ((1, 1), (4, 5))}
        assert counting.skipped_numbers(connection) == {"MJK1": ((1, 1), (4, 5))}


def test_a_number_with_two_entries_is_named(database, told):
    other = Chain("one")
    with database.writing() as connection:
        journal.insert(connection, [other.add(*person("y", 99))])
        assert counting.forked_numbers(connection) == {"one": (1,)}


def test_what_nobody_can_read_is_counted_beside(database):
    with database.writing() as connection:
        journal.insert(connection, [Chain("one").add("x", b'{"type":"of_a_newer_version"}')])
        assert counting.count_aside(connection) == {"one": 1}
        assert counting.count_arrived(connection) == []


def test_of_several_bundles_the_furthest_says_what_was_made(database):
    office = Chain("office")

    def imported(last_seq, made, at):
        claims = (Claim(event_id="event", day="2026-11-22", made=made),)
        values = {"first_seq": 1, "last_seq": last_seq, "new": 0, "changed": 0, "sha256": "0"}
        body = BundleImported(station_id="one", claims=claims, **values)
        return office.add(f"bundle{last_seq}", body, recorded_at=f"2026-11-22T{at}:00+07:00")

    made = [imported(9, 5, "10:00"), imported(4, 3, "11:00")]
    with database.writing() as connection:
        journal.insert(connection, made)
        last = counting.last_bundles(connection, "office")["one"]
        assert counting.last_bundles(connection, "one") == {}
    assert last.at == "2026-11-22T11:00:00+07:00"
    assert [claim.made for claim in last.claims] == [5]
