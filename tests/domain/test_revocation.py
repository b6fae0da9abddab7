"""The list of revoked cards: small, without personal data, the same whatever the order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.domain.revocation import RevokedList, digest_of, pack, revoked_list, unpack

OFFICE = "ab" * 32
REASONS = ("dibatalkan", "dicabut", "duplikat", "ditolak", "kunci_hilang")
NUMBERS = st.from_regex(r"MJK[1-9]-[0-9]{5}-[A-Z]", fullmatch=True)
ITEMS = st.lists(st.tuples(NUMBERS, st.sampled_from(REASONS)), max_size=30)


@settings(max_examples=60)
@given(ITEMS, st.randoms())
def test_who_is_on_the_list_is_found_and_nobody_else(items, order):
    listed = revoked_list(OFFICE, items)
    shuffled = list(items)
    order.shuffle(shuffled)
    assert revoked_list(OFFICE, shuffled) == listed
    assert unpack(pack(listed)) == listed
    for number, why in items:
        found = listed.why(digest_of(OFFICE, number))
        assert found is not None
        assert REASONS.index(found) <= REASONS.index(why)
    assert listed.why(digest_of(OFFICE, "MJK1-99999-0")) is None
    assert listed.cards == len({number for number, _why in items})


def test_another_office_has_other_hashes_and_no_number_stands_in_the_list():
    listed = revoked_list(OFFICE, [("MJK1-00001-A", "duplikat")])
    assert listed.why(digest_of("cd" * 32, "MJK1-00001-A")) is None
    assert b"MJK1" not in pack(listed)
    assert len(pack(listed)) == 4 + 9


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"JSR1",
        b"JSX1" + b"a" * 8,
        b"JSX1" + b"a" * 8 + b"\x05",
        b"JSX1" + b"b" * 8 + b"\x00" + b"a" * 8 + b"\x00",
        b"JSX1" + (b"a" * 8 + b"\x00") * 2,
    ],
)
def test_what_is_no_list_is_refused(raw):
    with pytest.raises(ValueError, match=r"not a list|unknown|order"):
        unpack(raw)


def test_an_empty_list_revokes_nobody():
    assert unpack(b"JSX1") == RevokedList()
    assert RevokedList().why(digest_of(OFFICE, "MJK1-00001-A")) is None
