"""What screens query follows the journal, also where bodies are erased, newer or nonsense."""

import msgspec
import pytest
import sqlalchemy as sa

from jamsos_desktop.domain.activities import CardPrinted
from jamsos_desktop.domain.journal import ERASED, encode_body
from jamsos_desktop.domain.records import Officer
from jamsos_desktop.services.keep_journal import (
    rebuild_projections,
    state_hash,
    verify_journal,
)
from jamsos_desktop.storage import journal, projections, records, search
from jamsos_desktop.storage.models import entry, participant, record
from tests.factories import Chain, empty_database, make_participant, office_desk


@pytest.fixture
def database(tmp_path):
    made = empty_database(tmp_path)
    yield made
    made.close()


def insert(database, *entries):
    with database.writing() as connection:
        journal.insert(connection, entries)


def rebuild(database):
    with database.writing() as connection:
        projections.rebuild(connection, [list(journal.all_readings(connection))])


def people(database):
    with database.reading() as connection:
        return connection.execute(sa.select(participant).order_by(participant.c.id)).all()


def found(database, text):
    with database.reading() as connection:
        return [row.record_id for row in search.search(connection, text)]


def erase(database, record_id):
    with database.writing() as connection:
        connection.execute(
            sa.update(entry).where(entry.c.record_id == record_id).values(body=None, salt=None)
        )


def test_a_revision_shows_in_the_list_and_in_the_search(database):
    chain = Chain("s")
    root = chain.add("r", make_participant(name="Siti"))
    insert(database, root)
    insert(database, chain.add("r", make_participant(name="Sari", rt="009"), (root.entry_hash,)))
    (row,) = people(database)
    assert (row.name, row.rt, row.conflict, row.id) == ("Sari", "009", False, 1)
    assert (found(database, "siti"), found(database, "sari")) == ([], ["r"])


def test_station_and_time_are_those_of_the_first_revision_whatever_arrives_first(database):
    one, two = Chain("a"), Chain("b")
    root = one.add("r", make_participant(), recorded_at="2026-01-01T00:00:00+07:00")
    later = two.add("r", make_participant(name="B"), (root.entry_hash,), lamport=7)
    insert(database, later)
    insert(database, root)
    (row,) = people(database)
    assert (row.station_id, row.recorded_at) == ("a", "2026-01-01T00:00:00+07:00")
    assert row.name == "B"


def test_a_conflict_is_marked_until_it_is_decided(database):
    a, b, c = Chain("a"), Chain("b"), Chain("c")
    root = a.add("r", make_participant())
    one = b.add("r", make_participant(name="Siti"), (root.entry_hash,))
    two = c.add("r", make_participant(name="Sari"), (root.entry_hash,))
    insert(database, root, one, two)
    assert people(database)[0].conflict
    with database.reading() as connection:
        stored = records.get(connection, "r")
    assert set(stored.heads) == {one.entry_hash, two.entry_hash}
    insert(database, a.add("r", make_participant(name="Sari"), stored.heads))
    assert not people(database)[0].conflict
    insert(database, root, one, two)
    assert not people(database)[0].conflict


def test_prints_are_counted_also_when_they_come_before_the_person(database):
    chain = Chain("a")
    printed = chain.add("r", CardPrinted(to="file"))
    insert(database, printed)
    insert(database, chain.add("r", make_participant()))
    insert(database, chain.add("r", CardPrinted(to="file", copy=2)), printed)
    assert people(database)[0].printed == 2


def test_other_records_are_no_participants(database):
    insert(database, Chain("a").add("o", Officer(login="dewi", name="Dewi", role="kader")))
    assert people(database) == []
    with database.reading() as connection:
        assert records.get(connection, "o").body.name == "Dewi"


NONSENSE = [
    b'{"type":"wish","text":"later version"}',
    b'{"type":"participant","number":5}',
    encode_body(make_participant(name="Siti")).replace(b"Siti", b"\xff\xff\xff\xff"),
]


@pytest.mark.parametrize("raw", NONSENSE)
def test_what_cannot_be_read_stays_in_the_journal_and_shows_nowhere(database, raw):
    chain = Chain("a")
    made = chain.add("r", raw)
    insert(database, made)
    assert people(database) == []
    with database.reading() as connection:
        assert records.get(connection, "r") is None
        assert list(journal.entries_of_station(connection, "a")) == [made]
    rebuild(database)
    assert people(database) == []


@pytest.mark.parametrize("raw", NONSENSE)
def test_a_revision_that_cannot_be_read_is_set_aside_and_later_ones_go_on_from_it(database, raw):
    """Whoever wrote the last revision saw the one in the middle: they contradict nobody."""
    chain = Chain("a")
    root = chain.add("r", make_participant(name="Siti"))
    aside = chain.add("r", raw, (root.entry_hash,))
    last = chain.add("r", make_participant(name="Sari"), (aside.entry_hash,))
    insert(database, root)
    insert(database, aside)
    assert [row.name for row in people(database)] == ["Siti"]
    insert(database, last)
    (row,) = people(database)
    assert (row.name, row.conflict, found(database, "sari")) == ("Sari", False, ["r"])
    rebuild(database)
    assert people(database) == [row]


def test_a_station_cannot_correct_what_only_the_office_may_say(tmp_path):
    office = office_desk(tmp_path)
    before = state_hash(office)
    with office.database.writing() as connection:
        (admin_id, *_), chain = [i for i, _o in records.all_of(connection, Officer)], Chain("s")
        head = records.get(connection, admin_id).heads
        chain.add(admin_id, Officer(login="maling", name="Maling", role="admin"), head)
        journal.insert(connection, chain.entries)
    assert state_hash(office) == before
    rebuild_projections(office)
    assert state_hash(office) == before
    assert verify_journal(office).good
    office.close()


def test_an_update_of_the_program_reads_what_the_older_one_could_not(database):
    insert(database, Chain("a").add("r", make_participant()))
    with database.writing() as connection:  # as an older version would have left it
        connection.execute(sa.update(entry).values(type=""))
    rebuild(database)
    with database.reading() as connection:
        assert connection.scalars(sa.select(entry.c.type)).all() == ["participant"]


def test_erasing_a_person_leaves_projections_that_rebuild_without_them(database):
    chain = Chain("a")
    root = chain.add("r", make_participant(name="Siti"))
    chain.add("r", make_participant(name="Sari"), (root.entry_hash,))
    chain.add("r", CardPrinted(to="file"))
    chain.add("other", make_participant(name="Budi"))
    insert(database, *chain.entries)
    erase(database, "r")
    rebuild(database)
    assert [row.record_id for row in people(database)] == ["other"]
    assert found(database, "sari") == []
    with database.reading() as connection:
        assert records.get(connection, "r") is None
        assert records.get_state_hash(connection)
        kept = list(journal.entries_of_station(connection, "a"))
    assert [e.erased for e in kept] == [True, True, True, False]
    assert [e.entry_hash for e in kept] == [e.entry_hash for e in chain.entries]


def test_an_erased_entry_can_arrive(database):
    made = Chain("a").add("r", make_participant())
    insert(database, msgspec.structs.replace(made, body=ERASED, salt=""))
    assert people(database) == []
    with database.reading() as connection:
        (kept,) = journal.entries_of_station(connection, "a")
        assert kept.erased
        assert connection.scalar(sa.select(record.c.type)) == ""
