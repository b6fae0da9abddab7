"""The manifest: what a .jamsos file says of itself, in the file's first entry.

``version`` rises when an older program could not read a file rightly; a new field alone does not
raise it, since a reader passes over the fields that it does not know.
"""

import datetime as dt
import re
from typing import Annotated, Final, Literal, NamedTuple, get_args

import msgspec

from jamsos_desktop.domain.activities import Claim
from jamsos_desktop.errors import UserError

FORMAT: Final = "jamsos"
VERSION = 1
MANIFEST_NAME = "manifest.json"
SIGNATURE_NAME = "manifest.sig"
#: One entry of a journal a line, in a kit as in a bundle.
JOURNAL_PART = "journal.ndjson"

FileKind = Literal["kit", "bundle", "receipt", "backup", "exchange"]
KINDS: tuple[str, ...] = get_args(FileKind)

Sha256 = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Natural = Annotated[int, msgspec.Meta(ge=0)]
Moment = Annotated[dt.datetime, msgspec.Meta(tz=True)]

#: Lower-case letters, digits, ``_``, ``-`` and single dots, in one to three steps; so no ``..``, no
#: leading ``/``, no backslash, no drive letter, no control character, nothing that differs only in
#: upper and lower case, and nothing longer than a ustar header's name field.
_STEP = r"[a-z0-9_][a-z0-9_-]*(?:\.[a-z0-9_-]+)*"
_NAME = re.compile(rf"{_STEP}(?:/{_STEP}){{0,2}}")
_NAME_LENGTH = 100
#: Names that Windows gives to devices, with any extension.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")


class Sender(msgspec.Struct, frozen=True, kw_only=True):
    """Who sealed the file. ``certificate`` is the office's signature of a station's key (hex)."""

    id: str
    name: str
    public_key: Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]  # Ed25519
    code: str = ""  # a station's code, part of what the certificate covers; "" for an office
    certificate: str = ""


class Recipient(msgspec.Struct, frozen=True, kw_only=True):
    """For whom the file is meant: the id and name of an office, or of a station for a receipt."""

    id: str
    name: str


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One further entry of the file; ``size`` is in bytes."""

    name: str
    size: Natural
    sha256: Sha256


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """The signed description of one file. Sequences are inclusive; 0 where no journal travels."""

    format: Literal["jamsos"] = FORMAT
    version: int = VERSION
    kind: FileKind
    practice: bool  # made by an installation for practice (LATIHAN)
    sender: Sender
    recipient: Recipient
    first_seq: Natural = 0
    last_seq: Natural = 0
    previous: str = ""  # sha256 of the sender's previous file of this kind
    last_hash: str = ""  # entry_hash of the last entry
    counts: dict[str, int] = {}
    claims: tuple[Claim, ...] = ()  # what the station ever made, so that the office can compare
    created_at: Moment
    application: str  # version of the program that wrote the file
    parts: tuple[Part, ...] = ()  # filled in by seal()


class Limits(NamedTuple):
    """How much a file may ask for. Sizes in bytes of plain text."""

    total: int = 8 * 1024**3
    ratio: int = 100  # plain text to sealed file; journals reach about 6, zeros 30,000
    ratio_from: int = 4 * 1024**2  # so much is always allowed
    parts: int = 50_000
    manifest: int = 16 * 1024**2

    def allowed(self, sealed: int) -> int:
        """How much plain text a file of ``sealed`` bytes may hold."""
        return min(self.total, max(self.ratio_from, self.ratio * sealed))


class _Head(msgspec.Struct):
    """The two fields that every version, past and future, has."""

    format: str
    version: int


_encoder = msgspec.json.Encoder(order="sorted")
_decode_head = msgspec.json.Decoder(_Head).decode
_decode = msgspec.json.Decoder(Manifest).decode


def encode_manifest(manifest: Manifest) -> bytes:
    """The bytes that are written and signed: JSON with sorted keys."""
    return _encoder.encode(manifest)


def decode_manifest(raw: bytes) -> Manifest:
    """The manifest in ``raw``, which need not be trusted.

    Raises :class:`UserError`: ``bundle_not_jamsos``, ``bundle_too_new`` (values ``found``,
    ``known``), ``bundle_bad_name`` or ``bundle_damaged``.
    """
    try:
        head = _decode_head(raw)
    except msgspec.DecodeError as error:
        raise UserError("bundle_not_jamsos") from error
    if head.format != FORMAT:
        raise UserError("bundle_not_jamsos")
    if head.version > VERSION:
        raise UserError("bundle_too_new", found=head.version, known=VERSION)
    try:
        manifest = _decode(raw)
    except msgspec.DecodeError as error:
        raise UserError("bundle_damaged") from error
    names = [part.name for part in manifest.parts]
    if not all(map(is_part_name, names)):
        raise UserError("bundle_bad_name")
    if len(set(names)) != len(names) or manifest.version < 1:
        raise UserError("bundle_damaged")
    return manifest


def is_part_name(name: str) -> bool:
    """Whether a part may be called so: harmless on every file system, and not one of our two."""
    return (
        len(name) <= _NAME_LENGTH
        and _NAME.fullmatch(name) is not None
        and not any(_DEVICES.fullmatch(step) for step in name.split("/"))
        and name not in {MANIFEST_NAME, SIGNATURE_NAME}
    )
