"""Where a registration stands: the same for every order in which the office's words arrive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.activities import (
    BpjsAnswered,
    BpjsAnswerUndone,
    Decided,
    DecisionUndone,
    NotTheSame,
    NotTheSameUndone,
    SentToBpjs,
)
from jamsos_desktop.domain.standing import (
    Answer,
    Told,
    Travel,
    answer_of,
    standing,
    standing_apart,
)

HEADS = ("a",)


def told(lamport, body):
    return Told(f"{lamport:04}", lamport, body)


def decided(lamport, verdict, heads=HEADS):
    return told(lamport, Decided(verdict=verdict, heads=heads))


def test_nothing_said_is_no_answer():
    assert answer_of([], HEADS) == Answer("", None)


def test_the_last_word_of_the_office_stands():
    first, last = decided(1, "perlu_perbaikan"), decided(2, "diterima")
    assert answer_of([last, first], HEADS) == Answer("diterima", last)


def test_a_demand_for_correction_is_answered_by_a_later_revision():
    asked = decided(1, "perlu_perbaikan")
    assert answer_of([asked], HEADS).said == "perlu_perbaikan"
    assert answer_of([asked], ("b",)).said == ""


def test_a_decision_that_was_taken_back_says_nothing():
    wrong = decided(1, "duplikat")
    undone = told(2, DecisionUndone(decisions=(wrong.entry_hash,), reason="salah orang"))
    assert answer_of([undone, wrong], HEADS).said == ""
    again = decided(3, "duplikat")
    assert answer_of([wrong, undone, again], HEADS).said == "duplikat"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (SentToBpjs(batch="BPJS-1.xlsx"), "dikirim"),
        (BpjsAnswered(accepted=True, number="12345678901"), "aktif"),
        (BpjsAnswered(accepted=False, reason="NIK tidak padan"), "ditolak_bpjs"),
    ],
)
def test_the_last_that_bpjs_said_stands(body, said):
    accepted, sent = decided(1, "diterima"), told(2, SentToBpjs(batch="BPJS-1.xlsx"))
    assert answer_of([told(3, body), sent, accepted], HEADS).said == said


def test_a_duplicate_stays_one_whatever_bpjs_says():
    answers = [decided(1, "duplikat"), told(2, BpjsAnswered(accepted=True, number="1"))]
    assert answer_of(answers, HEADS).said == "duplikat"


def test_after_bpjs_refused_the_office_may_ask_for_a_correction():
    refused = told(2, BpjsAnswered(accepted=False, reason="nama"))
    asked = decided(3, "perlu_perbaikan")
    assert answer_of([refused, asked], HEADS).said == "perlu_perbaikan"
    assert answer_of([refused, asked], ("b",)).said == "ditolak_bpjs"


def test_an_answer_of_bpjs_that_was_taken_back_leaves_what_was_said_before():
    sent = told(1, SentToBpjs(batch="x"))
    no = told(2, BpjsAnswered(accepted=False, reason="NIK"))
    yes = told(3, BpjsAnswered(accepted=True, number="12345678901"))
    wrong = told(4, BpjsAnswerUndone(answers=(yes.entry_hash,), reason="berkas keliru"))
    assert answer_of([wrong, yes, no, sent], HEADS) == Answer("ditolak_bpjs", no)
    both = told(5, BpjsAnswerUndone(answers=(no.entry_hash,), reason="berkas keliru"))
    assert answer_of([both, sent, wrong, yes, no], HEADS) == Answer("dikirim", sent)
    again = told(6, BpjsAnswered(accepted=True, number="12345678901"))
    assert answer_of([again, both, sent, wrong, yes, no], HEADS) == Answer("aktif", again)


_bodies = st.one_of(
    st.builds(
        Decided,
        verdict=st.sampled_from(["diterima", "perlu_perbaikan", "duplikat", "ditolak"]),
        heads=st.sampled_from([("a",), ("b",)]),
    ),
    st.builds(SentToBpjs, batch=st.just("x")),
    st.builds(BpjsAnswered, accepted=st.booleans()),
    st.builds(
        DecisionUndone,
        decisions=st.lists(st.sampled_from(["0001", "0002", "0003"]), max_size=2).map(tuple),
        reason=st.just("keliru"),
    ),
    st.builds(
        BpjsAnswerUndone,
        answers=st.lists(st.sampled_from(["0001", "0002", "0003"]), max_size=2).map(tuple),
        reason=st.just("keliru"),
    ),
)


@given(st.lists(_bodies, max_size=7), st.randoms(use_true_random=False))
def test_order_and_repeats_do_not_matter(bodies, chance):
    entries = [told(number, body) for number, body in enumerate(bodies, 1)]
    shuffled = entries + chance.sample(entries, k=len(entries) // 2)
    chance.shuffle(shuffled)
    assert answer_of(shuffled, HEADS) == answer_of(entries, HEADS)


def test_at_the_office_what_nobody_decided_on_waits():
    at_office = {"voided": False, "withdrawn": False, "own_seq": 0, "travel": Travel()}
    assert standing("", **at_office, office=True) == "menunggu"
    assert standing("", **at_office) == "diterima"
    assert standing("diterima", **at_office, office=True) == "diterima"


@pytest.mark.parametrize(
    ("seq", "expected"), [(3, "diterima"), (4, "diekspor"), (6, "diekspor"), (7, "tersimpan")]
)
def test_without_an_answer_the_journal_says_how_far_it_came(seq, expected):
    travel = Travel(exported_seq=6, accepted_seq=3)
    assert standing("", voided=False, withdrawn=False, own_seq=seq, travel=travel) == expected


def test_what_is_gone_is_gone_whatever_was_said():
    assert standing("aktif", voided=True, withdrawn=False, own_seq=1, travel=Travel()) == (
        "dibatalkan"
    )
    assert standing("aktif", voided=True, withdrawn=True, own_seq=1, travel=Travel()) == "dicabut"
    assert standing("aktif", voided=False, withdrawn=False, own_seq=9, travel=Travel()) == "aktif"


def test_what_was_taken_back_keeps_nobody_apart():
    apart = NotTheSame(others=("b",), seen=("-/90/same",))
    undone = NotTheSameUndone(answers=("1",), reason="keliru")
    told = [Told("1", 1, apart), Told("2", 2, apart), Told("3", 3, undone)]
    assert standing_apart(told) == ("2",)
    assert standing_apart(reversed(told)) == ("2",)
