"""What a proper consent needs; withdrawals depend on the set of entries, never on their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.activities import CardPrinted, ConsentRestored, ConsentWithdrawn
from jamsos_desktop.domain.consent import FIELDS, check_consent, standing_withdrawals
from jamsos_desktop.domain.records import Consent

GONE = ConsentWithdrawn(reason="tidak jadi")
names = st.sampled_from("abcdef")
restored = st.lists(names, max_size=3).map(
    lambda n: ConsentRestored(withdrawals=tuple(n), reason="keliru")
)
bodies = st.one_of(st.just(GONE), restored, st.just(CardPrinted(to="file")), st.none())


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


@given(st.dictionaries(names, bodies), st.randoms())
def test_order_and_repeats_do_not_matter(entries, chance):
    listed = [*entries.items(), *list(entries.items())[:2]]
    mixed = list(listed)
    chance.shuffle(mixed)
    assert standing_withdrawals(mixed) == standing_withdrawals(entries.items())


def consent(**changes):
    known = {"at": "2026-11-22T09:00:00+07:00", "by": "petugas", "language": "id", "version": 1}
    return Consent(**{**known, "method": "kertas", **changes})


def codes(asked, officer="Dewi Lestari"):
    return [finding.code for finding in check_consent(asked, officer)]


@pytest.mark.parametrize(
    "proper",
    [
        consent(),
        consent(method="lisan", witness="Pak RT"),
        consent(method="lisan", witness="Dewi Lestari dan Pak RT"),  # the officer not alone
        consent(method="tanda_tangan", signature="0" * 64),
        consent(method="cap_jempol", signature="0" * 64),
        consent(at="2026-11-20"),
    ],
)
def test_a_proper_consent_lacks_nothing(proper):
    assert codes(proper) == []


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (None, "consent_missing"),
        (consent(at=""), "consent_date_unreadable"),
        (consent(method=""), "consent_method_missing"),
        (consent(method="tanda_tangan"), "consent_signature_missing"),
        (consent(method="cap_jempol"), "consent_signature_missing"),
        (consent(method="lisan"), "consent_witness_missing"),
        (consent(method="lisan", witness=" . "), "consent_witness_missing"),
        (consent(method="lisan", witness="  dewi   LESTARI "), "consent_witness_officer"),
    ],
)
def test_what_is_missing_stands_in_the_way(asked, code):
    found = check_consent(asked, "Dewi Lestari")
    assert [(f.code, f.level, f.overridable, f.waits) for f in found] == [
        (code, "error", False, False)
    ]
    assert found[0].field in FIELDS
