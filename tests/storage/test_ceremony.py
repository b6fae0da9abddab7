"""Who is chosen for the ceremony, in any order of arrival."""

import itertools

from jamsos_desktop.domain.activities import CeremonyChosen
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.ceremony import chosen_of
from tests.factories import Chain, empty_database, make_candidate, make_participant


def chosen(folder, entries):
    database = empty_database(folder)
    with database.writing() as connection:
        for entry in entries:
            journal.insert(connection, [entry])
        found = chosen_of(connection, ["p", "q", "r"])
        assert chosen_of(connection, ["p"]) == found & {"p"}
        assert chosen_of(connection, []) == set()
    database.close()
    return found


def test_the_last_word_counts_whenever_it_arrives(tmp_path):
    one, two = Chain("one"), Chain("two")
    entries = [
        one.add("p", make_participant()),
        one.add("p", CeremonyChosen()),
        two.add("p", CeremonyChosen(chosen=False), lamport=9),
    ]
    for number, order in enumerate(itertools.permutations(entries)):
        assert chosen(tmp_path / str(number), order) == set()
    assert chosen(tmp_path / "before", entries[:2]) == {"p"}


def test_the_mark_of_a_candidate_counts_until_somebody_says_otherwise(tmp_path):
    one = Chain("one")
    listed = [
        one.add("c", make_candidate(0, ceremony=True)),
        one.add("d", make_candidate(1, ceremony=True)),
        one.add("e", make_candidate(2)),
        one.add("p", make_participant(number="1", nik="3576035708901111", candidate_id="c")),
        one.add("q", make_participant(number="2", nik=make_candidate(1).nik)),
        one.add("r", make_participant(number="3", nik=make_candidate(2).nik, candidate_id="e")),
    ]
    assert chosen(tmp_path / "listed", listed) == {"p", "q"}
    away = one.add("q", CeremonyChosen(chosen=False))
    instead = one.add("r", CeremonyChosen())
    assert chosen(tmp_path / "changed", [*listed, away, instead]) == {"p", "r"}
