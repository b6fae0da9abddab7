"""What became of visits to candidates, read from the journal: there are few of them."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.activities import CandidateVisited
from jamsos_desktop.storage.models import candidate, entry

TYPE = "candidate_visited"
_PIECE = 500  # ids in one IN (...)
_ORDER = (entry.c.lamport, entry.c.station_id, entry.c.seq)
_decode = msgspec.json.Decoder(CandidateVisited).decode


class Visit(NamedTuple):
    """The last visit to one candidate."""

    body: CandidateVisited
    at: str  # ISO 8601 with zone
    author_id: str


def last_visits(connection: sa.Connection, ids: Sequence[str]) -> dict[str, Visit]:
    """The last visit to each of these candidates; who is not in it was not visited."""
    found: dict[str, Visit] = {}
    for start in range(0, len(ids), _PIECE):
        piece = ids[start : start + _PIECE]
        query = _visits().where(entry.c.record_id.in_(piece), entry.c.type.concat("") == TYPE)
        found |= _last(connection.execute(query.order_by(*_ORDER)))
    return found


def visits_of_programme(connection: sa.Connection, programme_id: str) -> dict[str, Visit]:
    """The last visit to each candidate of a programme who was visited."""
    query = _visits().join(candidate, candidate.c.record_id == entry.c.record_id)
    query = query.where(entry.c.type == TYPE, candidate.c.programme_id == programme_id)
    return _last(connection.execute(query.order_by(*_ORDER)))


def _visits() -> sa.Select[*tuple[Any, ...]]:
    return sa.select(entry.c.record_id, entry.c.recorded_at, entry.c.author_id, entry.c.body)


def _last(rows: Iterable[sa.Row[*tuple[Any, ...]]]) -> dict[str, Visit]:
    """A later one takes the place of an earlier one; what was erased is none."""
    return {
        row.record_id: Visit(_decode(row.body), row.recorded_at, row.author_id)
        for row in rows
        if row.body is not None
    }
