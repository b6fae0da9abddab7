"""Entries that were written together make one answer, in whatever order they are read."""

import random

from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.activities import Decided, NotTheSame
from jamsos_desktop.domain.answered import Written, answers_in, records_of

AT = "2025-11-12T09:00:00.000+07:00"


def written(seq, record_id, body, at=AT, station="kantor"):
    return Written(f"{station}{seq}", record_id, station, seq, at, "admin", body)


def apart(seq, one, *others, **given_):
    return written(seq, one, NotTheSame(others=others, seen=("",) * len(others)), **given_)


def twice(seq, one, kept, **given_):
    return written(seq, one, Decided(verdict="duplikat", heads=("h",), kept_id=kept), **given_)


def test_one_person_and_somebody_else_in_the_group_is_one_answer():
    entries = [twice(4, "b", "a"), apart(5, "a", "c"), apart(6, "b", "c"), apart(7, "c", "a", "b")]
    [answer] = answers_in(entries)
    assert (answer.kind, answer.kept_id, answer.record_ids) == ("same", "a", ("a", "b", "c"))
    assert (answer.first_seq, answer.decided) == (4, (("b", "kantor4"),))
    assert [record_id for record_id, _name in answer.apart] == ["a", "b", "c"]


def test_who_is_sent_back_comes_with_those_because_of_whom():
    body = Decided(verdict="perlu_perbaikan", heads=("h",), alike=("b",), reason="lihat KTP")
    [answer] = answers_in([written(1, "c", body)])
    assert (answer.kind, answer.about_id, answer.record_ids) == ("back", "c", ("b", "c"))
    assert answer.reason == "lihat KTP"


def test_answers_about_other_people_at_another_time_or_place_are_others():
    first = [apart(1, "a", "b"), apart(2, "b", "a")]
    assert len(answers_in([*first, apart(3, "c", "d"), apart(4, "d", "c")])) == 2
    assert len(answers_in([*first, apart(3, "a", "c", at="2025-11-12T09:01:00.000+07:00")])) == 2
    assert len(answers_in([*first, apart(3, "a", "c", station="kantor2")])) == 2
    assert len(answers_in([*first, apart(5, "a", "c")])) == 2  # something else was in between


def test_the_latest_comes_first():
    later = "2025-11-12T09:01:00.000+07:00"
    found = answers_in([apart(1, "a", "b"), twice(2, "d", "c", at=later)])
    assert [answer.kind for answer in found] == ["same", "apart"]


def test_an_entry_that_cannot_be_read_speaks_of_its_record_alone():
    assert records_of(written(1, "a", None)) == {"a"}


@given(st.lists(st.sampled_from("abcdef"), min_size=2, max_size=12), st.randoms())
def test_any_order_gives_the_same_answers(ids, rng: random.Random):
    entries = [apart(n, one, "x") for n, one in enumerate(ids)]
    shuffled = rng.sample(entries, len(entries))
    assert answers_in(shuffled) == answers_in(entries)
    named = [name for answer in answers_in(entries) for _one, name in answer.apart]
    assert sorted(named) == sorted(one.entry_hash for one in entries)
