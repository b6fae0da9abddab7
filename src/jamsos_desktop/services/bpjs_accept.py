"""The office accepts in one act everybody who arrived and in whom nothing is wrong."""

from collections.abc import Sequence
from typing import NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain.activities import Decided, DecisionUndone
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.known import reason_of
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.models import participant, record

_PIECE = 500


class Accepted(NamedTuple):
    """Verdicts that were journalled: pairs of the registration and the entry's hash."""

    verdicts: tuple[tuple[str, str], ...]


def accept_all(
    desk: Desk,
    record_ids: Sequence[str],
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> Accepted:
    """Accept these registrations, which :func:`check_export` found to wait for nothing else.

    Whoever was decided on, corrected into a gap or taken back meanwhile is left out. Each piece is
    written by itself: who stops has accepted those before. Raises ``office_only``,
    ``coordinator_only``.
    """
    _check_desk(desk)
    verdicts: list[tuple[str, str]] = []
    for start in range(0, len(record_ids), _PIECE):
        if cancel is not None and cancel.wanted:
            break
        with desk.database.writing() as connection:
            news = _news(connection, record_ids[start : start + _PIECE])
            made = journal.append(connection, desk.author, desk.clock(), news)
        verdicts += [(one.record_id, one.entry_hash) for one in made]
        report(min(start + _PIECE, len(record_ids)), len(record_ids))
    return Accepted(tuple(verdicts))


def _news(connection: sa.Connection, record_ids: Sequence[str]) -> list[journal.New]:
    """An acceptance of each that still waits for nothing else, as it stands now."""
    query = (
        sa.select(participant.c.record_id, record.c.heads)
        .join(record, record.c.record_id == participant.c.record_id)
        .where(
            participant.c.record_id.in_(record_ids),
            participant.c.said == "",
            ~participant.c.incomplete,
            ~participant.c.conflict,
            COUNTS,
        )
        .order_by(participant.c.id)
    )
    return [
        journal.New(row.record_id, Decided(verdict="diterima", heads=tuple(row.heads.split(" "))))
        for row in connection.execute(query)
    ]


def undo_accept(desk: Desk, accepted: Accepted, reason: str) -> None:
    """Take these verdicts back; others on the same people stand.

    Raises ``office_only``, ``coordinator_only``, ``reason_missing``.
    """
    _check_desk(desk)
    words = reason_of(reason)
    with desk.database.writing() as connection:
        news = [
            journal.New(record_id, DecisionUndone(decisions=(name,), reason=words))
            for record_id, name in accepted.verdicts
        ]
        journal.append(connection, desk.author, desk.clock(), news)


def _check_desk(desk: Desk) -> None:
    if desk.installation.mode != "office":
        raise UserError("office_only")
    if desk.officer.role not in DECIDERS:
        raise UserError("coordinator_only")
