"""Tickets and attendees in their tables: the same for every order in which entries arrive."""

import itertools

import pytest
import sqlalchemy as sa

from jamsos_desktop.domain.records import Attendee, QueueTicket
from jamsos_desktop.storage import journal, projections, records, visitors
from jamsos_desktop.storage.models import attendee, entry, queue_ticket
from tests.factories import Chain, empty_database


@pytest.fixture
def database(tmp_path):
    made = empty_database(tmp_path)
    yield made
    made.close()


def ticket(turn=1, code="MJK1", **changes):
    values = {"event_id": "e", "number": f"{code}-{turn:03d}", "turn": turn} | changes
    return QueueTicket(**values)


def insert(database, *entries):
    with database.writing() as connection:
        journal.insert(connection, entries)


def rows(database, table):
    with database.reading() as connection:
        return connection.execute(sa.select(table).order_by(table.c.record_id)).all()


def test_a_ticket_shows_its_last_state_and_whose_it_is(database):
    chain = Chain("s")
    root = chain.add("t", ticket(name="Siti"))
    insert(database, root, chain.add("t", ticket(state="called"), (root.entry_hash,)))
    (row,) = rows(database, queue_ticket)
    assert (row.state, row.station_id, row.lamport) == ("called", "s", 2)


def test_queues_of_two_stations_merge_in_any_order(tmp_path):
    one, two, office = Chain("one"), Chain("two"), Chain("office")
    first = one.add("t1", ticket(1, "POSA"))
    called = one.add("t1", ticket(1, "POSA", state="called"), (first.entry_hash,))
    served = ticket(1, "POSA", state="served", participant_id="p")
    entries = [
        first,
        called,
        one.add("t1", served, (called.entry_hash,)),
        two.add("t2", ticket(1, "POSB")),
        two.add("a", Attendee(event_id="e", name="Budi")),
        # Somebody at the office, who does not know yet that they were registered.
        office.add("t1", ticket(1, "POSA", state="skipped"), (called.entry_hash,)),
    ]
    seen = set()
    for number, order in enumerate(itertools.islice(itertools.permutations(entries), 0, 720, 61)):
        made = empty_database(tmp_path / str(number))
        for arrived in order:
            insert(made, arrived)
        with made.reading() as connection:
            state = records.get_state_hash(connection)
            counted = tuple(sorted(visitors.count_tickets(connection, "e").items()))
            stored = records.get(connection, "t1")
        assert set(stored.conflicts) == {"state"}
        assert stored.body.participant_id == "p"
        seen.add((state, counted, *map(tuple, rows(made, queue_ticket)), rows(made, attendee)[0]))
        made.close()
    assert len(seen) == 1


def test_whoever_was_erased_is_in_no_table(database):
    chain = Chain("s")
    root = chain.add("a", Attendee(event_id="e", name="Budi"))
    insert(database, root)
    assert [row.name for row in rows(database, attendee)] == ["Budi"]
    with database.writing() as connection:
        connection.execute(sa.update(entry).values(body=None, salt=None))
        projections.rebuild(connection, [list(journal.all_readings(connection))])
    assert rows(database, attendee) == []


def test_a_revision_that_nobody_can_read_is_set_aside(database):
    chain = Chain("s")
    root = chain.add("a", Attendee(event_id="e", name="Budi"))
    insert(database, root)
    before = rows(database, attendee)
    insert(database, chain.add("a", b'{"type":"attendee","name":7}', (root.entry_hash,)))
    assert rows(database, attendee) == before


def test_rebuilding_gives_the_same_rows(database):
    chain = Chain("s")
    for turn in range(1, 5):
        made = chain.add(f"t{turn}", ticket(turn))
        insert(database, made, chain.add(f"a{turn}", Attendee(event_id="e", name="Budi")))
        insert(database, chain.add(f"t{turn}", ticket(turn, state="called"), (made.entry_hash,)))
    before = rows(database, queue_ticket), rows(database, attendee)
    with database.writing() as connection:
        projections.rebuild(connection, [list(journal.all_readings(connection))])
    assert (rows(database, queue_ticket), rows(database, attendee)) == before


def test_each_station_counts_its_own_turns_and_everybody_the_whole_event(database):
    one, two = Chain("one"), Chain("two")
    insert(database, *(one.add(f"o{n}", ticket(n)) for n in (1, 2, 3)), two.add("t", ticket(9)))
    with database.reading() as connection:
        assert visitors.last_turn(connection, "e", "one") == 3
        assert visitors.last_turn(connection, "other", "one") == 0
        assert [row.turn for row in visitors.tickets(connection, "e", "one")] == [1, 2, 3]
        assert visitors.tickets(connection, "e", "one", "called") == []
        assert visitors.count_tickets(connection, "e") == {"waiting": 4}
        assert visitors.count_attendees(connection, "e") == 0
