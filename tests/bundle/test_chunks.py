"""Streams keep their bytes, whatever the pieces."""

from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.bundle.chunks import ChunkReader, gather

PIECES = st.lists(st.binary(max_size=20), max_size=20)


@given(PIECES, st.integers(1, 30))
def test_gathering_changes_no_byte(pieces: list[bytes], size: int) -> None:
    blocks = list(gather(pieces, size))

    assert b"".join(blocks) == b"".join(pieces)
    assert all(len(block) >= size for block in blocks[:-1])
    assert all(blocks)


@given(PIECES, st.integers(1, 30))
def test_reading_gives_at_most_what_was_asked(pieces: list[bytes], size: int) -> None:
    reader = ChunkReader(pieces)
    read = list(iter(lambda: reader.read(size), b""))

    assert b"".join(read) == b"".join(pieces)
    assert all(len(piece) <= size for piece in read)
    assert reader.read(size) == b""
