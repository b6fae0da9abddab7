"""Groups of records that hang together, and what is remembered of a pair."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import JaroWinkler

from jamsos_desktop.domain import matching
from jamsos_desktop.domain.pairs import (
    MOST_SIDE_BY_SIDE,
    Pair,
    beginnings,
    group,
    seen_of,
)
from tests.factories import make_participant

_ids = st.sampled_from("abcdefgh")
_pairs = st.lists(
    st.builds(
        lambda ids, weight: Pair(min(ids), max(ids), weight),
        st.tuples(_ids, _ids).filter(lambda ids: ids[0] != ids[1]),
        st.sampled_from([1.0, 5.0, 40.0]),
    ),
    unique_by=lambda pair: (pair.one, pair.other),
)


def seen(one, other):
    traits = matching.traits_of(one), matching.traits_of(other)
    return seen_of(matching.compare(*traits, JaroWinkler.similarity))


@given(_pairs, st.randoms())
def test_groups_do_not_depend_on_the_order_of_the_pairs(pairs, random):
    mixed = list(pairs)
    random.shuffle(mixed)
    assert group(mixed) == group(pairs)


@given(_pairs)
def test_nobody_stands_in_two_groups_and_each_pair_is_asked_sooner_or_later(pairs):
    groups = group(pairs)
    everybody = [one for side_by_side in groups for one in side_by_side]
    assert len(everybody) == len(set(everybody))
    assert all(2 <= len(one) <= MOST_SIDE_BY_SIDE for one in groups)
    left = list(pairs)
    while left:
        asked = group(left)
        assert asked
        settled = [p for p in left if any({p.one, p.other} <= set(g) for g in asked)]
        assert settled
        left = [p for p in left if p not in settled]


@given(_pairs)
def test_the_likeliest_pair_is_asked_first(pairs):
    if pairs:
        best = max(pair.weight for pair in pairs)
        first = set(group(pairs)[0])
        assert any({p.one, p.other} <= first for p in pairs if p.weight == best)


def test_words_that_everybody_carries_count_only_alone():
    assert beginnings(("siti", "aminah")) == {"ami"}
    assert beginnings(("siti", "nur")) == {"sit", "nur"}
    assert beginnings(("m", "al")) == frozenset()


def test_what_was_compared_changes_with_nik_name_and_birth_date_alone():
    siti = make_participant()
    other = make_participant(name="Siti Aminatun", nik="3576035708900009")
    before = seen(siti, other)
    assert before == "almost/95/same"
    assert seen(siti, make_participant(name="Siti Aminatun", nik=other.nik, rt="9")) == before
    same_nik = make_participant(name="Siti Aminatun", rt="9", phone="081234567890")
    assert seen(siti, same_nik) == "same/95/same"
    born = make_participant(name="Siti Aminatun", nik=other.nik, birth_date=dt.date(1991, 3, 2))
    assert seen(siti, born) == "almost/95/differ"
