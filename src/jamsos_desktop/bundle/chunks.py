"""Streams as iterators of bytes: gathered into larger blocks, or read like a file."""

from collections.abc import Iterable, Iterator

BLOCK = 128 * 1024


def gather(chunks: Iterable[bytes], size: int = BLOCK) -> Iterator[bytes]:
    """The same bytes in blocks of at least ``size`` (but the last): a line is a costly block."""
    block = bytearray()
    for chunk in chunks:
        block += chunk
        if len(block) >= size:
            yield bytes(block)
            block.clear()
    if block:
        yield bytes(block)


class ChunkReader:
    """Lets a library that wants a file read from an iterator of bytes.

    ``error`` keeps what the iterator raised, because a library may put its own error in its place.
    """

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._block = memoryview(b"")
        self.error: BaseException | None = None

    def read(self, size: int) -> bytes:
        """At most ``size`` bytes; none at the end."""
        try:
            while not self._block:
                self._block = memoryview(next(self._chunks))
        except StopIteration:
            return b""
        except BaseException as error:
            self.error = error
            raise
        piece, self._block = self._block[:size], self._block[size:]
        return bytes(piece)
