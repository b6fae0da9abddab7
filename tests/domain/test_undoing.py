"""Withdrawals and voids: what stands depends on the set of entries, never on their order."""

from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.activities import (
    CardPrinted,
    ConsentRestored,
    ConsentWithdrawn,
    Voided,
    VoidUndone,
)
from jamsos_desktop.domain.undoing import standing_voids, standing_withdrawals

GONE = ConsentWithdrawn(reason="tidak jadi")
names = st.sampled_from("abcdef")
restored = st.lists(names, max_size=3).map(
    lambda n: ConsentRestored(withdrawals=tuple(n), reason="keliru")
)
VOID = Voided(reason="salah orang")
undone = st.lists(names, max_size=3).map(lambda n: VoidUndone(voids=tuple(n), reason="keliru"))
bodies = st.one_of(
    st.just(GONE), restored, st.just(VOID), undone, st.just(CardPrinted(to="file")), st.none()
)


def undo(*names):
    return ConsentRestored(withdrawals=names, reason="keliru")


def test_a_withdrawal_stands_until_it_is_undone():
    assert standing_withdrawals([]) == ()
    assert standing_withdrawals([("a", GONE)]) == ("a",)
    assert standing_withdrawals([("a", GONE), ("b", undo("a"))]) == ()


def test_undoing_one_leaves_another_that_nobody_knew_of():
    assert standing_withdrawals([("a", GONE), ("b", undo("a")), ("c", GONE)]) == ("c",)


def test_the_undoing_may_arrive_before_what_it_undoes():
    assert standing_withdrawals([("b", undo("a")), ("a", GONE)]) == ()


def test_a_void_is_undone_by_its_own_undoing_alone():
    assert standing_voids([("a", VOID)]) == ("a",)
    assert standing_voids([("a", VOID), ("b", undo("a"))]) == ("a",)
    assert standing_voids([("b", VoidUndone(voids=("a",), reason="keliru")), ("a", VOID)]) == ()
    assert standing_withdrawals([("a", VOID)]) == ()


@given(st.dictionaries(names, bodies), st.randoms())
def test_order_and_repeats_do_not_matter(entries, chance):
    listed = [*entries.items(), *list(entries.items())[:2]]
    mixed = list(listed)
    chance.shuffle(mixed)
    assert standing_withdrawals(mixed) == standing_withdrawals(entries.items())
    assert standing_voids(mixed) == standing_voids(entries.items())
