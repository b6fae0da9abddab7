"""The manifest's words: what is written, what is refused, which names may travel."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.bundle.manifest import (
    Limits,
    Part,
    decode_manifest,
    encode_manifest,
    is_part_name,
)
from jamsos_desktop.errors import UserError
from jamsos_desktop.messages import explain
from tests.bundle.factories import make_manifest


def test_bytes_are_the_same_each_time_and_come_back() -> None:
    manifest = make_manifest(parts=(Part(name="a.txt", size=1, sha256="0" * 64),))

    assert encode_manifest(manifest) == encode_manifest(manifest)
    assert decode_manifest(encode_manifest(manifest)) == manifest


def test_keys_are_sorted_and_moments_carry_their_zone() -> None:
    raw = encode_manifest(make_manifest())

    assert list(msgspec.json.decode(raw)) == sorted(msgspec.json.decode(raw))
    assert b'"created_at":"2025-11-12T14:05:00+07:00"' in raw


@given(st.binary(max_size=200))
def test_noise_is_not_ours(noise: bytes) -> None:
    with pytest.raises(UserError, match="bundle_not_jamsos"):
        decode_manifest(noise)


def test_a_newer_version_is_told_with_both_numbers() -> None:
    with pytest.raises(UserError) as caught:
        decode_manifest(b'{"format":"jamsos","version":2}')

    assert "2" in explain(caught.value).what
    assert "1" in explain(caught.value).what


@pytest.mark.parametrize(
    "name",
    ["journal.ndjson", "media/" + "a" * 64 + ".jpg", "ref/texts/persetujuan_id.toml", "kit.json"],
)
def test_the_names_that_we_use_may_travel(name: str) -> None:
    assert is_part_name(name)


@given(st.text(alphabet="aA0._-/\\: \n\0é~", max_size=12))
def test_a_name_that_may_travel_stays_inside_on_every_system(name: str) -> None:
    if is_part_name(name):
        steps = name.split("/")
        assert all(step and not step.startswith((".", "-")) and ".." not in step for step in steps)
        assert not set(name) & set("A\\: \n\0é~")
        assert not any(step.endswith(".") for step in steps)


def test_a_small_file_may_hold_a_few_megabytes_whatever_its_ratio() -> None:
    limits = Limits(total=1000, ratio=10, ratio_from=50)

    assert [limits.allowed(sealed) for sealed in (0, 4, 6, 500)] == [50, 50, 60, 1000]
