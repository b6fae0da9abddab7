"""Many ids in pieces: a database takes only so many values in one statement."""

from collections.abc import Iterator, Sequence

MOST = 500  # ids in one IN (...)


def in_pieces(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """All of them in their order, at most :data:`MOST` at a time."""
    return (ids[start : start + MOST] for start in range(0, len(ids), MOST))
