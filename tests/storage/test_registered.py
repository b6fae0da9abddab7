"""The table of hashes."""

import pytest

from jamsos_desktop.storage import registered
from tests.factories import empty_database, enrol_one, office_desk

HASHES = [bytes([number]) * 16 for number in range(60)]


@pytest.fixture
def connection(tmp_path):
    database = empty_database(tmp_path / "data")
    with database.writing() as writing:
        yield writing
    database.close()


def test_hashes_are_added_once_found_and_forgotten(connection):
    assert registered.add(connection, HASHES[:55]) == 55
    assert registered.add(connection, reversed(HASHES)) == 5
    assert registered.count(connection) == 60
    assert registered.every(connection) == HASHES
    assert registered.known(connection, [HASHES[3], b"x" * 16]) == {HASHES[3]}
    assert registered.known(connection, []) == set()
    registered.forget(connection)
    assert registered.count(connection) == 0


def test_a_question_is_answered_by_the_key_of_the_table(connection):
    plan = connection.exec_driver_sql(
        "EXPLAIN QUERY PLAN SELECT digest FROM registered WHERE digest IN (x'00', x'01')"
    ).all()
    assert "SEARCH registered USING PRIMARY KEY" in plan[0][-1]


def test_the_niks_of_those_who_are_here(tmp_path):
    desk = office_desk(tmp_path)
    one = enrol_one(desk, 0)
    enrol_one(desk, 1)
    with desk.database.reading() as connection:
        niks = list(registered.own_niks(connection))
        assert len(niks) == 2
        assert registered.has_nik(connection, one.record_id, niks[0])
        assert not registered.has_nik(connection, one.record_id, niks[1])
        assert not registered.has_nik(connection, "", niks[0])
    desk.close()
