"""Envelopes for tests: proper ones, and hostile ones that the program itself would never write."""

import datetime as dt
import io
import tarfile
from collections.abc import Sequence
from pathlib import Path

import pyrage
import pytest
import zstandard

from jamsos_desktop.bundle import keys
from jamsos_desktop.bundle.manifest import (
    MANIFEST_NAME,
    SIGNATURE_NAME,
    Manifest,
    Recipient,
    Sender,
    encode_manifest,
)
from jamsos_desktop.bundle.open import open_bundle
from jamsos_desktop.bundle.safe_write import Written
from jamsos_desktop.bundle.seal import PartSource, part_of, seal
from jamsos_desktop.errors import UserError

SIGNING_KEY = "11" * 32
OFFICE_IDENTITY = keys.new_age_identity()
OFFICE = keys.age_recipient_of(OFFICE_IDENTITY)
JOURNAL = b'{"seq":1,"body":"satu"}\n{"seq":2,"body":"dua"}\n'
PHOTO = bytes(range(256)) * 3

#: What a damaged or foreign file may be refused with.
REFUSALS = {
    "bundle_not_jamsos",
    "bundle_wrong_key",
    "bundle_truncated",
    "bundle_damaged",
    "bundle_needs_passphrase",
}

Entry = tuple[str | tarfile.TarInfo, bytes]


def make_manifest(**changes: object) -> Manifest:
    """The manifest of a station's first bundle."""
    values: dict[str, object] = {
        "kind": "bundle",
        "practice": False,
        "sender": Sender(
            id="st-1", name="Pos 1", code="MJK1", public_key=keys.public_key_of(SIGNING_KEY)
        ),
        "recipient": Recipient(id="of-1", name="Kota Mojokerto"),
        "first_seq": 1,
        "last_seq": 2,
        "created_at": dt.datetime(2025, 11, 12, 14, 5, tzinfo=dt.timezone(dt.timedelta(hours=7))),
        "application": "0.1.0",
    }
    return Manifest(**(values | changes))  # type: ignore[arg-type]


def seal_bundle(
    folder: Path, parts: Sequence[PartSource] | None = None, name: str = "a.jamsos"
) -> Written:
    """Seal a journal of two lines and a photo, or ``parts``, to the office."""
    if parts is None:
        parts = [part_of("journal.ndjson", JOURNAL), part_of("media/foto.jpg", PHOTO)]
    return seal(folder / name, make_manifest(), parts, signing_key=SIGNING_KEY, recipients=[OFFICE])


def inner_tar(path: Path) -> bytes:
    """The tar inside a sealed file."""
    identity = pyrage.x25519.Identity.from_str(OFFICE_IDENTITY)
    packed = pyrage.decrypt(path.read_bytes(), [identity])
    return zstandard.ZstdDecompressor().decompressobj().decompress(packed)


def entries_of(path: Path) -> list[Entry]:
    """Name and content of every entry, the manifest and its signature first."""
    with tarfile.open(fileobj=io.BytesIO(inner_tar(path))) as tar:
        return [(info.name, tar.extractfile(info).read()) for info in tar]  # type: ignore[union-attr]


def tar_of(entries: Sequence[Entry]) -> bytes:
    """Any entries, as an ordinary ``tar`` writes them."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for entry, content in entries:
            info = tarfile.TarInfo(entry) if isinstance(entry, str) else entry
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def sign_entries(manifest: bytes, signing_key: str = SIGNING_KEY) -> list[Entry]:
    """The two first entries for the bytes of a manifest."""
    return [(MANIFEST_NAME, manifest), (SIGNATURE_NAME, keys.sign(signing_key, manifest))]


def signed(manifest: Manifest) -> list[Entry]:
    """The two first entries for a manifest that may say anything."""
    return sign_entries(encode_manifest(manifest))


def seal_tar(folder: Path, tar: bytes, name: str = "forged.jamsos") -> Path:
    """Compress and seal any bytes to the office, as somebody with other tools can."""
    return seal_packed(folder, zstandard.ZstdCompressor().compress(tar), name)


def seal_packed(folder: Path, packed: bytes, name: str = "forged.jamsos") -> Path:
    """Seal any bytes to the office."""
    path = folder / name
    path.write_bytes(pyrage.encrypt(packed, [pyrage.x25519.Recipient.from_str(OFFICE)]))
    return path


def refusal(path: Path, **options: object) -> str:
    """The code with which the office refuses ``path``."""
    with pytest.raises(UserError) as caught:
        open_bundle(path, [OFFICE_IDENTITY], **options)  # type: ignore[arg-type]
    return caught.value.code
