"""Which pairs are open does not depend on what arrived first, or on when somebody looked."""

import datetime as dt
from types import SimpleNamespace

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.domain.activities import Decided, NotTheSame, NotTheSameUndone, Voided
from jamsos_desktop.services.likely_pairs import compare_new
from jamsos_desktop.storage import journal, pairs, projections
from tests.factories import Chain, empty_database, make_participant

_NIKS = ("3576035708900001", "3576035708900009", "3576015108910002", "1111111111111111", "")
_NAMES = ("Siti Aminah", "St. Amina", "Siti Aminatun", "Bambang Irawan", "Bambang Irwan", "Siti")
_DAYS = ("1990-08-17", "1990-07-18", "1991-08-17", "1990-08-11", "1972-01-30")
_people = st.builds(
    lambda nik, name, day, kk: make_participant(
        nik=nik, name=name, birth_date=dt.date.fromisoformat(day), kk=kk
    ),
    st.sampled_from(_NIKS),
    st.sampled_from(_NAMES),
    st.sampled_from(_DAYS),
    st.sampled_from(["", "3576030101100001"]),
)


def asked(database):
    compare_new(SimpleNamespace(database=database))
    with database.reading() as connection:
        return pairs.open_pairs(connection)


def insert(database, entries):
    with database.writing() as connection:
        journal.insert(connection, entries)


def histories(first, corrections, apart):
    """Entries of three stations and an office; each correction is of a record that is there."""
    chains = [Chain(f"s{n}") for n in range(3)]
    made = [chains[n % 3].add(f"r{n}", person, lamport=n + 1) for n, person in enumerate(first)]
    roots = {entry.record_id: entry.entry_hash for entry in made}
    entries = list(made)
    for n, (who, person) in enumerate(corrections):
        record_id = f"r{who % len(first)}"
        parents = (roots[record_id],)
        entries.append(chains[(who + 1) % 3].add(record_id, person, parents, lamport=50 + n))
    office = Chain("office")
    for n, (one, other) in enumerate(apart):
        names = sorted((f"r{one % len(first)}", f"r{other % len(first)}"))
        if names[0] != names[1]:
            body = NotTheSame(others=(names[1],), seen=("same/100/same",))
            entries.append(office.add(names[0], body, lamport=100 + n))
    return entries


@settings(max_examples=20)
@given(
    st.lists(_people, min_size=2, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), _people), max_size=4),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=3),
    st.randoms(use_true_random=False),
    st.integers(1, 5),
)
def test_any_order_any_split_and_any_look_in_between_ask_the_same(
    tmp_path_factory, first, corrections, apart, random, size
):
    entries = histories(first, corrections, apart)
    folder = tmp_path_factory.mktemp("pairs")
    at_once, piecemeal = empty_database(folder / "a"), empty_database(folder / "b")
    insert(at_once, entries)
    expected = asked(at_once)
    mixed = list(entries)
    random.shuffle(mixed)
    for start in range(0, len(mixed), size):
        insert(piecemeal, mixed[start : start + size])
        asked(piecemeal)
    assert asked(piecemeal) == expected
    with piecemeal.writing() as connection:
        projections.rebuild(connection, [list(journal.all_readings(connection))])
    assert asked(piecemeal) == expected
    at_once.close()
    piecemeal.close()


@pytest.fixture
def database(tmp_path):
    opened = empty_database(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def twins(database):
    """Two records of one person, each by another station."""
    one, other = Chain("s1"), Chain("s2")
    roots = [
        one.add("a", make_participant()),
        other.add("b", make_participant(name="Siti Aminatun")),
    ]
    insert(database, roots)
    return {entry.record_id: entry.entry_hash for entry in roots}


def test_a_pair_is_found_once_and_only_what_is_new_is_compared(database, twins):
    (found,) = asked(database)
    assert (found.one, found.other) == ("a", "b")
    assert compare_new(SimpleNamespace(database=database)) == 0
    insert(database, [Chain("s3").add("c", make_participant(name="Siti Aminah"))])
    assert compare_new(SimpleNamespace(database=database)) == 1
    assert {(p.one, p.other) for p in asked(database)} == {("a", "b"), ("a", "c"), ("b", "c")}


def test_a_correction_makes_and_unmakes_pairs(database, twins):
    asked(database)
    station, other = Chain("s2"), make_participant(name="Rukmini", nik="", birth_date=None)
    gone = station.add("b", other, (twins["b"],), lamport=9)
    insert(database, [gone])
    assert asked(database) == []
    insert(database, [station.add("b", make_participant(), (gone.entry_hash,), lamport=10)])
    assert len(asked(database)) == 1


def test_an_answer_holds_until_what_was_compared_changes(database, twins):
    ((found, seen),) = [(p, s) for p, s in with_seen(database)]
    office = Chain("office")
    insert(database, [office.add("b", NotTheSame(others=("a",), seen=(seen,)))])
    assert asked(database) == []
    moved = make_participant(name="Siti Aminatun", rt="009", phone="081234567890")
    same = Chain("s2").add("b", moved, (twins["b"],), lamport=9)
    insert(database, [same])
    assert asked(database) == []
    nearer = Chain("s3").add("b", make_participant(), (same.entry_hash,), lamport=11)
    insert(database, [nearer])
    assert [(p.one, p.other) for p in asked(database)] == [(found.one, found.other)]


def with_seen(database):
    found = asked(database)
    with database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT seen FROM pair").scalars().all()
    return list(zip(found, rows, strict=True))


def test_an_answer_that_is_taken_back_asks_again(database, twins):
    ((_pair, seen),) = with_seen(database)
    office = Chain("office")
    apart = office.add("a", NotTheSame(others=("b",), seen=(seen,)))
    undone = office.add("a", NotTheSameUndone(answers=(apart.entry_hash,), reason="keliru"))
    insert(database, [undone])
    assert len(asked(database)) == 1
    insert(database, [apart])
    assert len(asked(database)) == 1


@pytest.mark.parametrize(
    "body",
    [
        Voided(reason="keliru"),
        Decided(verdict="duplikat", heads=(), reason="x", kept_id="b"),
        Decided(verdict="ditolak", heads=(), reason="x"),
    ],
)
def test_who_counts_no_more_is_asked_about_no_more(database, twins, body):
    assert len(asked(database)) == 1
    insert(database, [Chain("office").add("a", body)])
    assert asked(database) == []


def test_who_was_sent_back_is_asked_about_when_the_station_has_answered(database, twins):
    assert len(asked(database)) == 1
    back = Decided(
        verdict="perlu_perbaikan", heads=(twins["a"],), reason="x", fields=("nik",), alike=("b",)
    )
    insert(database, [Chain("office").add("a", back)])
    assert asked(database) == []
    answer = Chain("s3").add("a", make_participant(rt="9"), (twins["a"],), lamport=9)
    insert(database, [answer])
    assert len(asked(database)) == 1


def test_who_is_sent_back_for_something_else_is_still_asked_about(database, twins):
    back = Decided(verdict="perlu_perbaikan", heads=(twins["a"],), reason="foto", fields=("photo",))
    insert(database, [Chain("office").add("a", back)])
    assert len(asked(database)) == 1


def test_people_of_two_programmes_are_no_pair(database, twins):
    insert(database, [Chain("s3").add("c", make_participant(programme_id="other"))])
    assert [(p.one, p.other) for p in asked(database)] == [("a", "b")]


def test_a_piece_is_read_as_it_came_without_sorting_the_whole_journal(database):
    said = []

    def hear(_connection, _cursor, statement, values, *_rest):
        said.append((statement, values))

    with database.writing() as connection:
        sa.event.listen(connection, "before_cursor_execute", hear)
        pairs.next_piece(connection, 100)
        pairs.count_waiting(connection)
        about = [one for one in said if "FROM entry" in one[0]]
        plans = [
            connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()
            for statement, values in about
        ]
    steps = [[row[3] for row in plan] for plan in plans]
    assert steps == [["SEARCH entry USING INTEGER PRIMARY KEY (rowid>?)"]] * 2
