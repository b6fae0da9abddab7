"""A sender with our public key and a key of his own may send anything: nothing harmful gets in."""

import hashlib
import tarfile
import time
import tracemalloc
from pathlib import Path

import msgspec
import pytest
import zstandard

from jamsos_desktop.bundle import keys
from jamsos_desktop.bundle.manifest import Limits, Part
from jamsos_desktop.bundle.open import open_bundle
from jamsos_desktop.bundle.seal import part_of
from jamsos_desktop.errors import UserError
from tests.bundle.factories import (
    OFFICE_IDENTITY,
    Entry,
    entries_of,
    make_manifest,
    refusal,
    seal_bundle,
    seal_packed,
    seal_tar,
    sign_entries,
    signed,
    tar_of,
)


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
