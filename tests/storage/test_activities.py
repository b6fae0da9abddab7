"""What activities say of participants, whatever the order in which entries arrive."""

import itertools

import sqlalchemy as sa

from jamsos_desktop.domain.activities import CardPrinted, ConsentRestored, ConsentWithdrawn
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.activities import Activities, activities_of, withdrawals_of
from jamsos_desktop.storage.models import participant
from tests.factories import Chain, empty_database, make_participant


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
