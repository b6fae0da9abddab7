"""Consent to the use of one's data: given, refused, taken back, and that undone.

What is given goes with the record; the rest are activities that travel to the office like any.
"""

from collections.abc import Mapping

import sqlalchemy as sa

from jamsos_desktop.domain.activities import ConsentRefused, ConsentRestored, ConsentWithdrawn
from jamsos_desktop.domain.explanation import Terms, Text
from jamsos_desktop.domain.records import Consent, ConsentMethod
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.enrol import Draft
from jamsos_desktop.services.known import participant_of, reason_of
from jamsos_desktop.services.pictures import forget_unnamed
from jamsos_desktop.services.plan import new_id
from jamsos_desktop.services.reference import in_force
from jamsos_desktop.services.take_back import take_back
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.activities import withdrawals_of
from jamsos_desktop.storage.models import draft as draft_table
from jamsos_desktop.storage.texts import SOURCE


def give(
    desk: Desk,
    language: str,
    method: ConsentMethod = "",
    witness: str = "",
    signature: str = "",
    shown: Mapping[str, Terms] | None = None,
) -> Consent:
    """What somebody has just agreed to: now, before this officer, to the terms that were ``shown``.

    These are the ones that hold today unless given. What is still missing (how, the witness) is
    found when the form is checked. Where a language has no text of its own, the Indonesian one was
    shown. Raises ``reference_invalid``.
    """
    known: Mapping[str, Terms | Text] = shown or in_force(desk).texts.consent
    text = known.get(language, known[SOURCE])
    return Consent(
        at=desk.clock().isoformat(timespec="seconds"),
        by=desk.officer_id,
        language=text.language,
        version=text.version,
        method=method,
        witness=witness,
        signature=signature,
    )


def refuse(desk: Desk, event_id: str, begun: Draft | None = None) -> None:
    """Somebody does not agree: that it happened is journalled, their form and pictures forgotten.

    The entry names event, officer and time under an id of its own, nothing of the person. Raises
    ``refused_after_saving`` for the correction of a record, whose consent is withdrawn instead,
    and ``draft_gone`` for a form that was saved or dropped meanwhile.
    """
    if begun is not None and begun.record_id:
        raise UserError("refused_after_saving")
    with desk.database.writing() as connection:
        if begun is not None:
            _forget(connection, begun)
        forget_unnamed(connection)
        news = [journal.New(new_id(), ConsentRefused(event_id=event_id))]
        journal.append(connection, desk.author, desk.clock(), news)


def _forget(connection: sa.Connection, begun: Draft) -> None:
    gone = sa.delete(draft_table).where(draft_table.c.draft_id == begun.draft_id)
    if connection.execute(gone).rowcount != 1:
        raise UserError("draft_gone", number=begun.number)


def withdraw(desk: Desk, record_id: str, reason: str) -> None:
    """Journal that a participant took their consent back; any officer may.

    From now on nothing is printed for them, here and, once it has travelled, at the office. To
    withdraw again changes nothing. Raises ``participant_unknown``, ``reason_missing``.
    """
    words = reason_of(reason)
    with desk.database.writing() as connection:
        participant_of(connection, record_id)
        if not withdrawals_of(connection, record_id):
            news = [journal.New(record_id, ConsentWithdrawn(reason=words))]
            journal.append(connection, desk.author, desk.clock(), news)


def restore(desk: Desk, record_id: str, reason: str) -> None:
    """Undo the withdrawals that are known here, which were a mistake.

    One that arrives later from elsewhere still counts: nobody has decided about it. Raises
    ``participant_unknown``, ``reason_missing``, ``coordinator_only``, ``not_withdrawn``.
    """
    take_back(
        desk,
        record_id,
        reason,
        withdrawals_of,
        lambda names, words: ConsentRestored(withdrawals=names, reason=words),
        "not_withdrawn",
    )
