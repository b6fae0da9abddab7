"""Who came and was here before, found by index."""

import datetime as dt

import pytest

from jamsos_desktop.domain.activities import Voided
from jamsos_desktop.storage import journal, twins
from jamsos_desktop.storage.twins import Pair
from tests.factories import Chain, empty_database, make_participant


@pytest.fixture
def database(tmp_path):
    made = empty_database(tmp_path)
    yield made
    made.close()


def put(database, *people):
    """Journal these people one after the other; the row before the first of them."""
    with database.writing() as connection:
        chain = Chain(f"s{journal.count(connection)}")
        for number, person in enumerate(people):
            chain.add(f"{chain.station_id}-{number}", person)
        before = journal.count(connection)
        journal.insert(connection, chain.entries)
    return before


def certain(database, after):
    with database.reading() as connection:
        return list(twins.certain(connection, after))


def other(**changes):
    return make_participant(**{"nik": "3576014408850002", "name": "Budi", **changes})


def test_the_same_nik_is_found_whatever_the_name(database):
    put(database, make_participant())
    after = put(database, make_participant(name="Wati", birth_date=None), other())
    assert certain(database, after) == [Pair(2, 1, nik=True)]


def test_somebody_of_the_same_programme_comes_first(database):
    put(database, make_participant(programme_id="dulu"), make_participant(name="Wati"))
    after = put(database, make_participant())
    assert certain(database, after) == [Pair(3, 2, nik=True)]


def test_name_and_birth_date_are_enough_without_a_nik(database):
    put(database, make_participant(nik=""))
    after = put(database, make_participant(nik="", name="Hj. AMINAH Siti".title()))
    after_same = put(database, make_participant(nik="", name="SITI AMINAH"))
    assert certain(database, after_same) == [Pair(3, 1, nik=False)]
    assert certain(database, after)[-1].known == 1


def test_two_newcomers_are_one_pair(database):
    after = put(database, make_participant(), make_participant())
    assert certain(database, after) == [Pair(2, 1, nik=True)]


def test_who_is_voided_is_nobodys_twin(database):
    chain = Chain("a")
    chain.add("r", make_participant())
    chain.add("r", Voided(reason="salah"))
    with database.writing() as connection:
        journal.insert(connection, chain.entries)
    assert certain(database, put(database, make_participant())) == []


def test_more_newcomers_than_fit_into_one_piece_are_all_looked_at(database, monkeypatch):
    monkeypatch.setattr(twins, "_PIECE", 2)
    put(database, make_participant())
    after = put(database, *(make_participant(name=f"Orang {n}") for n in range(5)))
    assert [pair.newcomer for pair in certain(database, after)] == [2, 3, 4, 5, 6]
    with database.reading() as connection:
        pieces = list(twins.nearby(connection, after, 3))
        people = twins.shown(connection, [1, 2, 3])
    assert [[one.id for one in piece] for piece in pieces] == [[2, 3], [4]]
    assert [len(one.others) for piece in pieces for one in piece] == [1, 2, 3]
    assert people[2].name == "Orang 0"


def test_a_family_is_near_whatever_the_birth_dates(database):
    kk = "3576031504060007"
    put(database, make_participant(kk=kk, birth_date=dt.date(1960, 1, 1)))
    after = put(database, make_participant(kk=kk, nik=""), other(birth_date=None))
    with database.reading() as connection:
        ((near, far),) = twins.nearby(connection, after, 10)
    assert [one.id for one in near.others] == [1]
    assert far.others == ()
