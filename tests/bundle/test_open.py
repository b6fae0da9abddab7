"""A file is believed only after everything in it has been checked."""

import datetime as dt
import hashlib
import random
import tarfile
import threading
import time
import tracemalloc
from pathlib import Path

import msgspec
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.bundle import keys
from jamsos_desktop.bundle.manifest import Limits, Manifest, Part, Recipient
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
    Entry,
    entries_of,
    inner_tar,
    make_manifest,
    seal_bundle,
    seal_packed,
    seal_tar,
    sign_entries,
    signed,
    tar_of,
)

CHUNK = 64 * 1024 + 16  # age's encrypted chunk


def refusal(path: Path, **options: object) -> str:
    """The code with which the office refuses ``path``."""
    with pytest.raises(UserError) as caught:
        open_bundle(path, [OFFICE_IDENTITY], **options)  # type: ignore[arg-type]
    return caught.value.code


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


def test_fields_of_a_newer_program_survive(tmp_path: Path) -> None:
    raw = b'{"tomorrow":[1,2],' + msgspec.json.encode(make_manifest())[1:]
    path = seal_tar(tmp_path, tar_of(sign_entries(raw)))

    assert b'"tomorrow":[1,2]' in open_bundle(path, [OFFICE_IDENTITY]).manifest_bytes


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


# --- hostile senders ------------------------------------------------------------------------------


def forged(tmp_path: Path, *entries: Entry, parts: tuple[Part, ...]) -> Path:
    """A properly signed and sealed file that says and holds what a hostile sender likes."""
    return seal_tar(tmp_path, tar_of([*signed(make_manifest(parts=parts)), *entries]))


def described(name: str, content: bytes = b"x") -> Part:
    return Part(name=name, size=len(content), sha256=hashlib.sha256(content).hexdigest())


A, B = described("a.txt"), described("b.txt")


def test_a_manifest_signed_by_another_key_is_refused(tmp_path: Path) -> None:
    entries = entries_of(seal_bundle(tmp_path).path)
    foreign = [*sign_entries(entries[0][1], keys.new_signing_key()), *entries[2:]]

    assert refusal(seal_tar(tmp_path, tar_of(foreign))) == "bundle_bad_signature"


def test_a_changed_manifest_is_refused(tmp_path: Path) -> None:
    (name, raw), *rest = entries_of(seal_bundle(tmp_path).path)
    changed = raw.replace(b'"first_seq":1', b'"first_seq":2')

    assert changed != raw
    assert refusal(seal_tar(tmp_path, tar_of([(name, changed), *rest]))) == "bundle_bad_signature"


def test_a_changed_part_is_refused(tmp_path: Path) -> None:
    *first, (name, photo) = entries_of(seal_bundle(tmp_path).path)

    path = seal_tar(tmp_path, tar_of([*first, (name, photo[::-1])]))

    assert refusal(path) == "bundle_damaged"


@pytest.mark.parametrize(
    "name",
    [
        "../evil", "a/../../evil", "/etc/passwd", "a\\b", "c:evil", "C:\\evil", "..", ".", "",
        "a//b", "a/", "evil\n", "evil\0", "Evil", "con", "aux.txt", "media/nul", ".hidden",
        "manifest.json", "manifest.sig", "a/b/c/d", "x" * 101, "ev\u202eil",
    ],
)  # fmt: skip
def test_a_name_that_could_do_harm_is_refused(tmp_path: Path, name: str) -> None:
    in_manifest = forged(tmp_path, parts=(described(name),))

    assert refusal(in_manifest) == "bundle_bad_name"


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "a\\b", "x" * 150, "évil"])
def test_a_harmful_name_in_the_archive_alone_is_refused(tmp_path: Path, name: str) -> None:
    assert refusal(forged(tmp_path, (name, b"x"), parts=(A,))) == "bundle_bad_name"


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE]
)
def test_only_plain_files_are_taken(tmp_path: Path, kind: bytes) -> None:
    info = tarfile.TarInfo("a.txt")
    info.type = kind
    info.linkname = "/etc/passwd"

    assert refusal(forged(tmp_path, (info, b""), parts=(described("a.txt", b""),))) == (
        "bundle_bad_name"
    )


@pytest.mark.parametrize(
    "names", [("a.txt",), ("b.txt", "a.txt"), ("a.txt", "a.txt"), ("a.txt", "b.txt", "b.txt"), ()]
)
def test_missing_reordered_repeated_and_further_parts_are_refused(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    path = forged(tmp_path, *[(name, b"x") for name in names], parts=(A, B))

    assert refusal(path) == "bundle_damaged"


def test_a_manifest_that_names_a_part_twice_is_refused(tmp_path: Path) -> None:
    twice = forged(tmp_path, ("a.txt", b"x"), ("a.txt", b"x"), parts=(A, A))

    assert refusal(twice) == "bundle_damaged"


def test_without_a_signature_it_is_refused(tmp_path: Path) -> None:
    manifest, signature = signed(make_manifest(parts=(A,)))
    short = (signature[0], signature[1][:63])

    for entries in ([manifest, ("a.txt", b"x")], [manifest, short, ("a.txt", b"x")]):
        assert refusal(seal_tar(tmp_path, tar_of(entries))) == "bundle_damaged"


def test_a_file_from_a_newer_program_is_refused_with_both_versions(tmp_path: Path) -> None:
    raw = b'{"format":"jamsos","version":7,"kind":"hologram"}'
    path = seal_tar(tmp_path, tar_of(sign_entries(raw)))

    with pytest.raises(UserError) as caught:
        open_bundle(path, [OFFICE_IDENTITY])

    assert caught.value.code == "bundle_too_new"
    assert caught.value.values == {"found": 7, "known": 1}


@pytest.mark.parametrize(
    "change",
    [
        b'"kind":"bundle"|"kind":"worm"',
        b'"version":1|"version":0',
        b'"first_seq":1|"first_seq":-1',
        b'"created_at":"2025-11-12T14:05:00+07:00"|"created_at":"2025-11-12T14:05:00"',
        b'"practice":false|"practice":"no"',
    ],
)
def test_a_manifest_with_impossible_values_is_refused(tmp_path: Path, change: bytes) -> None:
    old, new = change.split(b"|")
    raw = msgspec.json.encode(make_manifest())
    path = seal_tar(tmp_path, tar_of(sign_entries(raw.replace(old, new))))

    assert old in raw
    assert refusal(path) == "bundle_damaged"


# --- bombs ----------------------------------------------------------------------------------------


def zeros(gigabytes: int, before: bytes) -> bytes:
    """``before`` and then gigabytes of zeros, compressed to some hundred kilobytes."""
    compressor = zstandard.ZstdCompressor(level=1).compressobj()
    block = bytes(4 * 1024 * 1024)
    pieces = [compressor.compress(before)]
    pieces += [compressor.compress(block) for _ in range(256 * gigabytes)]
    return b"".join([*pieces, compressor.flush()])


def tar_header(name: str, size: int) -> bytes:
    info = tarfile.TarInfo(name)
    info.size = size
    return info.tobuf(tarfile.GNU_FORMAT)


def test_a_bomb_is_refused_at_once_and_in_little_memory(tmp_path: Path) -> None:
    huge = 2 * 1024**3
    honest = signed(make_manifest(parts=(Part(name="a.bin", size=huge, sha256="0" * 64),)))
    lying = signed(make_manifest(parts=(A,)))
    bombs = {
        "part": (tar_of(honest)[:3072] + tar_header("a.bin", huge), "bundle_too_large"),
        "manifest": (tar_header("manifest.json", huge), "bundle_too_large"),
        "header": (tar_of(lying)[:2560] + tar_header("a.txt", huge), "bundle_damaged"),
        "end": (tar_of(entries_of(seal_bundle(tmp_path).path)), "bundle_damaged"),
    }
    for name, (start, code) in bombs.items():
        path = seal_packed(tmp_path, zeros(2, start), f"{name}.jamsos")
        began = time.monotonic()
        tracemalloc.start()
        try:
            assert refusal(path) == code, name
            assert tracemalloc.get_traced_memory()[1] < 10_000_000
        finally:
            tracemalloc.stop()
        assert time.monotonic() - began < 2  # unpacking would take longer


def test_a_ratio_that_no_journal_reaches_is_refused(tmp_path: Path) -> None:
    zeros = bytes(10_000_000)
    path = forged(tmp_path, ("journal.ndjson", zeros), parts=(described("journal.ndjson", zeros),))

    assert refusal(path) == "bundle_too_large"


def test_empty_parts_count_too(tmp_path: Path) -> None:
    """Thousands of headers of nothing: within the limits part by part, not as a whole."""
    parts = [part_of(f"{number}", b"") for number in range(3_000)]
    path = seal_bundle(tmp_path, parts).path

    assert refusal(path, limits=Limits(parts=2_999)) == "bundle_too_large"
    assert refusal(path, limits=Limits(ratio=1, ratio_from=1_000_000)) == "bundle_too_large"
    assert len(open_bundle(path, [OFFICE_IDENTITY]).manifest.parts) == 3_000


def test_limits_are_the_callers(tmp_path: Path) -> None:
    path = seal_bundle(tmp_path).path

    assert refusal(path, limits=Limits(total=100)) == "bundle_too_large"
    assert refusal(path, limits=Limits(manifest=100)) == "bundle_too_large"


def test_the_manifest_names_its_recipient(tmp_path: Path) -> None:
    manifest: Manifest = open_bundle(seal_bundle(tmp_path).path, [OFFICE_IDENTITY]).manifest

    assert manifest.recipient == Recipient(id="of-1", name="Kota Mojokerto")
    assert manifest.created_at.utcoffset() == dt.timedelta(hours=7)
