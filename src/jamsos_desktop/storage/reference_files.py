"""What the office has said of the files of rules and texts, from its journal."""

from collections.abc import Mapping
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.records import ReferenceFile
from jamsos_desktop.storage.models import entry
from jamsos_desktop.storage.prepared import Prepared


class Said(NamedTuple):
    """One revision of a file: what the office put there, or took back, and why."""

    name: str
    content: str  # empty: as shipped
    reason: str
    author_id: str
    recorded_at: str  # ISO 8601 with zone


#: Everything said of each file, the newest first.
History = Mapping[str, tuple[Said, ...]]
_OURS = entry.c.type == "reference"
_STAMP = Prepared(sa.select(sa.func.count(), sa.func.max(entry.c.id)).where(_OURS))


def read_stamp(connection: sa.Connection) -> tuple[int, int]:
    """Another one as soon as anything new was said; so small that it may be asked at any time."""
    ((count, newest),) = _STAMP.rows(connection, {})
    return count, newest or 0


def read_history(connection: sa.Connection) -> History:
    """What was said of each file. The office's own order counts, not that of arrival."""
    query = (
        sa.select(entry.c.body, entry.c.author_id, entry.c.recorded_at)
        .where(_OURS, entry.c.body.is_not(None))
        .order_by(entry.c.lamport.desc(), entry.c.entry_hash.desc())
    )
    found: dict[str, list[Said]] = {}
    for row in connection.execute(query):
        body = msgspec.json.decode(row.body, type=ReferenceFile)
        said = Said(body.name, body.content, body.reason, row.author_id, row.recorded_at)
        found.setdefault(body.name, []).append(said)
    return {name: tuple(several) for name, several in found.items()}
