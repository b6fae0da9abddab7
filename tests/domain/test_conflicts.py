"""Whom a person is asked about, and what stood there before two corrections."""

from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.conflicts import asked_of, before_of, reopened
from jamsos_desktop.domain.merge import Revision, fold


def revision(entry_hash, *parents, **fields):
    return Revision(entry_hash, parents, fields)


ROOT = revision("r", name="Siti", rt="1")
LEFT = revision("a", "r", name="Sita", rt="1")
RIGHT = revision("b", "r", name="Sari", rt="1")
DECIDED = revision("d", "a", "b", name="Sita", rt="1")


def test_nobody_is_asked_about_what_the_program_keeps():
    assert asked_of({"correction": 1, "required": 2, "name": 3}) == {"name": 3}


def test_the_common_parent_says_what_was_there_before():
    assert before_of([ROOT, LEFT, RIGHT], ["a", "b"]) == ROOT
    assert before_of([LEFT, RIGHT], ["a", "b"]) is None
    further = revision("c", "a", name="Sita", rt="2")
    assert before_of([ROOT, LEFT, RIGHT, further], ["c", "b"]) == ROOT
    assert before_of([ROOT, LEFT, further], ["c", "a"]) == ROOT


def test_a_decision_that_is_taken_back_leaves_the_conflict_as_it_was():
    before = fold([ROOT, LEFT, RIGHT])
    again = reopened([ROOT, LEFT, RIGHT, DECIDED], ("d",))
    assert again.conflicts == before.conflicts
    assert set(again.conflicts) == {"name"}


@given(st.permutations([ROOT, LEFT, RIGHT, DECIDED]))
def test_the_order_does_not_matter(revisions):
    assert before_of(revisions, ["b", "a"]) == ROOT
    assert reopened(revisions, ("d",)) == reopened([ROOT, LEFT, RIGHT, DECIDED], ("d",))
