"""Keyed hashes of NIKs: one NIK one hash however it is typed, and a list that is what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.registered import (
    DIGEST_SIZE,
    KEY_SIZE,
    digest_of,
    keyed_list,
    pack,
    unpack,
)

KEY, OTHER_KEY = bytes(range(KEY_SIZE)), bytes(KEY_SIZE)
NIK = "3576035708900001"
digests = st.lists(st.binary(min_size=DIGEST_SIZE, max_size=DIGEST_SIZE))


def test_a_nik_has_one_hash_however_it_is_typed_and_another_under_another_key():
    assert digest_of(KEY, "3576 0357 0890 0001") == digest_of(KEY, NIK)
    assert len(digest_of(KEY, NIK)) == DIGEST_SIZE
    assert digest_of(OTHER_KEY, NIK) != digest_of(KEY, NIK)
    assert digest_of(KEY, "3576035708900002") != digest_of(KEY, NIK)


@pytest.mark.parametrize(
    "typed",
    ["", "0", "0" * 16, "9" * 16, "1234567890123456", "3576", "3.57603570890000E+15", "٣" * 16],
)
def test_what_is_no_nik_and_a_placeholder_stand_for_nobody(typed):
    assert digest_of(KEY, typed) is None


@given(digests)
def test_a_list_comes_back_as_it_was_packed_each_of_it_once_and_in_order(made):
    listed = unpack(pack(keyed_list(KEY, made)))
    assert listed.key == KEY
    assert list(listed.each()) == sorted(set(made))
    assert listed.people == len(set(made))


@given(digests.filter(lambda made: len(set(made)) > 1), st.data())
def test_what_was_not_packed_so_is_refused(made, data):
    raw = pack(keyed_list(KEY, made))
    cut = data.draw(st.integers(0, len(raw) - 1).filter(lambda n: (n - 4 - KEY_SIZE) % DIGEST_SIZE))
    wrong_way = raw[: 4 + KEY_SIZE] + b"".join(sorted(set(made), reverse=True))
    for broken in (raw[:cut], b"X" + raw[1:], wrong_way):
        with pytest.raises(ValueError, match=r"hashes"):
            unpack(broken)
