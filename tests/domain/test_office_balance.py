"""The office's balance adds up, and says what matters most of a station."""

from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.office_balance import (
    Figures,
    OfficeBalance,
    StationPart,
    count_of,
    ranges_words,
)

_WORDS = (
    *("undecided", "to_correct", "duplicate", "rejected"),
    *("to_send", "unanswered", "active", "refused"),
)


def part(**changes):
    values = {"station_id": "a", "name": "Pos 1", "code": "MJK1", "claimed": 3}
    values |= {"figures": Figures(complete=3, undecided=3), "last_bundle": "2026-11-22T09:00+07:00"}
    return StationPart(**(values | changes))


@given(people=st.lists(st.tuples(st.booleans(), st.sampled_from(_WORDS)), max_size=20))
def test_whoever_counts_is_in_exactly_one_figure(people):
    total = Figures()
    for complete, word in people:
        kind = "complete" if complete else "incomplete"
        total = total.plus(Figures(**{kind: 1, word: 1}))
    total = total.plus(Figures(voided=2, withdrawn=1))
    assert total.arrived == len(people) + 3
    over = total.active + total.duplicate + total.rejected
    assert total.counted == total.open + over
    waits = total.undecided + total.to_correct + total.to_send + total.unanswered + total.refused
    assert total.open == waits
    assert total.accepted == total.to_send + total.sent
    assert total.counted == (
        total.undecided + total.to_correct + total.duplicate + total.rejected + total.accepted
    )


def test_what_is_missing_weighs_more_than_a_late_bundle():
    assert part().standing == "whole"
    assert part(claimed=4, gaps=((2, 3),), late=True).standing == "differs"
    assert part(claimed=4).difference == 1
    assert part(gaps=((2, 3),), late=True).standing == "gaps"
    assert part(forks=(7,)).standing == "forked"
    assert part(claimed=None, last_bundle="").standing == "never"
    assert part(late=True).standing == "late"
    assert part(claimed=None).standing == "unclaimed"
    assert part(claimed=None, last_bundle="", here=True).standing == "whole"
    assert OfficeBalance([part(), part(late=True)], []).balances
    assert not OfficeBalance([part(), part(claimed=2)], []).balances


def test_numbers_that_are_missing_are_named_as_far_as_one_can_read_them():
    assert ranges_words([(40, 52), (57, 57)]) == "40–52, 57"
    assert ranges_words([(n, n) for n in range(0, 40, 2)]).endswith("14 dan 12 lagi")
    assert count_of([(40, 52), (57, 57)]) == 14
