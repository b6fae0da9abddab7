"""The fold: what a record says depends on the set of its revisions and on nothing else."""

import hashlib
from itertools import permutations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.merge import Folded, Revision, fold, state_hash

FIELDS = ("name", "rt", "phone")
STATIONS = 3


def make(fields, *parents):
    """A revision named by what it says and replaces, as the journal's hashes do."""
    text = msgspec.json.encode((sorted(fields.items()), parents))
    return Revision(hashlib.sha256(text).hexdigest(), tuple(p.entry_hash for p in parents), fields)


class Simulated:
    """Stations that edit one record, hear of each other's revisions late, and decide conflicts."""

    def __init__(self):
        self.all = {}
        self.known = [{} for _ in range(STATIONS)]
        self.add(0, {"name": "Siti", "rt": "001"}, ())

    def add(self, station, fields, parents):
        text = msgspec.json.encode((len(self.all), station, sorted(fields.items()), parents))
        made = Revision(hashlib.sha256(text).hexdigest(), tuple(parents), fields)
        self.all[made.entry_hash] = made
        self.known[station][made.entry_hash] = made

    def edit(self, station, field, value):
        """Somebody changes one field of what the record says here, which also decides conflicts."""
        known = self.known[station]
        if not known:
            return
        now = fold(known.values())
        self.add(station, {**now.fields, field: value}, now.heads)

    def hear(self, station, other, which):
        """A part of what the other knows arrives: parents may stay away."""
        for number, (name, made) in enumerate(self.known[other].items()):
            if which >> number & 1:
                self.known[station][name] = made


_station = st.integers(0, STATIONS - 1)
_steps = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), _station, st.sampled_from(FIELDS), st.sampled_from("abc")),
        st.tuples(st.just("hear"), _station, _station, st.integers(0, 2**12 - 1)),
    ),
    max_size=14,
)


@st.composite
def histories(draw):
    world = Simulated()
    for action, *values in draw(_steps):
        getattr(world, action)(*values)
    return list(world.all.values())


@given(histories(), st.data())
def test_any_order_and_any_repeats_say_the_same(history, data):
    arrived = data.draw(st.permutations(history + data.draw(st.lists(st.sampled_from(history)))))
    assert fold(arrived) == fold(history)


@given(histories(), st.data())
def test_a_known_part_says_the_same_in_any_order_too(history, data):
    part = data.draw(st.lists(st.sampled_from(history), min_size=1, unique_by=id))
    assert fold(data.draw(st.permutations(part))) == fold(part)


@given(histories())
def test_heads_are_the_revisions_that_nobody_replaced(history):
    replaced = {parent for revision in history for parent in revision.parents}
    names = {revision.entry_hash for revision in history}
    assert fold(history).heads == tuple(sorted(names - replaced))


@given(histories())
def test_a_field_on_which_all_heads_agree_is_no_conflict(history):
    by_name = {revision.entry_hash: revision for revision in history}
    folded = fold(history)
    for field in FIELDS:
        values = [by_name[head].fields.get(field) for head in folded.heads]
        if all(value == values[0] for value in values):
            assert field not in folded.conflicts
            assert folded.fields.get(field) == values[0]


@given(histories())
def test_a_conflict_keeps_every_value_with_its_revision(history):
    by_name = {revision.entry_hash: revision for revision in history}
    folded = fold(history)
    for field, candidates in folded.conflicts.items():
        assert len({value for _name, value in candidates}) > 1
        for name, value in candidates:
            assert by_name[name].fields.get(field) == value
            assert value in {by_name[head].fields.get(field) for head in folded.heads}
        assert folded.fields.get(field) == candidates[0][1]


@given(histories(), st.data())
def test_a_decision_over_all_heads_ends_every_conflict(history, data):
    folded = fold(history)
    decision = Revision("decided", folded.heads, {**folded.fields, "rt": "009"})
    late = data.draw(st.permutations([*history, decision, *history]))
    assert fold(late) == Folded(heads=("decided",), fields=decision.fields)


@given(histories(), st.data())
def test_what_is_merged_and_revised_goes_on_merging(history, data):
    """A decision and a concurrent change of another field both hold."""
    folded = fold(history)
    decision = Revision("decided", folded.heads, {**folded.fields, "rt": "009"})
    base = data.draw(st.sampled_from(history))
    other = Revision("other", (base.entry_hash,), {**base.fields, "job": "ojek"})
    merged = fold([*history, decision, other])
    assert merged.fields["job"] == "ojek"
    assert "job" not in merged.conflicts
    if base.fields.get("rt") != "009":
        assert set(merged.heads) == {"decided", "other"}


BASE = make({"name": "Siti Aminah", "rt": "001", "phone": "0812"})


def test_one_revision_says_what_it_says():
    assert fold([BASE]) == Folded(heads=(BASE.entry_hash,), fields=BASE.fields)


def test_changes_of_different_fields_merge_by_themselves():
    ours = make({**BASE.fields, "rt": "002"}, BASE)
    theirs = make({**BASE.fields, "phone": "0857"}, BASE)
    merged = fold([BASE, ours, theirs])
    assert merged.fields == {"name": "Siti Aminah", "rt": "002", "phone": "0857"}
    assert merged.conflicts == {}
    assert set(merged.heads) == {ours.entry_hash, theirs.entry_hash}


def test_the_same_field_changed_differently_keeps_both_values():
    ours = make({**BASE.fields, "name": "Siti Aminah Wulandari"}, BASE)
    theirs = make({**BASE.fields, "name": "Sitti Aminah"}, BASE)
    merged = fold([BASE, ours, theirs])
    assert dict(merged.conflicts["name"]) == {
        ours.entry_hash: "Siti Aminah Wulandari",
        theirs.entry_hash: "Sitti Aminah",
    }
    assert set(merged.conflicts) == {"name"}


def test_the_same_field_changed_alike_is_no_conflict():
    ours = make({**BASE.fields, "rt": "002"}, BASE)
    theirs = make({**BASE.fields, "rt": "002", "phone": "0857"}, BASE)
    merged = fold([BASE, ours, theirs])
    assert merged.conflicts == {}
    assert merged.fields["rt"] == "002"


def test_a_field_put_back_counts_against_the_state_before_both():
    there = make({**BASE.fields, "rt": "002"}, BASE)
    back = make({**BASE.fields}, there)
    elsewhere = make({**BASE.fields, "phone": "0857"}, BASE)
    merged = fold([BASE, there, back, elsewhere])
    assert merged.fields == {**BASE.fields, "phone": "0857"}
    assert merged.conflicts == {}


def test_several_changes_on_one_side_count_as_the_last():
    first = make({**BASE.fields, "rt": "002"}, BASE)
    second = make({**first.fields, "rt": "003"}, first)
    theirs = make({**BASE.fields, "phone": "0857"}, BASE)
    merged = fold([BASE, first, second, theirs])
    assert merged.fields["rt"] == "003"
    assert merged.conflicts == {}


def test_a_decided_conflict_does_not_come_back_with_late_copies():
    ours = make({**BASE.fields, "name": "A"}, BASE)
    theirs = make({**BASE.fields, "name": "B"}, BASE)
    decision = make({**BASE.fields, "name": "B"}, ours, theirs)
    for arrival in permutations([BASE, ours, theirs, decision]):
        assert fold([*arrival, ours, theirs]).conflicts == {}
        assert fold(arrival).fields["name"] == "B"


def test_a_change_that_the_decision_had_not_seen_is_a_new_conflict():
    ours = make({**BASE.fields, "name": "A"}, BASE)
    theirs = make({**BASE.fields, "name": "B"}, BASE)
    decision = make({**BASE.fields, "name": "B"}, ours, theirs)
    unseen = make({**BASE.fields, "name": "C"}, BASE)
    merged = fold([BASE, ours, theirs, decision, unseen])
    assert {value for _name, value in merged.conflicts["name"]} == {"B", "C"}


def test_criss_cross_two_equal_decisions_agree():
    ours = make({**BASE.fields, "name": "A"}, BASE)
    theirs = make({**BASE.fields, "name": "B"}, BASE)
    here = make({**BASE.fields, "name": "A", "rt": "007"}, ours, theirs)
    there = make({**BASE.fields, "name": "A", "phone": "0857"}, ours, theirs)
    merged = fold([BASE, ours, theirs, here, there])
    assert merged.conflicts == {}
    assert merged.fields == {"name": "A", "rt": "007", "phone": "0857"}


def test_criss_cross_two_different_decisions_are_a_conflict_again():
    ours = make({**BASE.fields, "name": "A"}, BASE)
    theirs = make({**BASE.fields, "name": "B"}, BASE)
    here = make({**BASE.fields, "name": "A"}, ours, theirs)
    there = make({**BASE.fields, "name": "B"}, theirs, ours)
    merged = fold([BASE, ours, theirs, here, there])
    assert dict(merged.conflicts["name"]) == {here.entry_hash: "A", there.entry_hash: "B"}


def test_criss_cross_a_merge_that_only_one_side_went_on_from():
    """Both sides merged the same two changes; one then changed a field that the other left."""
    ours = make({**BASE.fields, "rt": "002"}, BASE)
    theirs = make({**BASE.fields, "phone": "0857"}, BASE)
    both = {**BASE.fields, "rt": "002", "phone": "0857"}
    here = make({**both, "name": "A"}, ours, theirs)
    there = make({**both, "job": "ojek"}, ours, theirs)
    later = make({**there.fields, "rt": "003"}, there)
    merged = fold([BASE, ours, theirs, here, there, later])
    assert merged.conflicts == {}
    assert merged.fields == {"name": "A", "rt": "003", "phone": "0857", "job": "ojek"}


def test_a_missing_parent_is_made_good_when_it_arrives():
    middle = make({**BASE.fields, "rt": "002"}, BASE)
    last = make({**middle.fields, "phone": "0857"}, middle)
    elsewhere = make({**BASE.fields, "name": "Siti"}, BASE)
    incomplete = fold([BASE, last, elsewhere])
    assert set(incomplete.heads) == {last.entry_hash, elsewhere.entry_hash}
    complete = fold([last, elsewhere, middle, BASE])
    assert complete.conflicts == {}
    assert complete.fields == {"name": "Siti", "rt": "002", "phone": "0857"}


def test_a_decision_made_while_a_parent_was_missing_still_decides():
    middle = make({**BASE.fields, "rt": "002"}, BASE)
    last = make({**middle.fields, "phone": "0857"}, middle)
    seen = fold([BASE, last])
    decision = Revision("decided", seen.heads, {**BASE.fields, "rt": "002", "phone": "0857"})
    assert fold([BASE, last, decision, middle]) == Folded(("decided",), decision.fields)


def test_a_field_that_only_a_newer_version_knows_survives_the_other_side():
    newer = make({**BASE.fields, "halal": True}, BASE)
    older = make({**BASE.fields, "rt": "002"}, BASE)
    merged = fold([BASE, newer, older])
    assert merged.fields == {**BASE.fields, "halal": True, "rt": "002"}
    assert merged.conflicts == {}


def test_a_field_taken_away_against_one_changed_is_a_conflict():
    gone = make({k: v for k, v in BASE.fields.items() if k != "phone"}, BASE)
    changed = make({**BASE.fields, "phone": "0857"}, BASE)
    values = {value for _name, value in fold([BASE, gone, changed]).conflicts["phone"]}
    assert values == {None, "0857"}


def test_a_long_history_folds_quickly():
    history = [BASE]
    for number in range(400):
        history.append(make({**BASE.fields, "rt": f"{number}"}, history[-1]))
    assert fold(reversed(history)).fields["rt"] == "399"


_states = st.dictionaries(
    st.text("abc", min_size=1), st.text("xyz", max_size=2).map(msgspec.json.encode), max_size=5
)


@given(_states, _states)
def test_the_state_hash_tells_states_apart(one, other):
    def hashed(states):
        return state_hash((i, state, b"") for i, state in sorted(states.items()))

    assert (hashed(one) == hashed(other)) == (one == other)
