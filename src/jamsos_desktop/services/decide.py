"""What the office says of a registration that arrived. It travels back with the next receipt."""

from collections.abc import Sequence

from jamsos_desktop.domain.activities import Decided, DecisionUndone, OfficeVerdict
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.known import participant_of, reason_of
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.services.take_back import take_back
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.activities import decisions_of


def decide(
    desk: Desk,
    record_id: str,
    verdict: OfficeVerdict,
    reason: str = "",
    *,
    fields: Sequence[str] = (),
    kept_id: str = "",
) -> None:
    """Journal a verdict; the last one stands until somebody undoes it.

    ``fields`` are what is to be corrected, ``kept_id`` is the registration that a duplicate is of.
    Only an acceptance needs no reason. Raises ``office_only``, ``coordinator_only``,
    ``participant_unknown``, ``reason_missing``, ``kept_missing``.
    """
    check_decides(desk)
    words = reason_of(reason) if verdict != "diterima" else " ".join(reason.split())
    with desk.database.writing() as connection:
        known = participant_of(connection, record_id)
        kept_number = ""
        if verdict == "duplikat":
            if kept_id in ("", record_id):
                raise UserError("kept_missing")
            kept_number = participant_of(connection, kept_id).body.number
        body = Decided(
            verdict=verdict,
            heads=known.stored.heads,
            reason=words,
            fields=tuple(fields),
            kept_id=kept_id if kept_number else "",
            kept_number=kept_number,
        )
        journal.append(connection, desk.author, desk.clock(), [journal.New(record_id, body)])


def undo_decisions(desk: Desk, record_id: str, reason: str) -> None:
    """Take back every verdict that stands: nothing was decided of this registration.

    Raises ``office_only``, ``coordinator_only``, ``participant_unknown``, ``reason_missing``,
    ``not_decided``.
    """
    check_decides(desk)
    take_back(
        desk,
        record_id,
        reason,
        decisions_of,
        lambda names, words: DecisionUndone(decisions=names, reason=words),
        "not_decided",
    )


def check_decides(desk: Desk) -> None:
    """Whether the officer may decide for the office: ``office_only``, ``coordinator_only``."""
    if desk.installation.mode != "office":
        raise UserError("office_only")
    if desk.officer.role not in DECIDERS:
        raise UserError("coordinator_only")
