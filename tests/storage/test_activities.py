"""What activities say of participants, whatever the order in which entries arrive."""

import itertools
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.domain.activities import (
    CardHandedOver,
    CardPrinted,
    ConsentRestored,
    ConsentWithdrawn,
    Voided,
    VoidUndone,
)
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.activities import Activities, activities_of, voids_of, withdrawals_of
from jamsos_desktop.storage.models import participant
from tests.factories import Chain, empty_database, make_participant

ENTRIES = [
    CardPrinted(to="file"),
    ConsentWithdrawn(reason="tidak jadi"),
    Voided(reason="salah orang"),
    Voided(reason="dua kali"),
]


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(7)), st.lists(st.integers(1, 6), max_size=6))
def test_rows_are_the_same_in_any_order_and_after_repeats(order, again):
    """A print, a withdrawal, two voids at two stations, of which one is undone, and its undoing."""
    chain, other = Chain("one"), Chain("two")
    made = [chain.add("p", make_participant()), *(chain.add("p", body) for body in ENTRIES[:3])]
    made.append(other.add("p", ENTRIES[3]))
    made.append(other.add("p", VoidUndone(voids=(made[3].entry_hash,), reason="keliru")))
    made.append(chain.add("q", make_participant(number="lain")))
    with TemporaryDirectory() as folder:
        database = empty_database(Path(folder))
        with database.writing() as connection:
            for entry in (made[place] for place in order):
                journal.insert(connection, [entry])
            columns = (participant.c.printed, participant.c.withdrawn, participant.c.voided)
            query = sa.select(*columns).order_by(participant.c.record_id)
            assert connection.execute(query).all() == [(1, True, True), (0, False, False)]
            assert voids_of(connection, "p") == (made[4].entry_hash,)
            journal.insert(connection, [made[place - 1] for place in again])
            assert connection.execute(query).all() == [(1, True, True), (0, False, False)]
        database.close()


def test_a_card_is_handed_over_whatever_arrives_first(tmp_path):
    chain = Chain("one")
    made = chain.add("p", make_participant())
    given = chain.add("p", CardHandedOver(to="keluarga", name="Budi"))
    chain.add("p", CardHandedOver(to="orangnya"))
    for number, order in enumerate(([made, given], [given, made])):
        database = empty_database(tmp_path / str(number))
        with database.writing() as connection:
            for entry in order:
                journal.insert(connection, [entry])
            assert connection.execute(sa.select(participant.c.handed)).all() == [(True,)]
            assert activities_of(connection, ["p"]) == {"p": Activities(handed=True)}
        database.close()


def histories():
    """A person of one station, printed there; withdrawn there and at another, undone here once."""
    first, second = Chain("one"), Chain("two")
    made = first.add("p", make_participant())
    printed = first.add("p", CardPrinted(to="file"))
    gone = first.add("p", ConsentWithdrawn(reason="tidak jadi"))
    back = second.add("p", ConsentRestored(withdrawals=(gone.entry_hash,), reason="keliru"))
    again = second.add("p", ConsentWithdrawn(reason="sungguh"))
    return made, printed, gone, back, again


def rows(connection):
    return connection.execute(sa.select(participant.c.printed, participant.c.withdrawn)).all()


def test_every_order_of_arrival_ends_alike(tmp_path):
    made, printed, gone, back, again = histories()
    for until, wanted in ((gone, True), (back, False), (again, True)):
        known = (made, printed, gone, back, again)[
            : (made, printed, gone, back, again).index(until) + 1
        ]
        for number, order in enumerate(itertools.islice(itertools.permutations(known), 0, 120, 7)):
            database = empty_database(tmp_path / f"{until.seq}{until.station_id}{number}")
            with database.writing() as connection:
                for entry in order:
                    journal.insert(connection, [entry])
                assert rows(connection) == [(1, wanted)]
                assert bool(withdrawals_of(connection, "p")) == wanted
            database.close()


def test_who_has_nothing_to_tell_is_not_named(tmp_path):
    made, printed, *_more = histories()
    database = empty_database(tmp_path / "db")
    with database.writing() as connection:
        journal.insert(connection, [made])
        assert activities_of(connection, ["p", "q"]) == {}
        journal.insert(connection, [printed])
        assert activities_of(connection, ["p", "q"]) == {"p": Activities(printed=1)}
    database.close()
