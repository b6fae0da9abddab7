"""Entries: canonical bytes, digests and hashes that tell every change."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.activities import NikRevealed, PaperPrinted
from jamsos_desktop.domain.journal import (
    ERASED,
    GENESIS,
    Entry,
    decode_body,
    digest_body,
    encode_body,
    hash_entry,
)
from jamsos_desktop.domain.records import Participant

PERSON = Participant(number="MJK1-00001-A", event_id="e", programme_id="p", name="Siti Aminah")
BODY = encode_body(PERSON)
SALT = "00ff" * 8


def make_entry(**changes):
    values = {
        "station_id": "s",
        "seq": 1,
        "lamport": 1,
        "recorded_at": "2026-11-22T09:00:00.000+07:00",
        "author_id": "o",
        "kind": "revision",
        "record_id": "r",
        "parents": (),
        "body_digest": digest_body(SALT, BODY),
        "prev_hash": GENESIS,
        "entry_hash": "",
        "body": msgspec.Raw(BODY),
        "salt": SALT,
    }
    return Entry(**(values | changes))


def test_a_body_is_canonical_and_names_its_type():
    assert b" " not in encode_body(PaperPrinted(kind="board", to="file"))
    assert encode_body(NikRevealed()) == b'{"schema":1,"type":"nik_revealed"}'
    assert decode_body(BODY) == PERSON


def test_fields_of_a_newer_version_are_written_with_the_rest():
    raw = encode_body(PERSON, {"zakat": True, "alias": "Bu Siti"})
    fields = msgspec.json.decode(raw)
    assert (fields["zakat"], fields["alias"], fields["name"]) == (True, "Bu Siti", "Siti Aminah")
    assert list(fields) == sorted(fields)
    assert decode_body(raw) == PERSON


def test_a_known_field_wins_over_an_unknown_one_of_the_same_name():
    assert decode_body(encode_body(PERSON, {"name": "Orang lain"})) == PERSON


@pytest.mark.parametrize("raw", [b'{"type":"unknown"}', b"[]", b"{", b'{"type":"participant"}'])
def test_what_is_no_known_body_is_refused(raw):
    with pytest.raises(msgspec.DecodeError):
        decode_body(raw)


def test_a_body_that_is_no_utf8_is_refused_in_the_same_way():
    with pytest.raises(msgspec.DecodeError):
        decode_body(BODY.replace(b"Siti", b"\xff\xff\xff\xff"))


@given(st.integers(0, len(BODY) - 1), st.integers(1, 255))
def test_a_flipped_bit_of_the_body_does_not_match(place, change):
    flipped = bytearray(BODY)
    flipped[place] ^= change
    assert make_entry().matches_digest
    assert not make_entry(body=msgspec.Raw(bytes(flipped))).matches_digest


@pytest.mark.parametrize("salt", ["", "zz" * 16, SALT.upper(), "0" + SALT, SALT + " ", "ab"])
def test_another_salt_does_not_match(salt):
    assert not make_entry(salt=salt).matches_digest


def test_an_erased_body_has_nothing_to_compare():
    erased = make_entry(body=ERASED, salt="")
    assert erased.erased
    assert erased.matches_digest
    assert hash_entry(erased) == hash_entry(make_entry())


OTHERS = {
    "station_id": "t",
    "seq": 2,
    "lamport": 2,
    "recorded_at": "2026-11-22T09:00:00.001+07:00",
    "author_id": "p",
    "kind": "activity",
    "record_id": "q",
    "parents": ("x",),
    "body_digest": "0" * 64,
    "prev_hash": "1" * 64,
}


@pytest.mark.parametrize("field", OTHERS)
def test_the_hash_covers_every_field_but_body_and_salt(field):
    assert hash_entry(make_entry(**{field: OTHERS[field]})) != hash_entry(make_entry())


def test_the_hash_does_not_run_fields_together():
    one = make_entry(author_id="ab", record_id="c")
    other = make_entry(author_id="a", record_id="bc")
    assert hash_entry(one) != hash_entry(other)
    assert hash_entry(make_entry(parents=("a b",))) != hash_entry(make_entry(parents=("a", "b")))


def test_an_entry_travels_as_one_line_and_comes_back():
    made = make_entry()
    line = msgspec.json.encode(made)
    assert b"\n" not in line
    assert msgspec.json.decode(line, type=Entry) == made
