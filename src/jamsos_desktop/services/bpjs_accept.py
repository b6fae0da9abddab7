"""The office accepts in one act everybody who arrived and in whom nothing is wrong."""

from collections.abc import Sequence
from typing import NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain.activities import Decided, DecisionUndone
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.known import reason_of
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.models import participant, record

_PIECE = 500


class Accepted(NamedTuple):
    """Verdicts that were journalled: pairs of the registration and the entry's hash."""

    verdicts: tuple[tuple[str, str], ...]


def accept_all(desk: Desk, record_ids: Sequence[str]) -> Accepted:
    """Accept these registrations, which :func:`check_export` found to wait for nothing else.

    Whoever was decided on, corrected into a gap or taken back meanwhile is left out. Raises
    ``office_only``, ``coordinator_only``.
    """
    _check_desk(desk)
    with desk.database.writing() as connection:
        news = []
        for start in range(0, len(record_ids), _PIECE):
            query = (
                sa.select(participant.c.record_id, record.c.heads)
                .join(record, record.c.record_id == participant.c.record_id)
                .where(
                    participant.c.record_id.in_(record_ids[start : start + _PIECE]),
                    participant.c.said == "",
                    ~participant.c.incomplete,
                    ~participant.c.conflict,
                    COUNTS,
                )
                .order_by(participant.c.id)
            )
            for row in connection.execute(query):
                heads = tuple(row.heads.split(" "))
                news.append(journal.New(row.record_id, Decided(verdict="diterima", heads=heads)))
        made = journal.append(connection, desk.author, desk.clock(), news)
    return Accepted(tuple((one.record_id, one.entry_hash) for one in made))


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
