"""Sealing: parts, a signed manifest, tar, zstd, age, and a safely written file.

Each part is read twice, once for its size and hash and once for the file, so memory stays flat and
no plain text ever touches the disk.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from jamsos_desktop.bundle import age, keys, ustar
from jamsos_desktop.bundle.chunks import gather
from jamsos_desktop.bundle.manifest import (
    MANIFEST_NAME,
    SIGNATURE_NAME,
    Limits,
    Manifest,
    Part,
    encode_manifest,
    is_part_name,
)
from jamsos_desktop.bundle.safe_write import SafeWriter, Written, check_space

#: Smallest and fastest for journals, of 1 to 6 and 10 (docs/decisions/0002-envelope.md).
LEVEL = 1
#: These do not shrink; all else is counted as if it shrank to a tenth, so a "too small" is certain.
_COMPRESSED = (".jpg", ".jpeg", ".png", ".webp", ".pdf", ".jamsos")
_BEST_RATIO = 10

Report = Callable[[int, int], None]


class Cancel(Protocol):
    """A wish to stop."""

    def check(self) -> None:
        """Raise :class:`jamsos_desktop.errors.Cancelled` if somebody asked to stop."""


class PartSource(NamedTuple):
    """A part to be sealed: ``open()`` starts it anew and gives the same bytes each time."""

    name: str
    open: Callable[[], Iterable[bytes]]


class PartChangedError(RuntimeError):
    """A part gave other bytes the second time it was read."""


def part_of(name: str, content: bytes) -> PartSource:
    """A part whose bytes are at hand."""
    return PartSource(name, lambda: (content,))


def seal(  # noqa: PLR0913  (each is a decision of the caller)
    target: Path,
    manifest: Manifest,
    parts: Sequence[PartSource],
    *,
    signing_key: str,
    recipients: Sequence[str] = (),
    passphrase: str = "",
    report: Report | None = None,
    cancel: Cancel | None = None,
    level: int = LEVEL,
) -> Written:
    """Write ``target`` (or ``target (2)``), sealed to age recipients or, a small kit, a passphrase.

    ``manifest.parts`` is filled in here. ``report(done, total)`` counts bytes; ``total`` is 0 while
    the parts are read for the first time. Raises :class:`UserError` as :mod:`safe_write` does,
    ``ValueError`` for a manifest or a name that may not be written.
    """
    if bool(recipients) == bool(passphrase):
        raise ValueError("either recipients or a passphrase")
    if keys.public_key_of(signing_key) != manifest.sender.public_key:
        raise ValueError("the manifest names another key than the one that signs")
    _check_names(parts)
    step = _Step(report, cancel)
    measured = tuple(_measure(part, step) for part in parts)
    check_space(target.parent, sum(map(_least_size, measured)))
    step.start(total=sum(part.size for part in measured))
    raw = encode_manifest(msgspec.structs.replace(manifest, parts=measured))
    limits = Limits()
    if len(measured) > limits.parts or len(raw) > limits.manifest:
        raise ValueError("more parts than any reader takes")
    signature = keys.sign(signing_key, raw)
    plain = _archive(raw, signature, list(zip(parts, measured, strict=True)), step)
    with SafeWriter(target) as file:
        if passphrase:
            age.encrypt_with_passphrase(_compress(plain, level), file, passphrase)
        else:
            age.encrypt(_compress(plain, level), file, recipients)
        step.check()
        plain_size = len(raw) + sum(part.size for part in measured)
        if plain_size > limits.allowed(file.size):
            raise ValueError("shrinks more than any reader believes")
        return file.commit()


class _Step:
    """Counts bytes for the report and looks for the wish to stop."""

    def __init__(self, report: Report | None, cancel: Cancel | None) -> None:
        self._report = report
        self._cancel = cancel
        self.start(total=0)

    def start(self, total: int) -> None:
        self._done = 0
        self._total = total

    def check(self) -> None:
        if self._cancel is not None:
            self._cancel.check()

    def watch(self, source: Iterable[bytes]) -> Iterator[bytes]:
        """The same bytes in blocks, counted."""
        for block in gather(source):
            self.check()
            self._done += len(block)
            if self._report is not None:
                self._report(self._done, self._total)
            yield block


def _check_names(parts: Sequence[PartSource]) -> None:
    names = [part.name for part in parts]
    if len(set(names)) < len(names):
        raise ValueError("a name is used twice")
    for name in names:
        if not is_part_name(name):
            raise ValueError(f"not the name of a part: {name!r}")


def _measure(part: PartSource, step: _Step) -> Part:
    digest = hashlib.sha256()
    size = 0
    for block in step.watch(part.open()):
        digest.update(block)
        size += len(block)
    return Part(name=part.name, size=size, sha256=digest.hexdigest())


def _least_size(part: Part) -> int:
    return part.size if part.name.endswith(_COMPRESSED) else part.size // _BEST_RATIO


def _archive(
    manifest: bytes, signature: bytes, parts: Sequence[tuple[PartSource, Part]], step: _Step
) -> Iterator[bytes]:
    for name, content in ((MANIFEST_NAME, manifest), (SIGNATURE_NAME, signature)):
        yield ustar.header_bytes(name, len(content)) + content + ustar.padding(len(content))
    for source, part in parts:
        yield ustar.header_bytes(part.name, part.size)
        digest = hashlib.sha256()
        for block in step.watch(source.open()):
            digest.update(block)
            yield block
        if digest.hexdigest() != part.sha256:
            raise PartChangedError(part.name)
        yield ustar.padding(part.size)
    yield ustar.END


def _compress(chunks: Iterable[bytes], level: int) -> Iterator[bytes]:
    import zstandard

    compressor = zstandard.ZstdCompressor(level=level, write_checksum=True).compressobj()
    for chunk in chunks:
        if block := compressor.compress(chunk):
            yield block
    yield compressor.flush()
