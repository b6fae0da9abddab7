"""Finding participants as one types: SQLite's FTS5 over name, registration number and NIK.

Writing into the index is a third of what a save writes, however few people it is for. So the newest
wait for each other: who is beyond the last row of the index is not in it yet, and is looked for in
an index of those few alone, which is made when somebody searches. Everybody else is in it.

The one module beside the vault that is not portable SQL.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.models import participant
from jamsos_desktop.storage.prepared import Prepared

#: The index is written when so many rows of the journal lie behind what is in it.
WAITING = 64
_WORD = re.compile(r"[^\W_]+")
_hits = sa.table("participant_search", sa.column("rowid", sa.Integer))
# Of the index's own table with a row for each person: asked itself, it takes ten times as long.
_THROUGH = Prepared(sa.text("SELECT max(id) FROM participant_search_docsize"))
_PUT = Prepared(
    sa.text(
        "INSERT OR REPLACE INTO participant_search(rowid, name, number, nik)"
        " VALUES (:id, :name, :number, :nik)"
    )
)
_PUT_WAITING = Prepared(
    sa.text(
        "INSERT INTO participant_search(rowid, name, number, nik)"
        " SELECT id, name, number, nik FROM participant WHERE id > :through"
    )
)
_FORGET = Prepared(sa.text("DELETE FROM participant_search WHERE rowid = :id"))
# Made as the table of the first migration is, so that both find the same.
_MAKE_FRESH = Prepared(
    sa.text(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.fresh_search USING fts5("
        "name, number, nik, content='', detail=none, tokenize='unicode61 remove_diacritics 2')"
    )
)
_CLEAR_FRESH = Prepared(sa.text("INSERT INTO fresh_search(fresh_search) VALUES ('delete-all')"))
_PUT_FRESH = Prepared(
    sa.text(
        "INSERT INTO fresh_search(rowid, name, number, nik)"
        " SELECT id, name, number, nik FROM participant WHERE id > :through"
    )
)
_FRESH = Prepared(sa.text("SELECT rowid FROM fresh_search WHERE fresh_search MATCH :words"))
_WAITS = Prepared(
    sa.select(participant.c.id).where(participant.c.id > sa.bindparam("through")).limit(1)
)


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
    query = sa.select(participant).order_by(participant.c.id.desc())
    if event_id is not None:
        query = query.where(participant.c.event_id == event_id)
    if not_printed:
        query = query.where(participant.c.printed == 0)
    if incomplete:
        # As the index says it. What is voided is not to be completed.
        query = query.where(sa.literal_column("participant.incomplete"), ~participant.c.voided)
    if voided:
        query = query.where(sa.literal_column("participant.voided"))
    words = _WORD.findall(text)
    if not words:
        return connection.execute(query.limit(limit).offset(offset)).all()
    # They are newer than everybody in the index, and few.
    fresh = _waiting_with(connection, words)
    first = connection.execute(query.where(participant.c.id.in_(fresh))).all() if fresh else []
    shown = list(first[offset : offset + limit])
    match = sa.text("participant_search MATCH :words").bindparams(words=_match(words))
    indexed = query.join_from(_hits, participant, participant.c.id == _hits.c.rowid).where(match)
    indexed = indexed.order_by(None).order_by(_hits.c.rowid.desc())
    skipped = max(offset - len(first), 0)
    return shown + list(connection.execute(indexed.limit(limit - len(shown)).offset(skipped)).all())


def _waiting_with(connection: sa.Connection, words: Sequence[str]) -> list[int]:
    """Those who are not in the index yet and whose words begin so, by the same tokenizer."""
    through = {"through": _THROUGH.value(connection) or 0}
    if not _WAITS.rows(connection, through):
        return []
    _MAKE_FRESH.write(connection, {})
    _CLEAR_FRESH.write(connection, {})
    _PUT_FRESH.write(connection, through)
    return [row[0] for row in _FRESH.rows(connection, {"words": _match(words)})]


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


# --- the projection -------------------------------------------------------------------------------


def project(connection: sa.Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Let these rows of the table ``participant`` be found; they have been written there.

    Who is in the index is put there again at once; those who are new wait until they are enough.
    """
    through = _THROUGH.value(connection) or 0
    ids = [row["id"] for row in rows]
    again = [row for row in rows if row["id"] <= through]
    if again:
        _PUT.write_many(connection, again)
    if max(ids) - through >= WAITING:
        _PUT_WAITING.write(connection, {"through": through})


def forget(connection: sa.Connection, ids: Iterable[int]) -> None:
    """Find these rows no more."""
    rows = [{"id": id_} for id_ in ids]
    if rows:
        _FORGET.write_many(connection, rows)


def forget_all(connection: sa.Connection) -> None:
    """Before everybody is put there again."""
    connection.exec_driver_sql("DELETE FROM participant_search")
