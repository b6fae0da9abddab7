"""What was answered at the duplicate desk, put together again from its entries.

One answer is several entries, about one registration each, that were written together. Who looks
for it later has the journal alone.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from jamsos_desktop.domain.activities import Decided, NotTheSame
from jamsos_desktop.domain.records import AnyBody

#: One person, of whom one registration is kept; different people; sent back to the station.
Kind = Literal["same", "apart", "back"]


class Written(NamedTuple):
    """An entry of an answer, as far as it matters who wrote it and when."""

    entry_hash: str
    record_id: str
    station_id: str
    seq: int
    recorded_at: str  # ISO 8601 with zone
    author_id: str
    body: AnyBody | None


class Answer(NamedTuple):
    """What somebody answered about a group; ``entries`` are the hashes with their records."""

    kind: Kind
    record_ids: tuple[str, ...]
    kept_id: str  # of one person: the registration that is kept
    about_id: str  # the registration that the first entry is about
    station_id: str
    first_seq: int
    recorded_at: str
    author_id: str
    reason: str
    decided: tuple[tuple[str, str], ...]  # (record id, hash of the entry)
    apart: tuple[tuple[str, str], ...]


def answers_in(entries: Iterable[Written]) -> list[Answer]:
    """The answers that these entries make, the latest first. Any order of the entries will do."""
    ordered = sorted(entries, key=lambda one: (one.station_id, one.seq, one.entry_hash))
    groups: list[list[Written]] = []
    for one in ordered:
        if groups and _goes_on(groups[-1], one):
            groups[-1].append(one)
        else:
            groups.append([one])
    made = [_answer(group) for group in groups]
    return sorted(made, key=lambda one: (one.recorded_at, one.station_id, one.first_seq))[::-1]


def records_of(one: Written) -> frozenset[str]:
    """The registrations that an entry speaks of."""
    match one.body:
        case Decided(kept_id=kept, alike=alike):
            return frozenset((one.record_id, *filter(None, (kept,)), *alike))
        case NotTheSame(others=others):
            return frozenset((one.record_id, *others))
    return frozenset((one.record_id,))


def _goes_on(group: list[Written], one: Written) -> bool:
    """Whether it was written together with these: just behind them, about one of the same."""
    last = group[-1]
    together = (last.station_id, last.author_id, last.recorded_at, last.seq + 1)
    if together != (one.station_id, one.author_id, one.recorded_at, one.seq):
        return False
    return any(records_of(one) & records_of(other) for other in group)


def _answer(group: list[Written]) -> Answer:
    first = group[0]
    decided = [one for one in group if isinstance(one.body, Decided)]
    kept = next((one.body.kept_id for one in group if isinstance(one.body, Decided)), "")
    kind: Kind = "same" if kept else "back" if decided else "apart"
    return Answer(
        kind=kind,
        record_ids=tuple(sorted(frozenset().union(*map(records_of, group)))),
        kept_id=kept,
        about_id=first.record_id,
        station_id=first.station_id,
        first_seq=first.seq,
        recorded_at=first.recorded_at,
        author_id=first.author_id,
        reason=getattr(first.body, "reason", ""),
        decided=tuple((one.record_id, one.entry_hash) for one in decided),
        apart=tuple(
            (one.record_id, one.entry_hash) for one in group if isinstance(one.body, NotTheSame)
        ),
    )
