"""The fold: what a record says, computed from the set of all its revisions.

The result depends only on the set, never on the order of arrival, so merging journals is
commutative, associative and idempotent. Fields changed on one side only are taken; a field changed
differently by concurrent revisions is a conflict: every value is kept until a person decides by
writing a revision that has all of them as parents. No clock decides anything.
"""

import hashlib
from collections.abc import Iterable, Mapping

import msgspec

_MISSING = msgspec.UNSET


class Revision(msgspec.Struct, frozen=True):
    """A revision as the fold needs it: its identity, what it replaces, and its fields."""

    entry_hash: str
    parents: tuple[str, ...]
    fields: dict[str, object]


class Folded(msgspec.Struct, frozen=True):
    """What a record says now.

    ``heads`` are the revisions that nobody has replaced; a new revision names them as parents.
    ``conflicts`` maps a field to every value that competes for it, each with its revision; the
    value in ``fields`` is then the one of the revision with the smallest hash: not better, only the
    same everywhere.
    """

    heads: tuple[str, ...]
    fields: dict[str, object]
    conflicts: dict[str, tuple[tuple[str, object], ...]] = {}


def fold(revisions: Iterable[Revision]) -> Folded:
    """Fold the known revisions of one record (at least one; repeats are harmless)."""
    known = {r.entry_hash: r for r in revisions}
    if len(known) == 1:
        (only,) = known.values()
        return Folded(heads=(only.entry_hash,), fields=only.fields)
    order = _parents_first(known)
    ancestors = _ancestors(order, known)
    origins: dict[str, dict[str, frozenset[str]]] = {}
    for name in order:
        origins[name] = _origins_of(known[name], known, origins, ancestors)
    replaced = {p for r in known.values() for p in r.parents}
    heads = tuple(sorted(set(known) - replaced))
    return _combine(heads, known, origins, ancestors)


def _parents_first(known: Mapping[str, Revision]) -> list[str]:
    """Hashes in an order in which parents come before children (a hash cannot name its child)."""
    order: list[str] = []
    done: set[str] = set()
    for start in sorted(known):
        stack = [start]
        while stack:
            name = stack[-1]
            waiting = [p for p in known[name].parents if p in known and p not in done]
            if waiting:
                stack.extend(waiting)
                continue
            stack.pop()
            if name not in done:
                done.add(name)
                order.append(name)
    return order


def _ancestors(order: Iterable[str], known: Mapping[str, Revision]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name in order:
        parents = [p for p in known[name].parents if p in known]
        found[name] = frozenset(parents).union(*(found[p] for p in parents))
    return found


def _origins_of(
    revision: Revision,
    known: Mapping[str, Revision],
    origins: Mapping[str, Mapping[str, frozenset[str]]],
    ancestors: Mapping[str, frozenset[str]],
) -> dict[str, frozenset[str]]:
    """For each field, the revisions whose value it still carries: itself where it set the field."""
    own = frozenset((revision.entry_hash,))
    parents = [p for p in revision.parents if p in known]
    names = set(revision.fields).union(*(origins[p] for p in parents))
    result = {}
    for field in names:
        inherited = _competing(field, parents, origins, ancestors)
        values = _values(field, inherited, known)
        value = revision.fields.get(field, _MISSING)
        result[field] = inherited if values and all(v == value for v in values) else own
    return result


def _competing(
    field: str,
    heads: Iterable[str],
    origins: Mapping[str, Mapping[str, frozenset[str]]],
    ancestors: Mapping[str, frozenset[str]],
) -> frozenset[str]:
    """The revisions that set the field last: those that no other of them came after."""
    candidates = frozenset().union(*(origins[h].get(field, frozenset()) for h in heads))
    return frozenset(
        c for c in candidates if not any(c in ancestors[o] for o in candidates if o != c)
    )


def _values(field: str, names: Iterable[str], known: Mapping[str, Revision]) -> list[object]:
    return [known[n].fields.get(field, _MISSING) for n in sorted(names)]


def _combine(
    heads: tuple[str, ...],
    known: Mapping[str, Revision],
    origins: Mapping[str, Mapping[str, frozenset[str]]],
    ancestors: Mapping[str, frozenset[str]],
) -> Folded:
    if len(heads) == 1:
        return Folded(heads=heads, fields=known[heads[0]].fields)
    fields: dict[str, object] = {}
    conflicts: dict[str, tuple[tuple[str, object], ...]] = {}
    for field in sorted(set().union(*(origins[h] for h in heads))):
        setters = sorted(_competing(field, heads, origins, ancestors))
        values = _values(field, setters, known)
        if values[0] is not _MISSING:
            fields[field] = values[0]
        if any(v != values[0] for v in values):
            shown = (None if v is _MISSING else v for v in values)
            conflicts[field] = tuple(zip(setters, shown, strict=True))
    return Folded(heads=heads, fields=fields, conflicts=conflicts)


def state_hash(states: Iterable[tuple[str, bytes, bytes]]) -> str:
    """SHA-256 over (record id, canonical state, canonical conflicts), in the order of the ids."""
    total = hashlib.sha256()
    for record_id, state, conflicts in states:
        total.update(b"%s\t%s\t%s\n" % (record_id.encode(), state, conflicts))
    return total.hexdigest()
