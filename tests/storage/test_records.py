"""What records say now, read back."""

import pytest

from jamsos_desktop.domain.activities import CardPrinted
from jamsos_desktop.domain.records import Officer, Participant, Programme
from jamsos_desktop.storage import journal, records
from tests.factories import Chain, empty_database, make_participant


@pytest.fixture
def database(tmp_path):
    made = empty_database(tmp_path)
    yield made
    made.close()


def insert(database, *entries):
    with database.writing() as connection:
        journal.insert(connection, entries)


def test_an_unknown_id_is_nobody(database):
    with database.reading() as connection:
        assert records.get(connection, "r") is None


def test_unknown_fields_of_a_newer_version_are_handed_on(database):
    chain = Chain("s")
    made = chain.add("r", make_participant(), unknown={"zakat": [1, {"x": None}]})
    insert(database, made)
    with database.reading() as connection:
        stored = records.get(connection, "r")
    assert stored.unknown == {"zakat": [1, {"x": None}]}
    assert stored.body == make_participant()
    assert stored.heads == (made.entry_hash,)
    assert stored.conflicts == {}


def test_unknown_fields_survive_a_merge(database):
    root = Chain("a").add("r", make_participant())
    newer = Chain("b").add("r", make_participant(), (root.entry_hash,), unknown={"zakat": True})
    older = Chain("c").add("r", make_participant(rt="009"), (root.entry_hash,))
    insert(database, root, newer, older)
    with database.reading() as connection:
        stored = records.get(connection, "r")
    assert stored.unknown == {"zakat": True}
    assert stored.body.rt == "009"
    assert stored.conflicts == {}


def test_records_of_one_type_come_by_id(database):
    chain = Chain("s")
    for record_id in ("bb", "aa", "ab"):
        chain.add(record_id, Officer(login=record_id, name=record_id, role="kader"))
    chain.add("p", Programme(name="DBHCHT"))
    insert(database, *chain.entries)
    with database.reading() as connection:
        assert [i for i, _ in records.all_of(connection, Officer)] == ["aa", "ab", "bb"]
        assert [i for i, _ in records.find_by_prefix(connection, Officer, "a")] == ["aa", "ab"]

        assert [i for i, _ in records.all_of(connection, Programme)] == ["p"]


def test_the_state_hash_changes_with_what_records_say_and_with_nothing_else(database):
    chain = Chain("s")
    root = chain.add("r", make_participant())

    def state():
        with database.reading() as connection:
            return records.get_state_hash(connection)

    empty = state()
    insert(database, root)
    one = state()
    insert(database, root, chain.add("r", CardPrinted(to="file")))
    assert state() == one != empty
    insert(database, chain.add("r", make_participant(rt="009"), (root.entry_hash,)))
    assert state() not in {one, empty}


def test_of_people_every_record_comes_too_though_no_index_leads_to_them(database):
    chain = Chain("s")
    chain.add("r", make_participant())
    insert(database, *chain.entries)
    query = f"EXPLAIN QUERY PLAN {records._STATES} AND record.type = ? AND {records._FEW}"
    with database.reading() as connection:
        assert [i for i, _ in records.all_of(connection, Participant)] == ["r"]
        plan = connection.exec_driver_sql(query, ("", "event")).fetchall()
    assert any("ix_record_type" in row[3] for row in plan)
