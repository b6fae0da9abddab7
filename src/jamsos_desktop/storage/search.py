"""Finding participants as one types: SQLite's FTS5 over name, registration number and NIK.

The one module beside the vault that is not portable SQL.
"""

import re
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from jamsos_desktop.storage.models import participant

_WORD = re.compile(r"[^\W_]+")


def search(
    connection: sa.Connection,
    text: str = "",
    *,
    event_id: str | None = None,
    not_printed: bool = False,
    limit: int = 50,
    offset: int = 0,
) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """Participants whose name, number or NIK has words that begin as typed; the newest first."""
    query = sa.select(participant)
    words = _WORD.findall(text)
    if words:
        hits = sa.text("participant_search(:words)").bindparams(words=_match(words))
        found = sa.select(sa.literal_column("rowid", sa.Integer)).select_from(hits)
        query = query.where(participant.c.id.in_(found))
    if event_id is not None:
        query = query.where(participant.c.event_id == event_id)
    if not_printed:
        query = query.where(participant.c.printed == 0)
    query = query.order_by(participant.c.id.desc()).limit(limit).offset(offset)
    return connection.execute(query).all()


def count(
    connection: sa.Connection, *, event_id: str | None = None, station_id: str | None = None
) -> int:
    """How many participants there are: in all, at one event, or from one station."""
    query = sa.select(sa.func.count()).select_from(participant)
    if event_id is not None:
        query = query.where(participant.c.event_id == event_id)
    if station_id is not None:
        query = query.where(participant.c.station_id == station_id)
    return connection.scalar(query) or 0


def _match(words: Sequence[str]) -> str:
    return " ".join(f'"{word}"*' for word in words)
