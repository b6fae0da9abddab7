"""The list of those who are registered already, as keyed hashes: no name, no NIK.

A hash is the first 16 bytes of HMAC-SHA256 under a random key of the office. There are few NIKs, so
whoever has the key can try them one by one: docs/decisions/0014-registered-hashes.md.
"""

import hmac
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from jamsos_desktop.domain import nik

KEY_SIZE = 32
#: So long that among a million of them no stranger is taken for one of theirs.
DIGEST_SIZE = 16
_MAGIC = b"JSR1"


class KeyedList(NamedTuple):
    """The key of an office, and hashes under it in ascending order, one behind the other."""

    key: bytes
    digests: bytes

    @property
    def people(self) -> int:
        """How many are on the list."""
        return len(self.digests) // DIGEST_SIZE

    def each(self) -> Iterator[bytes]:
        """One hash after the other."""
        for start in range(0, len(self.digests), DIGEST_SIZE):
            yield self.digests[start : start + DIGEST_SIZE]


def digest_of(key: bytes, number: str) -> bytes | None:
    """What stands for a NIK in the list; None for what is no NIK or a placeholder."""
    number = nik.normalise(number)
    if len(number) != nik.LENGTH or not (number.isascii() and number.isdigit()):
        return None
    if nik.is_placeholder(number):
        return None
    return hmac.digest(key, number.encode(), "sha256")[:DIGEST_SIZE]


def keyed_list(key: bytes, digests: Iterable[bytes]) -> KeyedList:
    """A list of these hashes, each of them once."""
    return KeyedList(key, b"".join(sorted(set(digests))))


def pack(listed: KeyedList) -> bytes:
    """The list as it travels: four letters, the key, the hashes."""
    return _MAGIC + listed.key + listed.digests


def unpack(raw: bytes) -> KeyedList:
    """The list of a kit. Raises ``ValueError`` for what :func:`pack` did not write."""
    begin = len(_MAGIC) + KEY_SIZE
    key, digests = raw[len(_MAGIC) : begin], raw[begin:]
    listed = KeyedList(key, digests)
    if not raw.startswith(_MAGIC) or len(raw) < begin or len(digests) % DIGEST_SIZE:
        raise ValueError("not a list of hashes")
    if any(one >= other for one, other in pairwise(listed.each())):
        raise ValueError("hashes out of order")
    return listed
