"""What a person is asked where corrections differ, and what the field said before both.

Concurrent corrections nearly always differ in what the program writes beside them: why each was
made, what was demanded then. Nobody can choose between such; the next revision writes them anew.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from jamsos_desktop.domain.merge import Folded, Revision, fold

V = TypeVar("V")

#: Fields that the program keeps, or derives from others: nobody is asked about them.
BOOKKEEPING = frozenset(
    (
        *("type", "schema", "number", "correction", "required", "pending", "reason_by", "sector"),
        *("rules", "contribution"),
    )
)


def asked_of(conflicts: Mapping[str, V]) -> dict[str, V]:
    """Of the fields in conflict those about which a person is asked."""
    return {name: value for name, value in conflicts.items() if name not in BOOKKEEPING}


def before_of(revisions: Iterable[Revision], setters: Iterable[str]) -> Revision | None:
    """The last revision from which all of these came; None where they have none in common.

    Of several that are equally near the one with the smallest hash, so that all see the same.
    """
    known = {revision.entry_hash: revision for revision in revisions}
    common: set[str] | None = None
    for name in setters:
        above = _ancestors(name, known)
        common = above if common is None else common & above
    if not common:
        return None
    older = set().union(*(_ancestors(name, known) for name in common))
    return known[min(common - older)]


def reopened(
    revisions: Iterable[Revision],
    heads: tuple[str, ...],
    asked_again: Collection[tuple[str, ...]] = (),
) -> Folded:
    """The conflict as it was before this revision decided it, whatever was corrected since.

    ``asked_again`` are the decisions that were taken back: who answered then decided the same.
    """
    known = {revision.entry_hash: revision for revision in revisions}
    while len(heads) == 1 and heads[0] in known and known[heads[0]].parents in asked_again:
        heads = known[heads[0]].parents
    above = set[str]().union(*(_ancestors(name, known) for name in heads))
    return fold([known[name] for name in above - set(heads)])


def _ancestors(name: str, known: Mapping[str, Revision]) -> set[str]:
    found, waiting = set[str](), [name]
    while waiting:
        revision = known.get(waiting.pop())
        for parent in revision.parents if revision else ():
            if parent in known and parent not in found:
                found.add(parent)
                waiting.append(parent)
    return found
