"""Ranges as they are typed, and the order in which people come to the table."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.domain.numbers import make_number
from jamsos_desktop.domain.people_choice import Range, hand_over_order, read_range
from jamsos_desktop.errors import UserError

NUMBER = make_number("MJK1", 42)


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        ("", " ", None),
        ("7", "20", Range("queue", "", 7, 20)),
        ("20", "7", Range("queue", "", 7, 20)),
        ("mjk1-007", "", Range("queue", "MJK1", 7, None)),
        ("", "20", Range("queue", "", 0, 20)),
        ("MJK1-007", "9", Range("queue", "MJK1", 7, 9)),
        (NUMBER, "MJK1-00050", Range("registration", "MJK1", 42, 50)),
        (NUMBER.replace("-", "").lower(), "", Range("registration", "MJK1", 42, None)),
        ("00042", "00050", Range("registration", "", 42, 50)),
    ],
)
def test_what_was_typed(first, last, wanted):
    assert read_range(first, last) == wanted


@pytest.mark.parametrize(
    ("first", "last"),
    [("Siti", ""), ("7", "00042"), ("MJK1-007", "MJK2-009"), ("7-9", ""), ("", "3576/1")],
)
def test_what_cannot_be_one_range(first, last):
    with pytest.raises(UserError, match="range_unclear"):
        read_range(first, last)


def test_a_range_of_turns_wants_a_turn():
    within = Range("queue", "MJK1", 7, 9)
    assert within.holds([("MJK1", 9)], NUMBER)
    assert within.holds([("MJK1", 2), ("MJK1", 7)], NUMBER)
    assert not within.holds([("MJK2", 8)], NUMBER)
    assert not within.holds([], NUMBER)


def test_a_range_of_registrations_needs_no_turn():
    within = Range("registration", "", 40, None)
    assert within.holds([], NUMBER)
    assert not within.holds([("MJK1", 41)], make_number("MJK1", 39))


def test_turns_come_first_then_numbers():
    waiting = [
        ([], "MJK1-100000-A"),
        ([], NUMBER),
        ([("MJK1", 10)], make_number("MJK1", 1)),
        ([("MJK1", 12), ("MJK1", 9)], make_number("MJK1", 3)),
    ]
    ordered = sorted(waiting, key=lambda one: hand_over_order(*one))
    assert ordered == [waiting[3], waiting[2], waiting[1], waiting[0]]


@settings(max_examples=50)
@given(st.integers(1, 9999), st.integers(1, 9999), st.integers(1, 9999))
def test_a_range_holds_what_lies_between(one, other, turn):
    within = read_range(str(one), str(other))
    assert within is not None
    assert within.holds([("MJK1", turn)], NUMBER) == (min(one, other) <= turn <= max(one, other))
