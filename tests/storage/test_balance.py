"""An event's registrations, counted where they are now."""

import datetime as dt

import pytest

from jamsos_desktop.domain.activities import CardHandedOver, CardPrinted, Decided, Voided
from jamsos_desktop.domain.balance import Balance
from jamsos_desktop.domain.standing import Travel
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.balance import count_balance
from tests.factories import TODAY, Chain, empty_database, make_participant


@pytest.fixture
def counted(tmp_path):
    """Count four people of station "one" and one of "two"."""
    one, two, office = Chain("one"), Chain("two"), Chain("office")
    made = [one.add(name, make_participant(number=name)) for name in "abc"]
    made += [
        one.add("a", CardPrinted(to="printer")),
        one.add("a", CardHandedOver(to="orangnya")),
        one.add("b", CardPrinted(to="printer")),
        one.add("b", Voided(reason="salah orang")),
        two.add("e", make_participant(number="e"), recorded_at="2026-11-21T10:00:00+07:00"),
        one.add("d", make_participant(number="d", event_id="lain")),
        office.add("c", Decided(verdict="ditolak", heads=(made[2].entry_hash,), reason="-")),
    ]
    database = empty_database(tmp_path)
    with database.writing() as connection:
        journal.insert(connection, made)

    def count(day=None, travel=None):
        with database.reading() as connection:
            return count_balance(connection, "event", day, "one", travel)

    yield count
    database.close()


def test_a_station_sees_how_far_they_came(counted):
    before = counted(travel=Travel())
    assert (before.made, before.counted, before.voided) == (4, 3, 1)
    assert (before.printed, before.handed, before.to_return) == (1, 1, 1)
    assert (before.exported, before.accepted, before.returned) == (2, 1, 1)
    assert (before.elsewhere, before.officers) == (1, 1)
    after = counted(travel=Travel(exported_seq=2, accepted_seq=1))
    assert (after.exported, after.accepted, after.waiting, after.not_exported) == (4, 2, 1, 0)


def test_an_office_has_whatever_it_sees(counted):
    seen = counted()
    assert (seen.exported, seen.accepted, seen.returned, seen.undecided) == (4, 0, 1, 2)
    assert seen.counted == seen.accepted + seen.returned + seen.undecided


def test_one_day(counted):
    assert counted(day=TODAY).made == 3
    assert counted(day=TODAY - dt.timedelta(days=1)).made == 1
    assert counted(day=TODAY + dt.timedelta(days=1)) == Balance()
