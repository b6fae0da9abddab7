"""Pairs of registrations that are likely one person, as the office looks at them.

Whether two records make a pair, and what was compared of it, depends on both records alone and on
no order, so every office that knows the same journals asks the same questions.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from jamsos_desktop.domain.matching import Resemblance
from jamsos_desktop.domain.names import COMMON

#: Letters of a word that must be the same where the birth date is not.
BEGINNING = 3
#: So many words of a name are looked at for it.
MOST_BEGINNINGS = 4
#: So many registrations stand side by side; what else is alike to them is asked afterwards.
MOST_SIDE_BY_SIDE = 4


class Pair(msgspec.Struct, frozen=True):
    """Two records that are likely of one person, by their ids; ``one`` is the smaller id."""

    one: str
    other: str
    weight: float  # how likely: of all pairs with 100 % the one with the same NIK has the most


def beginnings(words: Sequence[str]) -> frozenset[str]:
    """How the words of a canonical name begin that say something about who it is.

    Words that everybody carries count only where there are no others.
    """
    said = [word[:BEGINNING] for word in words if len(word) >= BEGINNING and word not in COMMON]
    said = said or [word[:BEGINNING] for word in words if len(word) >= BEGINNING]
    return frozenset(said[:MOST_BEGINNINGS])


def seen_of(found: Resemblance) -> str:
    """How NIK, name and birth date of two records compare: ``-/94/same``.

    Who was said to be somebody else is asked about again only when this has changed; a new phone
    number or address changes nothing. It tells nobody what the other record holds.
    """
    number = "same" if found.same_nik else "almost" if found.almost_nik else "-"
    return f"{number}/{round(found.name * 100)}/{found.birth_date}"


def group(pairs: Iterable[Pair], most: int = MOST_SIDE_BY_SIDE) -> list[tuple[str, ...]]:
    """The records that hang together by pairs, each group by its ids, the likeliest group first.

    A group of more than ``most`` is cut down to its likeliest pair and who is most alike to those;
    the rest makes groups of its own once that one is decided.
    """
    known = sorted(pairs, key=lambda pair: (-pair.weight, pair.one, pair.other))
    neighbours: dict[str, set[str]] = {}
    for pair in known:
        neighbours.setdefault(pair.one, set()).add(pair.other)
        neighbours.setdefault(pair.other, set()).add(pair.one)
    groups, done = [], set[str]()
    for pair in known:
        if pair.one not in done:
            whole = _reached(pair.one, neighbours)
            done |= whole
            groups.append(_cut(whole, known, most) if len(whole) > most else tuple(sorted(whole)))
    return groups


def _reached(start: str, neighbours: Mapping[str, set[str]]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        new = neighbours[waiting.pop()] - found
        found |= new
        waiting.extend(new)
    return found


def _cut(whole: set[str], known: Iterable[Pair], most: int) -> tuple[str, ...]:
    """The likeliest pair of a group, and then always the likeliest one that touches what is in."""
    inside = [pair for pair in known if pair.one in whole]
    chosen = {inside[0].one, inside[0].other}
    while len(chosen) < most:
        touching = (pair for pair in inside if (pair.one in chosen) != (pair.other in chosen))
        best = next(touching)
        chosen |= {best.one, best.other}
    return tuple(sorted(chosen))
