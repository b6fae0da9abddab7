"""The pictures that travel with a journal: as parts of a bundle, and out of one.

A picture that is not there, or is not what its name says, stops nothing else: the report names it,
and the next bundle brings it if it can.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

import sqlalchemy as sa

from jamsos_desktop.bundle.manifest import Part
from jamsos_desktop.bundle.open import OpenedBundle
from jamsos_desktop.bundle.seal import PartSource
from jamsos_desktop.domain.picture import MOST_BYTES, PictureKind
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import images
from jamsos_desktop.storage import media

#: A reader takes 50,000 parts. Of more pictures the latest go; the office asks for the others.
MOST_PICTURES = 40_000
_NAME = re.compile(r"media/([0-9a-f]{64})\.(?:jpg|png)")
_PNG = b"\x89PNG"


class Outgoing(NamedTuple):
    """The parts of a bundle beside its journal, and how many pictures cannot go along."""

    parts: list[PartSource]
    absent: int


class Incoming(NamedTuple):
    """How many pictures came that were not here, and the names of those that were refused."""

    added: int
    refused: frozenset[str]


def pictures_of(
    connection: sa.Connection, station_id: str, first: int, last: int, asked: Sequence[str]
) -> Outgoing:
    """Every picture that these entries name or that the office ``asked`` for.

    Each is read when its turn comes. ``connection`` is one view that stays open meanwhile.
    Only one picture is in memory at a time.
    """
    named = media.named_by_station(connection, station_id, first, last, asked)
    parts = []
    for one in named[:MOST_PICTURES]:
        found = media.get(connection, one.sha256)
        if found is not None:
            ending = "png" if found.data.startswith(_PNG) else "jpg"
            read = partial(_read, connection, one.sha256)
            parts.append(PartSource(f"media/{one.sha256}.{ending}", read))
    return Outgoing(sorted(parts), len(named) - len(parts))


def _read(connection: sa.Connection, sha256: str) -> Iterable[bytes]:
    found = media.get(connection, sha256)
    return () if found is None else (found.data,)


def take_in(
    connection: sa.Connection,
    opened: OpenedBundle,
    now: dt.datetime,
    check: Callable[[], None],
) -> Incoming:
    """Keep the pictures of a bundle that its sender's entries name and that are not here yet.

    The entries have been inserted before. ``check`` raises where somebody wants to stop.
    """
    if not any(_NAME.fullmatch(part.name) for part in opened.manifest.parts):
        return Incoming(0, frozenset())
    sender = opened.manifest.sender.id
    added, refused = 0, set()
    for part, content in opened.walk():
        check()
        name = _NAME.fullmatch(part.name)
        kind = media.wanted(connection, sender, name[1]) if name else None
        if name is None or kind is None:
            continue
        data = _checked(part, content, name[1], kind)
        if data is None:
            refused.add(name[1])
        else:
            media.put(connection, kind, data, now)
            added += 1
    return Incoming(added, frozenset(refused))


def _checked(part: Part, content: Iterable[bytes], sha256: str, kind: PictureKind) -> bytes | None:
    """The bytes of a picture; None for what is none, or not the one that its name says."""
    if part.sha256 != sha256 or part.size > MOST_BYTES[kind]:
        return None
    data = b"".join(content)
    try:
        images.check_kept(kind, data)
    except UserError:
        return None  # what was wrong with it helps nobody here; the report names whose it is
    return data
