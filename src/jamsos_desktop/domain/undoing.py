"""What stands until somebody undoes exactly this one: a withdrawn consent, a void, a lost key.

The answer depends on the set of entries alone. So one that arrives late, or again, or from another
station, still counts, whatever the order of arrival.
"""

from collections.abc import Iterable, Mapping

from jamsos_desktop.domain.activities import (
    ConsentRestored,
    ConsentWithdrawn,
    KeyRestored,
    KeyRevoked,
    Voided,
    VoidUndone,
)
from jamsos_desktop.domain.records import AnyBody

Entries = Iterable[tuple[str, AnyBody | None]]


def standing_withdrawals(entries: Entries) -> tuple[str, ...]:
    """Of the entries about one person, by their hashes: the withdrawals that nobody has undone."""
    known = dict(entries)
    undone = (b.withdrawals for b in known.values() if isinstance(b, ConsentRestored))
    return _standing(known, ConsentWithdrawn, undone)


def standing_voids(entries: Entries) -> tuple[str, ...]:
    """The same of the voids."""
    known = dict(entries)
    return _standing(known, Voided, (b.voids for b in known.values() if isinstance(b, VoidUndone)))


def standing_revocations(entries: Entries) -> tuple[str, ...]:
    """The same of what was journalled about one station: its key is lost."""
    known = dict(entries)
    undone = (b.revocations for b in known.values() if isinstance(b, KeyRestored))
    return _standing(known, KeyRevoked, undone)


def _standing(
    known: Mapping[str, AnyBody | None],
    kind: type[ConsentWithdrawn | Voided | KeyRevoked],
    undone: Iterable[tuple[str, ...]],
) -> tuple[str, ...]:
    gone = {name for names in undone for name in names}
    made = (name for name, body in known.items() if isinstance(body, kind))
    return tuple(sorted(name for name in made if name not in gone))
