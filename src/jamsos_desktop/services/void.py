"""Voiding a registration that was a mistake, and undoing that. Nothing is ever deleted."""

from collections.abc import Sequence

from jamsos_desktop.domain.activities import Voided, VoidUndone
from jamsos_desktop.domain.journal import Entry
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.known import participant_of, reason_of
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.services.take_back import take_back
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.activities import voids_of


def void(desk: Desk, record_id: str, reason: str) -> None:
    """Journal that a registration was a mistake; to void it again changes nothing.

    It stays in every list, marked, and counts for nothing: no card, no quota, no likely duplicate.
    Raises ``participant_unknown``, ``reason_missing``, ``void_not_yours``.
    """
    words = reason_of(reason)
    with desk.database.writing() as connection:
        participant_of(connection, record_id)
        if not may_void(desk, journal.history_of(connection, record_id)):
            raise UserError("void_not_yours")
        if not voids_of(connection, record_id):
            news = [journal.New(record_id, Voided(reason=words))]
            journal.append(connection, desk.author, desk.clock(), news)


def undo_void(desk: Desk, record_id: str, reason: str) -> None:
    """Undo the voids that are known here.

    One that arrives later from elsewhere still counts: nobody has decided about it. Raises
    ``participant_unknown``, ``reason_missing``, ``coordinator_only``, ``not_voided``.
    """
    take_back(
        desk,
        record_id,
        reason,
        voids_of,
        lambda names, words: VoidUndone(voids=names, reason=words),
        "not_voided",
    )


def may_void(desk: Desk, history: Sequence[Entry]) -> bool:
    """Whether the officer may void the record with this history, oldest entry first.

    A coordinator may always; a cadre what they registered themselves, here, today: who notices at
    once that the wrong person sits in the form needs nobody's help (docs/decisions/0018).
    """
    if desk.officer.role in DECIDERS:
        return True
    made = next((e for e in history if e.kind == "revision" and not e.parents), None)
    return (
        made is not None
        and made.author_id == desk.officer_id
        and made.station_id == desk.installation.station_id
        and made.recorded_at[:10] == desk.clock().date().isoformat()
    )
