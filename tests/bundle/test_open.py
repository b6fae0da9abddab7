"""A file is believed only after everything in it has been checked."""

import datetime as dt
import random
import threading
from pathlib import Path

import msgspec
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.bundle import keys
from jamsos_desktop.bundle.manifest import Manifest, Recipient
from jamsos_desktop.bundle.open import open_bundle
from jamsos_desktop.bundle.seal import part_of, seal
from jamsos_desktop.errors import Cancelled, UserError
from tests.bundle.factories import (
    JOURNAL,
    OFFICE,
    OFFICE_IDENTITY,
    PHOTO,
    REFUSALS,
    SIGNING_KEY,
    entries_of,
    inner_tar,
    make_manifest,
    refusal,
    seal_bundle,
    seal_packed,
    seal_tar,
    sign_entries,
    tar_of,
)

CHUNK = 64 * 1024 + 16  # age's encrypted chunk


def test_the_office_reads_what_the_station_sealed(tmp_path: Path) -> None:
    written = seal_bundle(tmp_path)

    bundle = open_bundle(written.path, [OFFICE_IDENTITY])

    assert bundle.manifest.sender.code == "MJK1"
    assert (bundle.size, bundle.sha256) == (written.size, written.sha256)
    assert [part.name for part in bundle.manifest.parts] == ["journal.ndjson", "media/foto.jpg"]
    assert list(bundle.lines("journal.ndjson")) == JOURNAL.splitlines()
    assert b"".join(bundle.read("media/foto.jpg")) == PHOTO


def test_one_walk_gives_every_part_in_order(tmp_path: Path) -> None:
    bundle = open_bundle(seal_bundle(tmp_path).path, [OFFICE_IDENTITY])

    assert [(part.name, b"".join(content)) for part, content in bundle.walk()] == [
        ("journal.ndjson", JOURNAL),
        ("media/foto.jpg", PHOTO),
    ]


def test_a_part_that_is_not_read_is_passed_over(tmp_path: Path) -> None:
    bundle = open_bundle(seal_bundle(tmp_path).path, [OFFICE_IDENTITY])

    assert [part.name for part, _ in bundle.walk()] == ["journal.ndjson", "media/foto.jpg"]


def test_asking_for_a_part_that_is_not_there_is_a_bug(tmp_path: Path) -> None:
    bundle = open_bundle(seal_bundle(tmp_path).path, [OFFICE_IDENTITY])

    with pytest.raises(KeyError):
        next(bundle.read("media/lain.jpg"))


def test_the_last_line_needs_no_line_feed(tmp_path: Path) -> None:
    parts = [part_of("journal.ndjson", b"satu\n\ndua")]
    bundle = open_bundle(seal_bundle(tmp_path, parts).path, [OFFICE_IDENTITY])

    assert list(bundle.lines("journal.ndjson")) == [b"satu", b"", b"dua"]


def test_leaving_in_the_middle_leaves_no_thread(tmp_path: Path) -> None:
    big = part_of("journal.ndjson", b"".join(b"%d\n" % n for n in range(500_000)))
    bundle = open_bundle(seal_bundle(tmp_path, [big]).path, [OFFICE_IDENTITY])
    before = threading.active_count()

    lines = bundle.lines("journal.ndjson")
    assert next(lines) == b"0"
    lines.close()  # type: ignore[attr-defined]

    assert threading.active_count() == before


def test_fields_of_a_newer_program_do_no_harm(tmp_path: Path) -> None:
    raw = b'{"tomorrow":[1,2],' + msgspec.json.encode(make_manifest())[1:]
    path = seal_tar(tmp_path, tar_of(sign_entries(raw)))

    assert open_bundle(path, [OFFICE_IDENTITY]).manifest == make_manifest()


def test_checking_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    path = seal_bundle(tmp_path).path
    told: list[tuple[int, int]] = []

    class Stop:
        def check(self) -> None:
            raise Cancelled

    open_bundle(path, [OFFICE_IDENTITY], report=lambda done, total: told.append((done, total)))
    with pytest.raises(Cancelled):
        open_bundle(path, [OFFICE_IDENTITY], cancel=Stop())

    size = len(JOURNAL) + len(PHOTO)
    assert told == [(len(JOURNAL), size), (size, size)]


# --- damage ---------------------------------------------------------------------------------------


def test_cut_off_at_any_byte_it_is_refused(tmp_path: Path) -> None:
    whole = seal_bundle(tmp_path).path.read_bytes()
    path = tmp_path / "cut.jamsos"
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert refusal(path) == "bundle_truncated", length


def test_any_single_flipped_bit_is_refused(tmp_path: Path) -> None:
    whole = seal_bundle(tmp_path, [part_of("journal.ndjson", JOURNAL)]).path.read_bytes()
    path = tmp_path / "flipped.jamsos"
    for position in range(len(whole)):
        damaged = bytearray(whole)
        damaged[position] ^= 1 << position % 8
        path.write_bytes(damaged)
        assert refusal(path) in REFUSALS, position


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Several of age's chunks: 200 KB that zstd cannot shrink."""
    noise = random.Random(1).randbytes
    parts = [part_of("journal.ndjson", JOURNAL * 20)]
    parts += [part_of(f"media/{number}.jpg", noise(40_000)) for number in range(5)]
    return seal_bundle(tmp_path_factory.mktemp("large"), parts).path


@settings(max_examples=150, deadline=None)
@given(position=st.integers(0, 200_000), bit=st.integers(0, 7))
def test_a_flipped_bit_anywhere_in_a_large_file_is_refused(
    large: Path, position: int, bit: int
) -> None:
    damaged = bytearray(large.read_bytes())
    damaged[position] ^= 1 << bit
    path = large.with_name("flipped.jamsos")
    path.write_bytes(damaged)
    assert refusal(path) in REFUSALS


def test_a_large_file_cut_off_at_its_seams_is_refused(large: Path) -> None:
    whole = large.read_bytes()
    payload = whole.index(b"\n--- ") + 49 + 16
    seams = range(payload, len(whole), CHUNK)
    path = large.with_name("cut.jamsos")
    for length in [near for seam in seams for near in (seam - 1, seam, seam + 1)]:
        path.write_bytes(whole[:length])
        assert refusal(path) == "bundle_truncated", length


@pytest.mark.parametrize("tail", [b"\0", b"x", b"\n" * 100, b"age-encryption.org/v1\n" * 10])
def test_nothing_may_follow_the_file(tmp_path: Path, tail: bytes) -> None:
    path = seal_bundle(tmp_path).path
    path.write_bytes(path.read_bytes() + tail)

    assert refusal(path) in {"bundle_truncated", "bundle_damaged"}


def test_a_part_cut_off_before_sealing_is_refused(tmp_path: Path) -> None:
    """Somebody with our key seals an archive that ends at each boundary of a block."""
    tar = inner_tar(seal_bundle(tmp_path).path)
    for length in range(0, len(tar), 512):
        path = seal_tar(tmp_path, tar[:length])
        assert refusal(path) in {"bundle_damaged", "bundle_not_jamsos"}, length


def test_bytes_between_and_after_the_parts_are_refused(tmp_path: Path) -> None:
    tar = inner_tar(seal_bundle(tmp_path).path)
    after = seal_tar(tmp_path, tar + b"x", "after.jamsos")
    zeros = seal_tar(tmp_path, tar + bytes(20_000), "zeros.jamsos")
    padding = tar.replace(JOURNAL + b"\0", JOURNAL + b"x")
    between = seal_tar(tmp_path, padding, "between.jamsos")
    frames = zstandard.ZstdCompressor().compress(tar) + zstandard.ZstdCompressor().compress(b"x")
    second = seal_packed(tmp_path, frames, "second.jamsos")

    assert {refusal(path) for path in (after, zeros, between, second)} == {"bundle_damaged"}


def test_an_archive_padded_by_an_ordinary_tar_opens(tmp_path: Path) -> None:
    path = seal_tar(tmp_path, tar_of(entries_of(seal_bundle(tmp_path).path)))

    assert open_bundle(path, [OFFICE_IDENTITY]).manifest.last_seq == 2


def test_a_file_changed_after_it_was_opened_is_noticed(tmp_path: Path) -> None:
    bundle = open_bundle(seal_bundle(tmp_path).path, [OFFICE_IDENTITY])
    bundle.path.unlink()
    seal_bundle(tmp_path, [part_of("journal.ndjson", b"lain\n"), part_of("media/foto.jpg", PHOTO)])

    with pytest.raises(UserError, match="bundle_damaged"):
        list(bundle.lines("journal.ndjson"))


# --- strangers ------------------------------------------------------------------------------------


def test_a_bundle_for_another_office_stays_shut(tmp_path: Path) -> None:
    path = seal_bundle(tmp_path).path

    with pytest.raises(UserError, match="bundle_wrong_key"):
        open_bundle(path, [keys.new_age_identity()])
    with pytest.raises(UserError, match="bundle_wrong_key"):
        open_bundle(path)


def test_every_recipient_opens_it(tmp_path: Path) -> None:
    second = keys.new_age_identity()
    written = seal(
        tmp_path / "a.jamsos",
        make_manifest(),
        [part_of("journal.ndjson", JOURNAL)],
        signing_key=SIGNING_KEY,
        recipients=[OFFICE, keys.age_recipient_of(second)],
    )

    for identity in (OFFICE_IDENTITY, second):
        bundle = open_bundle(written.path, [keys.new_age_identity(), identity])
        assert list(bundle.read("journal.ndjson")) == [JOURNAL]


@pytest.mark.parametrize(
    "content", [b"hello", b"PK\x03\x04" + bytes(5000), b"age-encryption.org/v2\n" + bytes(500)]
)
def test_other_files_are_not_ours(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "foto.jamsos"
    path.write_bytes(content)

    assert refusal(path) == "bundle_not_jamsos"


def test_what_others_seal_to_our_key_is_not_ours(tmp_path: Path) -> None:
    text = seal_packed(tmp_path, b"halo", "text.jamsos")
    tar = seal_tar(tmp_path, tar_of([("catatan.txt", b"halo")]), "tar.jamsos")
    manifest = seal_tar(tmp_path, tar_of(sign_entries(b'{"a":1}')), "json.jamsos")
    other = seal_tar(tmp_path, tar_of(sign_entries(b'{"format":"x","version":1}')), "x.jamsos")

    assert {refusal(path) for path in (text, tar, manifest, other)} == {"bundle_not_jamsos"}


def test_a_missing_file_and_a_folder_cannot_be_read(tmp_path: Path) -> None:
    assert refusal(tmp_path / "tidak-ada.jamsos") == "bundle_unreadable"
    assert refusal(tmp_path) == "bundle_unreadable"


def test_the_manifest_names_its_recipient(tmp_path: Path) -> None:
    manifest: Manifest = open_bundle(seal_bundle(tmp_path).path, [OFFICE_IDENTITY]).manifest

    assert manifest.recipient == Recipient(id="of-1", name="Kota Mojokerto")
    assert manifest.created_at.utcoffset() == dt.timedelta(hours=7)
