"""When the cards of participants were handed over, and to whom, from the journal."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.activities import CardHandedOver
from jamsos_desktop.domain.journal import decode_body
from jamsos_desktop.storage.models import entry
from jamsos_desktop.storage.pieces import in_pieces


class HandOver(NamedTuple):
    """One card in somebody's hands."""

    at: str  # ISO 8601 with zone
    author_id: str
    body: CardHandedOver


def first_hand_overs(connection: sa.Connection, ids: Sequence[str]) -> dict[str, HandOver]:
    """For each of these participants the first time; who is not in it has no card yet.

    The first by the journals' own order, so that the order of arrival does not matter.
    """
    found: dict[str, HandOver] = {}
    for piece in in_pieces(ids):
        query = (
            sa.select(entry)
            .where(
                entry.c.record_id.in_(piece),
                entry.c.type.concat("") == "card_handed_over",
            )
            .order_by(entry.c.lamport, entry.c.entry_hash)
        )
        for row in connection.execute(query):
            body = _body(row.body)
            if body is not None:
                found.setdefault(row.record_id, HandOver(row.recorded_at, row.author_id, body))
    return found


def _body(raw: bytes | None) -> CardHandedOver | None:
    """What the entry says; None where it was erased or comes from a newer version."""
    try:
        body = None if raw is None else decode_body(raw)
    except msgspec.DecodeError:
        return None
    return body if isinstance(body, CardHandedOver) else None
