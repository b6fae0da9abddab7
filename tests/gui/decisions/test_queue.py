"""Which group is shown, which comes next, and what stays when the list is read again."""

from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.gui.decisions.queue import Queue

A, B, C = ("a", "b"), ("c", "d"), ("e", "f")


def test_answered_groups_are_passed_over_and_the_list_begins_again():
    queue = Queue().renewed([A, B, C])
    assert queue.shown == A
    assert queue.moved(1).shown == B
    assert queue.moved(-1).shown == C
    queue = queue.moved(1).done()
    assert (queue.shown, queue.left) == (C, 2)
    assert queue.done().shown == A
    assert queue.done().done().shown == ()


def test_what_was_undone_is_shown_again():
    queue = Queue().renewed([A, B]).done()
    again = queue.reopened(A)
    assert (again.shown, again.answered) == (A, frozenset())
    assert queue.reopened(C).shown == C


def test_a_list_that_was_begun_keeps_its_length_and_gets_what_is_new():
    queue = Queue().renewed([A, B]).done().renewed([B, C])
    assert (queue.groups, queue.answered, queue.shown) == ((A, B, C), {0}, B)
    assert queue.renewed([C]).shown == C


def test_when_all_was_answered_a_new_sitting_begins():
    queue = Queue().renewed([A]).done().renewed([B])
    assert (queue.groups, queue.answered, queue.shown) == ((B,), frozenset(), B)
    assert Queue().renewed([]).shown == ()


def test_when_all_was_answered_and_nothing_is_new_it_says_so():
    queue = Queue().renewed([A]).done()
    assert queue.renewed([]) == queue


def test_a_group_that_grew_is_asked_in_its_place_and_what_is_shown_stays():
    queue = Queue().renewed([A, B])
    grown = queue.renewed([A, (*B, "x")])
    assert (grown.groups, grown.left) == ((A, (*B, "x")), 2)
    under_the_hand = queue.renewed([(*A, "x"), B])
    assert (under_the_hand.shown, under_the_hand.left) == (A, 2)
    smaller = Queue().renewed([(*A, "x"), B]).renewed([A, B])
    assert (smaller.shown, smaller.groups) == (A, (A, B))


def test_an_answer_counts_for_its_group_though_another_is_shown_by_now():
    queue = Queue().renewed([A, B, C]).moved(1)
    assert queue.done(A).shown == B
    assert queue.done(A).answered == {0}
    assert queue.done(B).shown == C


@given(st.lists(st.sampled_from("nbud"), max_size=30))
def test_whatever_is_pressed_a_group_that_waits_is_shown(steps):
    groups = [(f"{n}a", f"{n}b") for n in range(4)]
    queue, given_ = Queue().renewed(groups), []
    for step in steps:
        if step in "nb":
            queue = queue.moved(1 if step == "n" else -1)
        elif step == "d" and queue.place >= 0:
            given_.append(queue.shown)
            queue = queue.done()
        elif step == "u" and given_:
            queue = queue.reopened(given_.pop())
        assert (queue.place >= 0) == bool(queue.left)
        assert queue.place not in queue.answered
        assert queue.shown not in queue.coming(3)
