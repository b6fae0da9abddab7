"""Journal entries: their bytes, their hashes, and the chain they form.

``body_digest = SHA-256(salt || body)``, and ``entry_hash`` covers every other field. Deleting body
and salt (erasure under UU 27/2022) leaves a chain that still verifies.
"""

import hashlib
import re
from collections.abc import Mapping
from typing import Literal

import msgspec

from jamsos_desktop.domain.records import AnyBody

Kind = Literal["revision", "activity"]
GENESIS = "0" * 64
ERASED = msgspec.Raw(b"null")
_LOWER_HEX = re.compile(r"(?:[0-9a-f]{2})*")

_encoder = msgspec.json.Encoder(order="sorted")
_decoder: msgspec.json.Decoder[AnyBody] = msgspec.json.Decoder(AnyBody)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of one station's journal. Hashes, digests and salts are lower-case hexadecimal."""

    station_id: str
    seq: int  # 1, 2, 3 ... without a gap
    lamport: int
    recorded_at: str  # ISO 8601 with zone, the station's clock
    author_id: str
    kind: Kind
    record_id: str
    parents: tuple[str, ...]  # entry hashes of the revisions that this one replaces
    body_digest: str
    prev_hash: str
    entry_hash: str
    body: msgspec.Raw = ERASED
    salt: str = ""

    @property
    def erased(self) -> bool:
        """Whether body and salt are gone, as UU 27/2022 may demand; the digest stays."""
        return self.body == ERASED

    @property
    def matches_digest(self) -> bool:
        """Whether the body is the one that was journalled; an erased one has nothing to compare."""
        return self.erased or (
            _is_lower_hex(self.salt) and digest_body(self.salt, self.body) == self.body_digest
        )


_entry_decoder = msgspec.json.Decoder(Entry)


def encode_body(body: AnyBody, unknown: Mapping[str, object] | None = None) -> bytes:
    """Canonical JSON: sorted keys, no blanks.

    ``unknown`` are the fields of a newer version that the body's structure does not have.
    """
    if not unknown:
        return _encoder.encode(body)
    return _encoder.encode({**unknown, **msgspec.to_builtins(body)})


def decode_body(raw: bytes | msgspec.Raw) -> AnyBody:
    """The typed body. Raises :class:`msgspec.DecodeError` for what is no known body."""
    try:
        return _decoder.decode(raw)
    except UnicodeDecodeError as error:  # msgspec passes this one on as it is
        raise msgspec.DecodeError("not UTF-8") from error


def written_fields(made: Entry) -> dict[str, object]:
    """The body's fields as they are written; none after an erasure or in what is no record."""
    if made.erased:
        return {}
    try:
        return msgspec.json.decode(made.body, type=dict[str, object])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return {}


def encode_entry(entry: Entry) -> bytes:
    """The entry as one line of a file that travels, without its line feed."""
    return _encoder.encode(entry)


def decode_entry(line: bytes) -> Entry:
    """The entry of a line, unchecked. Raises :class:`msgspec.DecodeError` for what is none."""
    return _entry_decoder.decode(line)


def digest_body(salt: str, body: bytes | msgspec.Raw) -> str:
    """SHA-256 over the salt's bytes and the body's."""
    return hashlib.sha256(bytes.fromhex(salt) + bytes(body)).hexdigest()


def _is_lower_hex(text: str) -> bool:
    """Python reads capitals and blanks as hexadecimal too; a salt is written in one way only."""
    return _LOWER_HEX.fullmatch(text) is not None


def hash_entry(entry: Entry) -> str:
    """SHA-256 over the canonical JSON array of every field but body, salt and the hash itself."""
    fields = (
        entry.station_id,
        entry.seq,
        entry.lamport,
        entry.recorded_at,
        entry.author_id,
        entry.kind,
        entry.record_id,
        entry.parents,
        entry.body_digest,
        entry.prev_hash,
    )
    return hashlib.sha256(_encoder.encode(fields)).hexdigest()
