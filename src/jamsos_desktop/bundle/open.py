"""Opening: everything is checked in a first pass; only then is the manifest believed.

The first pass streams through the whole file and checks the seal, the limits, the structure, the
signature over the manifest's bytes and every part's hash. Later passes stream the parts and check
their hashes once more. Memory stays flat, and nothing is written.

The signature proves that the holder of ``manifest.sender.public_key`` made the file. Whether that
key is known here is for the caller to find out (:func:`keys.verify_certificate`).
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from jamsos_desktop.bundle import age, keys
from jamsos_desktop.bundle.chunks import ChunkReader
from jamsos_desktop.bundle.manifest import (
    MANIFEST_NAME,
    SIGNATURE_NAME,
    Limits,
    Manifest,
    Part,
    decode_manifest,
    is_part_name,
)
from jamsos_desktop.bundle.seal import Cancel, Report
from jamsos_desktop.bundle.ustar import Header, TarReader
from jamsos_desktop.errors import UserError

_READ = 256 * 1024
_SIGNATURE_SIZE = 64
#: A journal's entry takes about 1 kB.
_LONGEST_LINE = 4 * 1024**2
#: zstd's own command line needs no more for its levels up to 19.
_WINDOW = 8 * 1024 * 1024


@dataclass(frozen=True)
class OpenedBundle:
    """A file that passed every check. ``sha256`` and ``size`` are those of the file on the disk."""

    path: Path
    size: int
    sha256: str
    manifest: Manifest
    _limits: Limits
    _plain: Callable[[], "_PlainText"]

    def walk(self) -> Iterator[tuple[Part, Iterator[bytes]]]:
        """Every part in the file's order in one pass; what is left unread of one is passed over.

        Raises :class:`UserError` at the end of a part that changed since the file was opened: keep
        what is made of it in a transaction until then.
        """
        with self._plain() as plain:
            reader = TarReader(plain)
            _open_manifest(reader, self._limits)
            for part in self.manifest.parts:
                content = _checked(reader, part)
                yield part, content
                for _ in content:
                    pass

    def read(self, name: str) -> Iterator[bytes]:
        """One part. Passes over those before it: for many parts use :meth:`walk`.

        Raises ``KeyError`` for a name that the manifest does not have.
        """
        if name not in {part.name for part in self.manifest.parts}:
            raise KeyError(name)
        for part, content in self.walk():
            if part.name == name:
                yield from content
                return

    def lines(self, name: str) -> Iterator[bytes]:
        """The lines of one part without their line feeds."""
        rest = b""
        for block in self.read(name):
            *whole, rest = (rest + block).split(b"\n")
            yield from whole
            if len(rest) > _LONGEST_LINE:
                raise UserError("bundle_too_large")
        if rest:
            yield rest


def open_bundle(
    path: Path,
    identities: Sequence[str] = (),
    passphrase: str = "",
    *,
    limits: Limits | None = None,
    report: Report | None = None,
    cancel: Cancel | None = None,
) -> OpenedBundle:
    """Check the whole file and return what it holds.

    ``report(done, total)`` counts bytes of plain text. Raises :class:`UserError`:
    ``bundle_unreadable``, ``bundle_not_jamsos``, ``bundle_truncated``, ``bundle_damaged``,
    ``bundle_wrong_key``, ``bundle_bad_passphrase``, ``bundle_needs_passphrase``,
    ``bundle_too_large``, ``bundle_too_new``, ``bundle_bad_name`` or ``bundle_bad_signature``.
    """
    limits = limits or Limits()
    sealed, chunks = _unlock(path, identities, passphrase)
    with age.reading(path):
        allowed = limits.allowed(path.stat().st_size)

    def plain() -> _PlainText:
        return _PlainText(chunks(), allowed)

    with plain() as text:
        reader = TarReader(text)
        manifest = _open_manifest(reader, limits)
        total = sum(part.size for part in manifest.parts)
        if len(manifest.parts) > limits.parts or total > allowed:
            raise UserError("bundle_too_large")
        done = 0
        for part in manifest.parts:
            for block in _checked(reader, part):
                done += len(block)
                if cancel is not None:
                    cancel.check()
                if report is not None:
                    report(done, total)
        if reader.header() is not None:
            raise UserError("bundle_damaged")
    return OpenedBundle(path, *sealed(), manifest, limits, plain)


def _unlock(
    path: Path, identities: Sequence[str], passphrase: str
) -> tuple[Callable[[], tuple[int, str]], Callable[[], Iterator[bytes]]]:
    """How to learn the sealed file's size and hash, and how to read its plain text repeatedly."""
    lock = age.lock_of(path)
    if lock == "key":
        if not identities:
            raise UserError("bundle_wrong_key")
        file = age.LockedFile(path, identities)
        return lambda: (file.size, file.sha256), file.chunks
    if not passphrase:
        raise UserError("bundle_needs_passphrase")
    sealed, content = age.decrypt_with_passphrase(path, passphrase)
    return lambda: sealed, lambda: iter((content,))


class _PlainText:
    """The tar inside: decompressed piece by piece and never more than ``allowed`` bytes."""

    def __init__(self, chunks: Iterator[bytes], allowed: int) -> None:
        import zstandard

        self._chunks = chunks
        self._left = allowed
        self._failure = zstandard.ZstdError
        decompressor = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
        self._stream = decompressor.stream_reader(
            cast(Any, ChunkReader(chunks)), read_size=_READ, read_across_frames=True, closefd=False
        )
        self._begun = False

    def __enter__(self) -> "_PlainText":
        return self

    def __exit__(self, *_: object) -> None:
        """Stop decrypting, also when somebody left in the middle."""
        close = getattr(self._chunks, "close", None)
        if close is not None:
            close()

    def read(self, size: int, /) -> bytes:
        try:
            piece = self._stream.read(min(size, _READ))
        except self._failure as error:
            # What no seal was broken for but is not zstd at all was never a file of ours.
            raise UserError("bundle_damaged" if self._begun else "bundle_not_jamsos") from error
        self._begun = True
        self._left -= len(piece)
        if self._left < 0:
            raise UserError("bundle_too_large")
        return piece


def _open_manifest(reader: TarReader, limits: Limits) -> Manifest:
    """The first two entries: the manifest and the signature over its bytes."""
    raw = _whole(reader, _first(reader), limits.manifest)
    manifest = decode_manifest(raw)
    header = reader.header()
    if header != Header(SIGNATURE_NAME, _SIGNATURE_SIZE):
        raise UserError("bundle_damaged")
    signature = _whole(reader, header, _SIGNATURE_SIZE)
    if not keys.verify(manifest.sender.public_key, raw, signature):
        raise UserError("bundle_bad_signature")
    return manifest


def _first(reader: TarReader) -> Header:
    """What opens with our key but does not begin as our files do is somebody else's."""
    header = reader.header()
    if header is None or header.name != MANIFEST_NAME:
        raise UserError("bundle_not_jamsos")
    return header


def _whole(reader: TarReader, header: Header, limit: int) -> bytes:
    if header.size > limit:
        raise UserError("bundle_too_large")
    return b"".join(reader.content(header.size))


def _checked(reader: TarReader, part: Part) -> Iterator[bytes]:
    """The content of the next entry, which has to be ``part`` in name, size and hash."""
    header = reader.header()
    if header is not None and not is_part_name(header.name):
        raise UserError("bundle_bad_name")
    if header != Header(part.name, part.size):
        raise UserError("bundle_damaged")
    digest = hashlib.sha256()
    for block in reader.content(part.size):
        digest.update(block)
        yield block
    if digest.hexdigest() != part.sha256:
        raise UserError("bundle_damaged")
