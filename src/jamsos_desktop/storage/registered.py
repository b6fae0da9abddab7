"""Where the hashes of those who are registered already lie. Local: no journal, no bundle."""

from collections.abc import Iterable, Sequence
from itertools import islice

import sqlalchemy as sa

from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.models import participant, registered
from jamsos_desktop.storage.prepared import Prepared

_BATCH = 5000
_IGNORING = Prepared(sa.insert(registered).prefix_with("OR IGNORE"))


def add(connection: sa.Connection, digests: Iterable[bytes]) -> int:
    """Add hashes; how many of them were new. Ascending ones are written fastest."""
    before, left = count(connection), iter(digests)
    while batch := list(islice(left, _BATCH)):
        _IGNORING.write_many(connection, [{"digest": digest} for digest in batch])
    return count(connection) - before


def count(connection: sa.Connection) -> int:
    """How many there are."""
    return connection.scalar(sa.select(sa.func.count()).select_from(registered)) or 0


def known(connection: sa.Connection, digests: Sequence[bytes]) -> set[bytes]:
    """Those of them that are on the list."""
    if not digests:
        return set()
    query = sa.select(registered.c.digest).where(registered.c.digest.in_(digests))
    return set(connection.scalars(query))


def every(connection: sa.Connection) -> list[bytes]:
    """All of them, ascending."""
    query = sa.select(registered.c.digest).order_by(registered.c.digest)
    return list(connection.scalars(query))


def forget(connection: sa.Connection) -> None:
    """Empty the list."""
    connection.execute(sa.delete(registered))


def own_niks(connection: sa.Connection, not_from: str = "") -> Iterable[str]:
    """The NIKs of the participants here whose registration stands, but for one station's."""
    query = sa.select(participant.c.nik).where(
        participant.c.nik != "", participant.c.station_id != not_from, COUNTS
    )
    return connection.execution_options(yield_per=5000).scalars(query)


def has_nik(connection: sa.Connection, record_id: str, number: str) -> bool:
    """Whether the participant of this record is known by this NIK."""
    query = sa.select(participant.c.nik).where(participant.c.record_id == record_id)
    return connection.scalar(query) == number
