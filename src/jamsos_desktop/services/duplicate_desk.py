"""The duplicate desk (*meja duplikat*): what the office answers where registrations look alike.

Every answer is entries of the office's journal, and so it travels, stands beside what others did,
and is taken back by entries that name it: docs/decisions/0024-duplicate-desk.md.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain import matching
from jamsos_desktop.domain.activities import Decided, DecisionUndone, NotTheSame, NotTheSameUndone
from jamsos_desktop.domain.enrolment_form import form_of
from jamsos_desktop.domain.pairs import group, seen_of
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import enrol
from jamsos_desktop.services.decide import check_decides
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.duplicates import similarity
from jamsos_desktop.services.known import KnownParticipant, participant_of, reason_of
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal, pairs, records

#: Fields that may be taken over from a duplicate into the registration that is kept.
TAKEABLE = (
    *("nik", "name", "birth_place", "birth_date", "sex", "mother_name", "kk"),
    *("address", "rt", "rw", "village", "ktp_village", "postcode", "phone", "email"),
    *("occupation", "occupation_text", "second_occupation", "workplace"),
    *("income", "income_band", "heir_name", "heir_relation", "children", "photo"),
)
_PIECE = 500  # records that are read with one statement
#: What is known of a record when somebody decides: the revisions that were shown to them.
Heads = Mapping[str, tuple[str, ...]]


class Answered(NamedTuple):
    """What was journalled for one answer, so that it can be taken back."""

    decided: tuple[tuple[str, str], ...] = ()  # (record id, hash of the entry)
    apart: tuple[tuple[str, str], ...] = ()
    corrected: str = ""  # the record into which something was taken over
    before: Mapping[str, object] = {}  # its fields as they were
    taken: Mapping[str, object] = {}  # and as they were set


def open_questions(desk: Desk) -> list[tuple[str, ...]]:
    """The groups of records that are likely of one person, the likeliest first.

    What is new since the last :func:`jamsos_desktop.services.likely_pairs.compare_new` is not
    among them.
    """
    with desk.database.reading() as connection:
        return group(pairs.open_pairs(connection))


def same_person(
    desk: Desk,
    kept_id: str,
    duplicates: Sequence[str],
    seen: Heads,
    *,
    others: Sequence[str] = (),
    taken: Mapping[str, str] = {},
    reason: str = "",
) -> Answered:
    """These are duplicates of the one that is kept; ``others`` in the same group are not.

    ``taken`` names for fields the record whose value the kept one shall have: that is a correction
    and is checked like one. Raises ``office_only``, ``coordinator_only``, ``participant_unknown``,
    ``record_changed`` where a record is no more as it was ``seen``, ``reason_missing``,
    ``kept_missing``, and :class:`jamsos_desktop.services.enrol.NotEnrolledError`.
    """
    check_decides(desk)
    words = reason_of(reason)
    if not duplicates or kept_id in duplicates:
        raise UserError("kept_missing")
    known = _known(desk, (kept_id, *duplicates, *others), seen)
    kept = known[kept_id]
    wanted = {name: getattr(known[source].body, name) for name, source in taken.items()}
    changes = {name: value for name, value in wanted.items() if value != getattr(kept.body, name)}
    corrected = _checked(desk, kept_id, kept.body, changes, words) if changes else None
    news = [_duplicate(i, known[i], kept_id, kept, words) for i in duplicates]
    if corrected is not None:  # what keeps others apart is compared with what it says from now on
        known[kept_id] = kept._replace(body=corrected[0])
    together = (kept_id, *duplicates)
    parted = [(one, other) for other in others for one in together]
    news += _apart(known, parted, words)
    with desk.database.writing() as connection:
        _check_seen(connection, seen)
        if corrected is not None:
            person, pending = corrected
            enrol.revise(desk, connection, kept_id, person, pending, kept.stored.heads)
        made = journal.append(connection, desk.author, desk.clock(), news)
    before = {name: getattr(kept.body, name) for name in changes}
    return _answered([entry.entry_hash for entry in made], news)._replace(
        corrected=kept_id if changes else "", before=before, taken=changes
    )


def different_people(
    desk: Desk, record_ids: Sequence[str], seen: Heads, reason: str = ""
) -> Answered:
    """All of these are different people; nobody asks again until what is compared changes.

    Raises ``office_only``, ``coordinator_only``, ``participant_unknown``, ``record_changed``,
    ``reason_missing``.
    """
    check_decides(desk)
    words = reason_of(reason)
    known = _known(desk, record_ids, seen)
    news = _apart(known, list(combinations(record_ids, 2)), words)
    with desk.database.writing() as connection:
        _check_seen(connection, seen)
        made = journal.append(connection, desk.author, desk.clock(), news)
    return _answered([entry.entry_hash for entry in made], news)


def send_back(
    desk: Desk,
    record_id: str,
    alike: Sequence[str],
    seen: Heads,
    *,
    fields: Sequence[str],
    reason: str,
) -> Answered:
    """Its station shall look again at these fields; until it answers nobody asks here.

    Raises ``office_only``, ``coordinator_only``, ``participant_unknown``, ``record_changed``,
    ``reason_missing``.
    """
    check_decides(desk)
    words = reason_of(reason)
    known = _known(desk, (record_id, *alike), seen)
    body = Decided(
        verdict="perlu_perbaikan",
        heads=known[record_id].stored.heads,
        reason=words,
        fields=tuple(fields),
        alike=tuple(alike),
    )
    news = [journal.New(record_id, body)]
    with desk.database.writing() as connection:
        _check_seen(connection, seen)
        made = journal.append(connection, desk.author, desk.clock(), news)
    return _answered([entry.entry_hash for entry in made], news)


def take_back_answer(desk: Desk, answered: Answered, reason: str) -> None:
    """Nothing of this was answered: the pair is asked about again.

    What was taken over is set back by one more revision, where nobody has set it otherwise since.
    Raises ``office_only``, ``coordinator_only``, ``reason_missing``, ``participant_unknown``.
    """
    check_decides(desk)
    words = reason_of(reason)
    news = [
        *(
            journal.New(record_id, DecisionUndone(decisions=(name,), reason=words))
            for record_id, name in answered.decided
        ),
        *(
            journal.New(record_id, NotTheSameUndone(answers=(name,), reason=words))
            for record_id, name in answered.apart
        ),
    ]
    with desk.database.writing() as connection:
        if answered.corrected:
            _set_back(desk, connection, answered, words)
        journal.append(connection, desk.author, desk.clock(), news)


def ask_again(desk: Desk, record_id: str, reason: str) -> None:
    """Take back that this registration is of somebody else than those that look like it.

    Raises ``office_only``, ``coordinator_only``, ``reason_missing``, ``not_decided``.
    """
    with desk.database.reading() as connection:
        answers = tuple(pairs.apart_from(connection, record_id))
    if not answers:
        raise UserError("not_decided")
    take_back_answer(desk, Answered(apart=answers), reason)


def look_at_groups(desk: Desk, groups: Sequence[Sequence[str]]) -> list[tuple[Participant, ...]]:
    """Who is in each of these groups, as they are known now."""
    ids = sorted({one for ids in groups for one in ids})
    known: dict[str, object] = {}
    with desk.database.reading() as connection:
        for start in range(0, len(ids), _PIECE):
            found = records.get_many(connection, ids[start : start + _PIECE])
            known |= {record_id: stored.body for record_id, stored in found.items()}
    people = ([known[i] for i in group if i in known] for group in groups)
    return [tuple(p for p in found if isinstance(p, Participant)) for found in people]


def heads_of(desk: Desk, record_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What somebody who looks at these records now has seen of them."""
    with desk.database.reading() as connection:
        return {i: participant_of(connection, i).stored.heads for i in record_ids}


def _known(desk: Desk, record_ids: Sequence[str], seen: Heads) -> dict[str, KnownParticipant]:
    with desk.database.reading() as connection:
        known = {i: participant_of(connection, i) for i in record_ids}
    if any(known[i].stored.heads != seen.get(i) for i in record_ids):
        raise UserError("record_changed")
    return known


def _check_seen(connection: sa.Connection, seen: Heads) -> None:
    """Nothing came in between looking at the records and writing."""
    if any(participant_of(connection, i).stored.heads != heads for i, heads in seen.items()):
        raise UserError("record_changed")


def _duplicate(
    record_id: str, known: KnownParticipant, kept_id: str, kept: KnownParticipant, reason: str
) -> journal.New:
    body = Decided(
        verdict="duplikat",
        heads=known.stored.heads,
        reason=reason,
        kept_id=kept_id,
        kept_number=kept.body.number,
    )
    return journal.New(record_id, body)


def _apart(
    known: Mapping[str, KnownParticipant], parted: Sequence[tuple[str, str]], reason: str
) -> list[journal.New]:
    """An entry about each record, that names all from which it is kept apart."""
    traits = {i: matching.traits_of(one.body) for i, one in known.items()}
    others: dict[str, list[tuple[str, str]]] = {}
    for pair in parted:
        first, second = sorted(pair)
        seen = seen_of(matching.compare(traits[first], traits[second], similarity()))
        others.setdefault(first, []).append((second, seen))
        others.setdefault(second, []).append((first, seen))
    return [
        journal.New(
            record_id,
            NotTheSame(
                others=tuple(other for other, _seen in found),
                seen=tuple(seen for _other, seen in found),
                reason=reason,
            ),
        )
        for record_id, found in sorted(others.items())
    ]


def _answered(hashes: Sequence[str], news: Sequence[journal.New]) -> Answered:
    made = [(new.record_id, name, new.body) for new, name in zip(news, hashes, strict=True)]
    return Answered(
        decided=tuple((i, name) for i, name, body in made if isinstance(body, Decided)),
        apart=tuple((i, name) for i, name, body in made if isinstance(body, NotTheSame)),
    )


def _checked(
    desk: Desk, record_id: str, kept: Participant, changes: Mapping[str, object], reason: str
) -> tuple[Participant, tuple[str, ...]]:
    """The kept registration with what is taken over, and what of it waits for a coordinator.

    That the NIK stands in another registration needs no reason of its own here.
    """
    rules = msgspec.structs.replace(rules_of(desk, kept.event_id), correcting=True)
    person = msgspec.structs.replace(kept, **changes, correction=reason)
    form = form_of(person)
    reasons = {"nik_already_enrolled": reason, **form.reasons}
    form = msgspec.structs.replace(form, reasons=reasons)
    checked = enrol.check_form(desk, form, rules, record_id=record_id)
    if not any(found.code == "nik_already_enrolled" for found in checked.findings):
        form = msgspec.structs.replace(form, reasons=person.reasons)
        checked = enrol.check_form(desk, form, rules, record_id=record_id)
    return checked.person, enrol.pending_of(checked, incomplete=True)


def _set_back(desk: Desk, connection: sa.Connection, answered: Answered, reason: str) -> None:
    stored, person = participant_of(connection, answered.corrected)
    mine = {
        name: value
        for name, value in answered.before.items()
        if getattr(person, name) == answered.taken[name]
    }
    if mine:
        body = msgspec.structs.replace(person, **mine, correction=reason)
        news = [journal.New(answered.corrected, body, stored.heads, stored.unknown)]
        journal.append(connection, desk.author, desk.clock(), news)
