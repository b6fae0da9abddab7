"""Whose cards count no more, as the projections and the journal say it."""

from collections.abc import Iterator
from typing import Any

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.journal import decode_body
from jamsos_desktop.domain.records import AnyBody
from jamsos_desktop.domain.revocation import Why
from jamsos_desktop.domain.set_aside import KEY_TYPES
from jamsos_desktop.domain.undoing import standing_revocations
from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.models import entry, participant

_REFUSED = ("duplikat", "ditolak")
#: Whose card counts: what :func:`why_gone` says, for the database.
HAS_CARD = sa.and_(COUNTS, participant.c.said.not_in(_REFUSED))


def why_gone(row: sa.Row[*tuple[Any, ...]]) -> Why | None:
    """Why the card of a participant's row counts no more; None where it counts."""
    if row.voided:
        return "dibatalkan"
    if row.withdrawn:
        return "dicabut"
    said: Why | None = row.said if row.said in _REFUSED else None
    return said


def gone(connection: sa.Connection) -> Iterator[tuple[str, Why]]:
    """The numbers of all participants whose cards count no more, each with the reason."""
    query = sa.select(
        participant.c.number, participant.c.voided, participant.c.withdrawn, participant.c.said
    ).where(sa.not_(HAS_CARD))
    for row in connection.execution_options(yield_per=5000).execute(query):
        why = why_gone(row)
        if why is not None:
            yield row.number, why


def revocations_of(connection: sa.Connection, station_id: str) -> tuple[str, ...]:
    """That a station's key is lost, by the hashes of the entries that nobody has undone."""
    return standing_revocations(_told(connection).get(station_id, []))


def stations_without_key(connection: sa.Connection) -> list[str]:
    """The ids of all stations whose key is lost."""
    told = _told(connection)
    return sorted(station_id for station_id, said in told.items() if standing_revocations(said))


def _told(connection: sa.Connection) -> dict[str, list[tuple[str, AnyBody | None]]]:
    query = sa.select(entry.c.record_id, entry.c.entry_hash, entry.c.body).where(
        entry.c.type.in_(KEY_TYPES), entry.c.body.is_not(None)
    )
    told: dict[str, list[tuple[str, AnyBody | None]]] = {}
    for row in connection.execute(query):
        told.setdefault(row.record_id, []).append((row.entry_hash, _body(row.body)))
    return told


def _body(raw: bytes) -> AnyBody | None:
    try:
        return decode_body(raw)
    except msgspec.DecodeError:
        return None
