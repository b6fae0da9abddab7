"""The tar layer: plain files with short names, written without any trace of who and where.

POSIX ustar, so that every ``tar`` reads it. Reading is stricter than any ``tar``: an entry that is
not a plain file with a plain name is refused.
"""

import tarfile
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from jamsos_desktop.errors import UserError

BLOCK = tarfile.BLOCKSIZE
END = bytes(2 * BLOCK)
#: ``tar`` rounds an archive up to records of 20 blocks; so much may follow the last entry.
_MOST_PADDING = tarfile.RECORDSIZE + len(END)
_PLAIN_FILES = (tarfile.REGTYPE, tarfile.AREGTYPE)
_STEP = 256 * 1024


class Header(NamedTuple):
    """One entry's name and size in bytes."""

    name: str
    size: int


class Readable(Protocol):
    """What the reader needs of a stream."""

    def read(self, size: int, /) -> bytes:
        """At most ``size`` bytes; none at the end."""


def header_bytes(name: str, size: int) -> bytes:
    """The header of a plain file: no owner, no group, no time, mode 0644."""
    info = tarfile.TarInfo(name)
    info.size = size
    return info.tobuf(tarfile.USTAR_FORMAT, "ascii", "strict")


def padding(size: int) -> bytes:
    """The zeros that fill an entry's last block."""
    return bytes(-size % BLOCK)


class TarReader:
    """Reads entries one after the other from a stream that nobody vouches for.

    Raises :class:`UserError`: ``bundle_damaged``, or ``bundle_bad_name`` for an entry that is no
    plain file or whose name is not plain ASCII.
    """

    def __init__(self, stream: Readable) -> None:
        self._stream = stream

    def header(self) -> Header | None:
        """The next entry, or None at the end of the archive, after which nothing may follow."""
        block = self._exactly(BLOCK)
        if not any(block):
            self._end()
            return None
        try:
            info = tarfile.TarInfo.frombuf(block, "ascii", "strict")
        except UnicodeDecodeError as error:
            raise UserError("bundle_bad_name") from error
        except tarfile.HeaderError as error:
            raise UserError("bundle_damaged") from error
        if info.type not in _PLAIN_FILES:
            raise UserError("bundle_bad_name")
        if info.size < 0:
            raise UserError("bundle_damaged")
        return Header(info.name, info.size)

    def content(self, size: int) -> Iterator[bytes]:
        """The bytes of the entry whose header was just read; has to be read to its end."""
        left = size
        while left:
            piece = self._some(min(left, _STEP))
            left -= len(piece)
            yield piece
        if any(self._exactly(-size % BLOCK)):
            raise UserError("bundle_damaged")

    def _end(self) -> None:
        left = _MOST_PADDING - BLOCK
        seen = BLOCK
        while piece := self._stream.read(min(left, _STEP)):
            left -= len(piece)
            seen += len(piece)
            if any(piece) or left <= 0:
                raise UserError("bundle_damaged")
        if seen < len(END):
            raise UserError("bundle_damaged")

    def _exactly(self, size: int) -> bytes:
        block = bytearray()
        while len(block) < size:
            block += self._some(size - len(block))
        return bytes(block)

    def _some(self, size: int) -> bytes:
        piece = self._stream.read(size)
        if not piece:
            raise UserError("bundle_damaged")
        return piece
