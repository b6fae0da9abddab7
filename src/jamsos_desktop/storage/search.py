"""Finding participants as one types: SQLite's FTS5 over name, registration number and NIK.

The one module beside the vault that is not portable SQL.
"""

import re
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.models import participant

_WORD = re.compile(r"[^\W_]+")
_hits = sa.table("participant_search", sa.column("rowid", sa.Integer))


def search(
    connection: sa.Connection,
    text: str = "",
    *,
    event_id: str | None = None,
    not_printed: bool = False,
    incomplete: bool = False,
    voided: bool = False,
    limit: int = 50,
    offset: int = 0,
) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """Participants whose name, number or NIK has words that begin as typed; the newest first.

    Voided ones are among them; with ``voided`` nobody else is.

    The index gives its hits in that order, so that reading can stop after ``limit`` of them, even
    where a few letters fit everybody.
    """
    query = sa.select(participant)
    newest_first = participant.c.id.desc()
    words = _WORD.findall(text)
    if words:
        match = sa.text("participant_search MATCH :words").bindparams(words=_match(words))
        query = query.join_from(_hits, participant, participant.c.id == _hits.c.rowid).where(match)
        newest_first = _hits.c.rowid.desc()
    if event_id is not None:
        query = query.where(participant.c.event_id == event_id)
    if not_printed:
        query = query.where(participant.c.printed == 0)
    if incomplete:
        # As the index says it. What is voided is not to be completed.
        query = query.where(sa.literal_column("participant.incomplete"), ~participant.c.voided)
    if voided:
        query = query.where(sa.literal_column("participant.voided"))
    query = query.order_by(newest_first).limit(limit).offset(offset)
    return connection.execute(query).all()


def count(
    connection: sa.Connection, *, event_id: str | None = None, station_id: str | None = None
) -> int:
    """How many participants there are: in all, who count at one event, or from one station."""
    query = sa.select(sa.func.count()).select_from(participant)
    if event_id is not None:
        query = query.where(participant.c.event_id == event_id, COUNTS)
    if station_id is not None:
        query = query.where(participant.c.station_id == station_id)
    return connection.scalar(query) or 0


def _match(words: Sequence[str]) -> str:
    return " ".join(f'"{word}"*' for word in words)
