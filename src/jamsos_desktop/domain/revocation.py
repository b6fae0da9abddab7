"""The list of cards that no longer count, as it travels from the office: hashes and a reason each.

A hash is the first 8 bytes of SHA-256 over the office's public key and a registration number, or a
station's public key where that key was lost. See docs/decisions/0022-revocations.md.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

#: Why a card counts no more; the last one says so of every card that a key has signed.
Why = Literal["dibatalkan", "dicabut", "duplikat", "ditolak", "kunci_hilang"]

_WHY: tuple[Why, ...] = ("dibatalkan", "dicabut", "duplikat", "ditolak", "kunci_hilang")
_MAGIC = b"JSX1"
#: So long that among a million of them no other card is taken for one of theirs.
_DIGEST = 8
_SIZE = _DIGEST + 1


class RevokedList(NamedTuple):
    """Hashes in ascending order, one behind the other, each followed by its reason's number."""

    packed: bytes = b""

    @property
    def cards(self) -> int:
        """How many cards and keys are on the list."""
        return len(self.packed) // _SIZE

    def why(self, digest: bytes) -> Why | None:
        """Why the card of this hash counts no more; None where it is not on the list."""
        place = bisect_left(range(self.cards), digest, key=self._digest)
        if place == self.cards or self._digest(place) != digest:
            return None
        return _WHY[self.packed[place * _SIZE + _DIGEST]]

    def each(self) -> Iterator[tuple[bytes, int]]:
        """Hash and number of the reason, one after the other."""
        for place in range(self.cards):
            yield self._digest(place), self.packed[place * _SIZE + _DIGEST]

    def _digest(self, place: int) -> bytes:
        return self.packed[place * _SIZE : place * _SIZE + _DIGEST]


def digest_of(office_public_key: str, name: str) -> bytes:
    """What stands for a registration number, or for a station's public key in hex."""
    return hashlib.sha256(f"{office_public_key}\n{name}".encode()).digest()[:_DIGEST]


def revoked_list(office_public_key: str, revoked: Iterable[tuple[str, Why]]) -> RevokedList:
    """The list of these numbers and keys, each once: of two reasons the first of the five."""
    items: dict[bytes, int] = {}
    for name, why in revoked:
        digest, number = digest_of(office_public_key, name), _WHY.index(why)
        items[digest] = min(number, items.get(digest, number))
    return RevokedList(b"".join(digest + bytes([items[digest]]) for digest in sorted(items)))


def pack(listed: RevokedList) -> bytes:
    """The list as it travels."""
    return _MAGIC + listed.packed


def unpack(raw: bytes) -> RevokedList:
    """The list of a kit or a receipt. Raises ``ValueError`` for what :func:`pack` did not write."""
    listed = RevokedList(raw[len(_MAGIC) :])
    if not raw.startswith(_MAGIC) or len(listed.packed) % _SIZE:
        raise ValueError("not a list of revoked cards")
    if any(number >= len(_WHY) for _digest, number in listed.each()):
        raise ValueError("an unknown reason")
    if any(one[0] >= other[0] for one, other in pairwise(listed.each())):
        raise ValueError("hashes out of order")
    return listed
