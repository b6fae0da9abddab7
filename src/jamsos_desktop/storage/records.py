"""Reading what records say now, from the projection ``record``."""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple, TypeVar

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.merge import state_hash
from jamsos_desktop.domain.records import AnyRecord
from jamsos_desktop.storage.models import FEW_OF_A_KIND, MANY_OF_A_KIND, entry, record

R = TypeVar("R", bound=AnyRecord)


class Stored(NamedTuple):
    """A record's folded state and what a next revision must name as its parents."""

    record_id: str
    heads: tuple[str, ...]
    body: AnyRecord
    fields: dict[str, object]  # as they are written, unknown ones of newer versions included
    conflicts: dict[str, list[tuple[str, object]]]

    @property
    def unknown(self) -> dict[str, object]:
        """The fields that a newer version added; a next revision must carry them on."""
        known = {"type", *self.body.__struct_fields__}
        return {name: value for name, value in self.fields.items() if name not in known}


_FEW = sa.text(f"record.{FEW_OF_A_KIND.text}")  # so that the index of small types serves
_STATES = (
    sa.select(
        record.c.record_id,
        record.c.heads,
        sa.func.coalesce(record.c.merged, entry.c.body).label("state"),
        record.c.conflicts,
    )
    .select_from(record.outerjoin(entry, record.c.entry_id == entry.c.id))
    .where(record.c.type != "")
)


def get(connection: sa.Connection, record_id: str) -> Stored | None:
    """One record's state, or None where nothing readable is known of it."""
    row = connection.execute(_STATES.where(record.c.record_id == record_id)).one_or_none()
    return None if row is None or row.state is None else _stored(row)


def get_many(connection: sa.Connection, record_ids: Collection[str]) -> dict[str, Stored]:
    """The states of these records (at most some thousands) that can be read, by their ids."""
    rows = connection.execute(_STATES.where(record.c.record_id.in_(record_ids)))
    return {row.record_id: _stored(row) for row in rows if row.state is not None}


def find_by_prefix(connection: sa.Connection, kind: type[R], prefix: str) -> list[tuple[str, R]]:
    """Records of one type whose id begins like this (a person types only its beginning)."""
    return [(i, body) for i, body in all_of(connection, kind) if i.startswith(prefix)]


def all_of(connection: sa.Connection, kind: type[R]) -> list[tuple[str, R]]:
    """Every record of one (small) type with its id, oldest id first."""
    tag = str(kind.__struct_config__.tag)
    query = _STATES.where(record.c.type == tag).order_by(record.c.record_id)
    if tag not in MANY_OF_A_KIND:
        query = query.where(_FEW)
    return [
        (row.record_id, stored.body)
        for row in connection.execute(query)
        if row.state is not None and isinstance((stored := _stored(row)).body, kind)
    ]


def get_state_hash(connection: sa.Connection) -> str:
    """SHA-256 over what every record says now: equal wherever the same journals were merged."""
    return state_hash(_states(connection))


def _states(connection: sa.Connection) -> Iterator[tuple[str, bytes, bytes]]:
    query = _STATES.order_by(record.c.record_id)
    for row in connection.execution_options(yield_per=1000).execute(query):
        yield row.record_id, row.state or b"", row.conflicts or b""


def _stored(row: sa.Row[*tuple[Any, ...]]) -> Stored:
    return Stored(
        record_id=row.record_id,
        heads=tuple(row.heads.split()),
        body=msgspec.json.decode(row.state, type=AnyRecord),
        fields=msgspec.json.decode(row.state, type=dict[str, object]),
        conflicts=msgspec.json.decode(
            row.conflicts or b"{}", type=dict[str, list[tuple[str, object]]]
        ),
    )
