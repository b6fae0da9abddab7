"""Pictures that belong to a registration: what they may be, and which of them an entry names.

A picture is called by the SHA-256 of its bytes. The entry names it; the bytes lie beside the
journal, so that a person's picture can be erased and the chain still verifies.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

from jamsos_desktop.domain.records import AnyBody, Consent, Participant

PictureKind = Literal["photo", "signature"]
KINDS: tuple[PictureKind, ...] = get_args(PictureKind)
#: Width to height of a photo on a card and on the screen: that of the "pas foto 3×4".
PHOTO_RATIO = (3, 4)
#: Bytes of a picture as it is kept and travels.
MOST_BYTES: dict[PictureKind, int] = {"photo": 60_000, "signature": 10_000}

_SHA256 = re.compile(r"[0-9a-f]{64}")


class Named(NamedTuple):
    """A picture that somebody's record names."""

    sha256: str
    kind: PictureKind


def is_sha256(text: str) -> bool:
    """Whether a text can be the name of a picture."""
    return _SHA256.fullmatch(text) is not None


def named_by(body: AnyBody | None) -> Iterator[Named]:
    """The pictures that an entry's body names; what is no hash names none."""
    if isinstance(body, Participant):
        yield from named(body.photo, body.consent)


def named(photo: str, consent: Consent | None) -> Iterator[Named]:
    """The same of a form that is still being filled."""
    if is_sha256(photo):
        yield Named(photo, "photo")
    if consent is not None and is_sha256(consent.signature):
        yield Named(consent.signature, "signature")
