"""Taking consent back, and undoing that: activities that travel to the office like any other."""

from jamsos_desktop.domain.activities import ConsentRestored, ConsentWithdrawn
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.storage import journal, records
from jamsos_desktop.storage.activities import withdrawals_of


def withdraw(desk: Desk, record_id: str, reason: str) -> None:
    """Journal that a participant took their consent back; any officer may.

    From now on nothing is printed for them, here and, once it has travelled, at the office. To
    withdraw again changes nothing. Raises ``participant_unknown``, ``reason_missing``.
    """
    words = _reason(reason)
    with desk.database.writing() as connection:
        _known(records.get(connection, record_id))
        if not withdrawals_of(connection, record_id):
            news = [journal.New(record_id, ConsentWithdrawn(reason=words))]
            journal.append(connection, desk.author, desk.clock(), news)


def restore(desk: Desk, record_id: str, reason: str) -> None:
    """Undo the withdrawals that are known here, which were a mistake.

    One that arrives later from elsewhere still counts: nobody has decided about it. Raises
    ``participant_unknown``, ``reason_missing``, ``coordinator_only``, ``not_withdrawn``.
    """
    if desk.officer.role not in DECIDERS:
        raise UserError("coordinator_only")
    words = _reason(reason)
    with desk.database.writing() as connection:
        _known(records.get(connection, record_id))
        standing = withdrawals_of(connection, record_id)
        if not standing:
            raise UserError("not_withdrawn")
        news = [journal.New(record_id, ConsentRestored(withdrawals=standing, reason=words))]
        journal.append(connection, desk.author, desk.clock(), news)


def _reason(reason: str) -> str:
    words = " ".join(reason.split())
    if not words:
        raise UserError("reason_missing")
    return words


def _known(stored: records.Stored | None) -> None:
    if stored is None or not isinstance(stored.body, Participant):
        raise UserError("participant_unknown")
