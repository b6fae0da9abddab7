"""Counting from where one counted last gives what counting anew gives."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.domain.activities import CardPrinted, ConsentWithdrawn, Voided
from jamsos_desktop.domain.journal import ERASED
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.turnout import count_turnout
from tests.factories import NOW, Chain, empty_database, make_participant

DAY = NOW.date()


@pytest.fixture
def database(tmp_path):
    made = empty_database(tmp_path)
    yield made
    made.close()


def insert(database, *entries):
    with database.writing() as connection:
        journal.insert(connection, entries)


def count(database, before=None, event_id="event", day=DAY, station="one"):
    with database.reading() as connection:
        return count_turnout(connection, event_id, day, station, before)


def test_everything_that_was_made_is_somewhere(database):
    chain = Chain("one")
    people = {"required": ("nik", "rt")}
    for name in "abcdef":
        chain.add(name, make_participant(**people, rt="" if name == "b" else "001"))
    chain.add("c", Voided(reason="salah orang"))
    chain.add("d", ConsentWithdrawn(reason="tidak jadi"))
    chain.add("e", ConsentWithdrawn(reason="tidak jadi"))
    chain.add("e", Voided(reason="salah orang"))
    chain.add("f", CardPrinted(to="file"))
    insert(database, *chain.entries, Chain("two").add("g", make_participant(**people)))
    turnout = count(database)
    assert (turnout.complete, turnout.incomplete, turnout.voided, turnout.withdrawn) == (3, 1, 2, 1)
    assert (turnout.enrolled, turnout.made, turnout.elsewhere) == (4, 7, 1)
    assert (turnout.unprinted, turnout.by_hour) == (3, {9: 4})


def test_another_event_or_day_is_counted_anew(database):
    chain = Chain("one")
    insert(database, chain.add("a", make_participant()))
    insert(database, chain.add("b", make_participant(event_id="lain")))
    before = count(database)
    assert before.made == 1
    assert count(database, before, event_id="lain").made == 1
    tomorrow = DAY + dt.timedelta(days=1)
    assert count(database, before, day=tomorrow).by_hour == {}


def test_nothing_new_is_not_counted_again(database):
    insert(database, Chain("one").add("a", make_participant()))
    before = count(database)
    assert count(database, before) is before


def test_a_person_whose_last_revision_was_erased_is_counted_no_more(database):
    chain = Chain("one")
    root = chain.add("a", make_participant())
    insert(database, root)
    before = count(database)
    made = chain.add("a", make_participant(), (root.entry_hash,))
    insert(database, msgspec.structs.replace(made, body=ERASED, salt=""))
    assert count(database, before).made == 0


_STEPS = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from(["person", "print", "void", "withdraw"])),
    min_size=1,
    max_size=12,
)
_BODIES = {
    "print": CardPrinted(to="file"),
    "void": Voided(reason="salah orang"),
    "withdraw": ConsentWithdrawn(reason="tidak jadi"),
}


@settings(max_examples=20, deadline=None)
@given(_STEPS, st.lists(st.booleans(), min_size=12, max_size=12))
def test_whatever_happens_between_two_looks(steps, looks):
    chains = {"a": Chain("one"), "b": Chain("one2"), "c": Chain("one3"), "d": Chain("one4")}
    with TemporaryDirectory() as folder:
        database = empty_database(Path(folder))
        before = count(database)
        for (who, what), look in zip(steps, looks, strict=False):
            chain = chains[who]
            body = _BODIES.get(what) or make_participant(
                rt="00" + str(len(chain.entries) % 3), required=("rt",)
            )
            made = [e for e in chain.entries if e.kind == "revision"]
            parents = (made[-1].entry_hash,) if what == "person" and made else ()
            insert(database, chain.add(who, body, parents))
            if look:
                before = count(database, before)
                assert before == count(database)
        assert count(database, before) == count(database)
        database.close()
