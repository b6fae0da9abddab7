"""What every act about a participant begins with: who it is, and why it is done."""

from typing import NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain.records import Participant
from jamsos_desktop.errors import UserError
from jamsos_desktop.storage import records


class KnownParticipant(NamedTuple):
    """A participant as they stand now; ``stored`` has what a next revision must name."""

    stored: records.Stored
    body: Participant


def participant_of(connection: sa.Connection, record_id: str) -> KnownParticipant:
    """The participant of this record. Raises ``participant_unknown``."""
    stored = records.get(connection, record_id)
    if stored is None or not isinstance(stored.body, Participant):
        raise UserError("participant_unknown")
    return KnownParticipant(stored, stored.body)


def reason_of(text: str) -> str:
    """A reason in one line. Raises ``reason_missing`` where nothing was written."""
    words = " ".join(text.split())
    if not words:
        raise UserError("reason_missing")
    return words
