"""Whether a person's consent was withdrawn.

A withdrawal stands until somebody undoes exactly this one. So the answer depends on the set of
entries alone, and a withdrawal that arrives late, or again, or from another station, still counts.
"""

from collections.abc import Iterable

from jamsos_desktop.domain.activities import ConsentRestored, ConsentWithdrawn
from jamsos_desktop.domain.records import AnyBody


def standing_withdrawals(entries: Iterable[tuple[str, AnyBody | None]]) -> tuple[str, ...]:
    """Of the entries about one person, by their hashes: the withdrawals that nobody has undone."""
    known = dict(entries)
    undone = {
        name
        for body in known.values()
        if isinstance(body, ConsentRestored)
        for name in body.withdrawals
    }
    made = (name for name, body in known.items() if isinstance(body, ConsentWithdrawn))
    return tuple(sorted(name for name in made if name not in undone))
