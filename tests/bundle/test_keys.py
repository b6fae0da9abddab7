"""Keys as text, signatures, and the office's word for a station."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.bundle import keys

OFFICE = "22" * 32
STATION = {
    "station_id": "st-1",
    "code": "MJK1",
    "public_key": keys.public_key_of("11" * 32),
    "practice": False,
}


def test_a_signature_holds_for_its_data_and_key_alone() -> None:
    key = keys.new_signing_key()
    signature = keys.sign(key, b"data")

    assert keys.verify(keys.public_key_of(key), b"data", signature)
    assert not keys.verify(keys.public_key_of(key), b"date", signature)
    assert not keys.verify(keys.public_key_of(keys.new_signing_key()), b"data", signature)


@given(st.text(max_size=70), st.binary(max_size=70))
def test_what_is_malformed_verifies_nothing(key: str, signature: bytes) -> None:
    assert not keys.verify(key, b"data", signature)
    assert not keys.verify(keys.public_key_of(OFFICE), b"data", signature)
    assert not keys.verify_certificate(keys.public_key_of(OFFICE), key, **STATION)  # type: ignore[arg-type]


def test_the_office_vouches_for_one_station_only() -> None:
    certificate = keys.certify_station(OFFICE, **STATION)  # type: ignore[arg-type]
    office = keys.public_key_of(OFFICE)

    assert keys.verify_certificate(office, certificate, **STATION)  # type: ignore[arg-type]
    others = {
        "station_id": "st-2",
        "code": "MJK2",
        "public_key": keys.public_key_of(OFFICE),
        "practice": True,
    }
    for field, value in others.items():
        claim = STATION | {field: value}
        assert not keys.verify_certificate(office, certificate, **claim)  # type: ignore[arg-type]
    stranger = keys.public_key_of(keys.new_signing_key())
    assert not keys.verify_certificate(stranger, certificate, **STATION)  # type: ignore[arg-type]


def test_age_keys_are_text() -> None:
    identity = keys.new_age_identity()

    assert identity.startswith("AGE-SECRET-KEY-1")
    assert keys.age_recipient_of(identity).startswith("age1")
    with pytest.raises(ValueError, match="identity"):
        keys.age_recipient_of("age1x")


def test_an_office_finds_the_key_of_an_event_again_and_no_other_office_does():
    office, other = keys.new_signing_key(), keys.new_signing_key()
    identity = keys.event_identity(office, "kegiatan")
    assert identity == keys.event_identity(office, "kegiatan")
    assert keys.age_recipient_of(identity).startswith("age1")
    assert identity not in {
        keys.event_identity(office, "kegiatan lain"),
        keys.event_identity(other, "kegiatan"),
    }
