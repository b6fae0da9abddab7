"""Bytes as age writes its keys."""

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.bundle import bech32


@pytest.mark.parametrize(
    ("prefix", "data", "text"),
    [("a", "", "a12uel5l"), ("abcdef", "00443214c74254b635cf84653a56d7c675be77df", "")],
)
def test_the_examples_of_bip_173_come_out(prefix, data, text):
    wanted = text or "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"
    assert bech32.encode(prefix, bytes.fromhex(data)) == wanted


@settings(max_examples=20)
@given(st.binary(min_size=32, max_size=32))
def test_age_reads_the_key_and_finds_the_same_public_half(seed):
    identity = pyrage.x25519.Identity.from_str(bech32.encode("age-secret-key-", seed).upper())
    public = X25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    assert str(identity.to_public()) == bech32.encode("age", public)
