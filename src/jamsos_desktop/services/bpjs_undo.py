"""Answers of BPJS that were recorded by mistake are taken back: of one person, or of a whole file.

What was said before stands again, numbers that BPJS gave go with their answers, and stations learn
of it by the next receipt.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Literal, NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.activities import BpjsAnswered, BpjsAnswersTaken, BpjsAnswerUndone
from jamsos_desktop.domain.standing import standing_answers
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.decide import check_decides
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.known import participant_of, reason_of
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.storage import activities, journal
from jamsos_desktop.storage.card_prints import with_stale_card
from jamsos_desktop.storage.models import entry, participant

_PIECE = 500  # ids in one IN (...)

#: It holds now; a later answer of BPJS holds instead; somebody took it back.
State = Literal["stands", "replaced", "undone"]


class TakenFile(NamedTuple):
    """A file of answers that was recorded once."""

    id: str
    file: str
    at: str  # ISO 8601 with zone
    officer_id: str
    answers: int
    left: int  # how many of them nobody has taken back
    accepted: int  # of all answers those that say Y


class TakenAnswer(NamedTuple):
    """One answer of such a file, and what became of it."""

    record_id: str
    number: str  # registration number; empty where the person is not known here any more
    name: str
    answer: BpjsAnswered
    state: State
    stale_card: bool  # the last one that was printed says more than holds now


class WithCard(NamedTuple):
    """Somebody whose card says that they are active, or under a number, that holds no more."""

    number: str
    name: str


class Undone(NamedTuple):
    """How many answers were taken back, and whose cards say more than holds now."""

    answers: int
    cards: tuple[WithCard, ...]


def list_taken(desk: Desk) -> list[TakenFile]:
    """Every file of answers that was recorded here, the latest first."""
    with desk.database.reading() as connection:
        undone = _undone(connection)
        return [_file(connection, one, undone) for one in _files(connection)]


def answers_of(desk: Desk, file_id: str) -> list[TakenAnswer]:
    """The answers of a file in its order. Raises ``answers_unknown``."""
    with desk.database.reading() as connection:
        return list(_answers(connection, _entries(connection, _find(connection, file_id))))


def undo_file(
    desk: Desk,
    file_id: str,
    reason: str,
    record_ids: Collection[str] | None = None,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> Undone:
    """Take back every answer of a file that still stands, or those of these people.

    Answers of the file that were replaced since are taken back too, so that they cannot come back.
    Who stops has taken nothing back. Raises ``office_only``, ``coordinator_only``,
    ``reason_missing``, ``answers_unknown``, ``answer_not_recorded``.
    """
    check_decides(desk)
    words = reason_of(reason)
    with desk.database.writing() as connection:
        found = _entries(connection, _find(connection, file_id))
        wanted = [row for row in found if record_ids is None or row.record_id in record_ids]
        undone = _undone(connection)
        names: dict[str, list[str]] = {}
        for row in wanted:
            if row.entry_hash not in undone:
                names.setdefault(row.record_id, []).append(row.entry_hash)
        return _undo(desk, connection, names, words, report, cancel)


def undo_answer(desk: Desk, record_id: str, reason: str) -> Undone:
    """Take back what BPJS answered last of one person.

    Raises ``office_only``, ``coordinator_only``, ``reason_missing``, ``participant_unknown``,
    ``answer_not_recorded``.
    """
    check_decides(desk)
    words = reason_of(reason)
    with desk.database.writing() as connection:
        participant_of(connection, record_id)
        told = activities.told_of(connection, [record_id]).get(record_id, [])
        return _undo(desk, connection, {record_id: list(standing_answers(told)[-1:])}, words)


def _undo(
    desk: Desk,
    connection: sa.Connection,
    names: dict[str, list[str]],
    reason: str,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> Undone:
    news = [
        journal.New(record_id, BpjsAnswerUndone(answers=tuple(those), reason=reason))
        for record_id, those in names.items()
        if those
    ]
    if not news:
        raise UserError("answer_not_recorded")
    for start in range(0, len(news), _PIECE):
        if cancel is not None:
            cancel.check()
        report(start, len(news))
        journal.append(connection, desk.author, desk.clock(), news[start : start + _PIECE])
    cards = tuple(_cards(connection, [new.record_id for new in news]))
    return Undone(sum(map(len, names.values())), cards)


def _cards(connection: sa.Connection, ids: Sequence[str]) -> Iterator[WithCard]:
    """Of these people those whose card says more than holds now."""
    for start in range(0, len(ids), _PIECE):
        stale = with_stale_card(connection, ids[start : start + _PIECE])
        query = sa.select(participant.c.number, participant.c.name).where(
            participant.c.record_id.in_(stale)
        )
        for row in connection.execute(query.order_by(participant.c.number)):
            yield WithCard(row.number, row.name)


class _File(NamedTuple):
    """Where the answers of a file stand in the office's journal."""

    id: str
    station_id: str
    at: str
    officer_id: str
    body: BpjsAnswersTaken


class _Made(NamedTuple):
    """The entry of an answer."""

    record_id: str
    entry_hash: str
    body: BpjsAnswered


def _files(connection: sa.Connection) -> list[_File]:
    query = (
        sa.select(
            *(entry.c.record_id, entry.c.station_id, entry.c.recorded_at, entry.c.author_id),
            entry.c.body,
        )
        .where(entry.c.type == "bpjs_answers_taken", entry.c.body.is_not(None))
        .order_by(entry.c.id.desc())
    )
    return [
        _File(
            id=row.record_id,
            station_id=row.station_id,
            at=row.recorded_at,
            officer_id=row.author_id,
            body=msgspec.json.decode(row.body, type=BpjsAnswersTaken),
        )
        for row in connection.execute(query)
    ]


def _find(connection: sa.Connection, file_id: str) -> _File:
    found = [one for one in _files(connection) if file_id and one.id.startswith(file_id)]
    if len(found) != 1:
        raise UserError("answers_unknown")
    return found[0]


def _file(connection: sa.Connection, one: _File, undone: Collection[str]) -> TakenFile:
    made = _entries(connection, one)
    return TakenFile(
        id=one.id,
        file=one.body.file,
        at=one.at,
        officer_id=one.officer_id,
        answers=len(made),
        left=sum(row.entry_hash not in undone for row in made),
        accepted=sum(row.body.accepted for row in made),
    )


def _entries(connection: sa.Connection, one: _File) -> list[_Made]:
    """The answers of a file that have not been erased, in its order."""
    query = (
        sa.select(entry.c.record_id, entry.c.entry_hash, entry.c.body)
        .where(
            entry.c.type == "bpjs_answered",
            entry.c.station_id == one.station_id,
            entry.c.seq.between(one.body.first_seq, one.body.last_seq),
            entry.c.body.is_not(None),
        )
        .order_by(entry.c.seq)
    )
    return [
        _Made(record_id, name, msgspec.json.decode(body, type=BpjsAnswered))
        for record_id, name, body in connection.execute(query)
    ]


def _undone(connection: sa.Connection) -> set[str]:
    """The answers that were taken back, by the hashes of their entries."""
    query = sa.select(entry.c.body).where(
        entry.c.type == "bpjs_answer_undone", entry.c.body.is_not(None)
    )
    bodies = (
        msgspec.json.decode(body, type=BpjsAnswerUndone) for body in connection.scalars(query)
    )
    return {name for body in bodies for name in body.answers}


def _answers(connection: sa.Connection, made: Sequence[_Made]) -> Iterator[TakenAnswer]:
    undone = _undone(connection)
    for start in range(0, len(made), _PIECE):
        piece = made[start : start + _PIECE]
        ids = [one.record_id for one in piece]
        last = activities.last_bpjs_answers(connection, ids)
        stale = with_stale_card(connection, ids)
        query = sa.select(participant.c.record_id, participant.c.number, participant.c.name)
        people = {
            row.record_id: row
            for row in connection.execute(query.where(participant.c.record_id.in_(ids)))
        }
        for one in piece:
            person = people.get(one.record_id)
            told = last.get(one.record_id)
            stands = told is not None and told.entry_hash == one.entry_hash
            yield TakenAnswer(
                record_id=one.record_id,
                number=person.number if person else "",
                name=person.name if person else "",
                answer=one.body,
                state="undone" if one.entry_hash in undone else "stands" if stands else "replaced",
                stale_card=one.record_id in stale,
            )
