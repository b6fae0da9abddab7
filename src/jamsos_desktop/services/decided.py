"""What was decided at the office's desks and still holds: to be looked at, and to be taken back."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain.answered import Answer, answers_in
from jamsos_desktop.domain.journal import Entry, decode_body
from jamsos_desktop.domain.records import Officer, Participant
from jamsos_desktop.services.conflict_desk import (
    Settled,
    asked_again,
    conflicts_before,
    in_order,
    reopen,
)
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.duplicate_desk import TAKEABLE, Answered, take_back_answer
from jamsos_desktop.storage import answered, journal, records
from jamsos_desktop.storage.answered import Decider, Who

Kind = Literal["same", "apart", "back", "conflict"]


class Decision(NamedTuple):
    """One decision: about whom, what, when and by whom."""

    kind: Kind
    people: Mapping[str, Who]  # by record id; the one that is kept or sent back first
    fields: tuple[str, ...]  # of a conflict: the fields that were decided
    recorded_at: str  # ISO 8601 with zone
    officer: str  # empty where nobody knows who that is
    reason: str
    made: Answer | Settled
    since: bool = False  # somebody has corrected the record, so that it cannot be taken back

    @property
    def key(self) -> str:
        """The hash of its first entry."""
        if isinstance(self.made, Settled):
            return self.made.revision
        return (*self.made.decided, *self.made.apart)[0][1]


def list_decided(desk: Desk) -> list[Decision]:
    """Everything that was decided at both desks and still holds, the latest first."""
    with desk.database.reading() as connection:
        officers = {key: body.name for key, body in records.all_of(connection, Officer)}
        answers = answers_in(answered.standing_answers(connection))
        ids = sorted({one for made in answers for one in made.record_ids})
        people = answered.who_of(connection, ids)
        found = [_decision(made, people, officers) for made in answers]
        for made in answered.deciders(connection):
            found += _conflict(connection, made, officers)
    return sorted(found, key=lambda one: (one.recorded_at, one.key), reverse=True)


def take_back_decision(desk: Desk, decision: Decision, reason: str) -> None:
    """What was decided is asked again. What was taken over with it is set back.

    Raises ``office_only``, ``coordinator_only``, ``reason_missing``, ``participant_unknown``, and
    ``record_changed`` where somebody has corrected a record whose conflict was decided.
    """
    if isinstance(decision.made, Settled):
        reopen(desk, decision.made, reason)
        return
    made = Answered(decision.made.decided, decision.made.apart)
    with desk.database.reading() as connection:
        before, taken = _taken_over(connection, decision.made)
    if taken:
        made = made._replace(corrected=decision.made.kept_id, before=before, taken=taken)
    take_back_answer(desk, made, reason)


def _decision(made: Answer, people: Mapping[str, Who], officers: Mapping[str, str]) -> Decision:
    first = made.kept_id or made.about_id
    order = (first, *(one for one in made.record_ids if one != first))
    return Decision(
        kind=made.kind,
        people={one: people[one] for one in order if one in people},
        fields=(),
        recorded_at=made.recorded_at,
        officer=officers.get(made.author_id, ""),
        reason=made.reason,
        made=made,
    )


def _conflict(
    connection: sa.Connection, made: Decider, officers: Mapping[str, str]
) -> list[Decision]:
    """Nothing where the revision only brought together what was no conflict, or is asked again."""
    stored = records.get(connection, made.record_id)
    entries = journal.history_of(connection, made.record_id)
    fields = conflicts_before(entries, (made.entry_hash,))
    if stored is None or not fields or (made.entry_hash,) in asked_again(entries):
        return []
    body = next((_body(one) for one in entries if one.entry_hash == made.entry_hash), None)
    return [
        Decision(
            kind="conflict",
            people=answered.who_of(connection, [made.record_id]),
            fields=tuple(in_order(fields)),
            recorded_at=made.recorded_at,
            officer=officers.get(made.author_id, ""),
            reason=body.correction if body else "",
            made=Settled(made.record_id, made.entry_hash),
            since=stored.heads != (made.entry_hash,),
        )
    ]


def _taken_over(
    connection: sa.Connection, made: Answer
) -> tuple[Mapping[str, object], Mapping[str, object]]:
    """What the kept registration was given with the answer: its fields before, and as set then.

    That revision was written just before the answer, and for the same reason.
    """
    if not made.kept_id:
        return {}, {}
    entries = {one.entry_hash: one for one in journal.history_of(connection, made.kept_id)}
    for one in entries.values():
        here = (one.station_id, one.seq, one.author_id)
        after = _body(one)
        if here != (made.station_id, made.first_seq - 1, made.author_id) or after is None:
            continue
        before = next((_body(entries[name]) for name in one.parents if name in entries), None)
        if before is not None and after.correction == made.reason:
            changed = [n for n in TAKEABLE if getattr(before, n) != getattr(after, n)]
            return (
                {name: getattr(before, name) for name in changed},
                {name: getattr(after, name) for name in changed},
            )
    return {}, {}


def _body(one: Entry) -> Participant | None:
    if one.erased or one.kind != "revision":
        return None
    body = decode_body(one.body)
    return body if isinstance(body, Participant) else None
