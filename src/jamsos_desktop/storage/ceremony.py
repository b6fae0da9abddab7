"""Who is handed a card in public (*penyerahan simbolis*): by the office's list, or chosen later."""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.activities import CeremonyChosen
from jamsos_desktop.domain.journal import decode_body
from jamsos_desktop.storage.models import candidate, entry, participant
from jamsos_desktop.storage.prepared import Prepared

_PIECE = 500  # ids in one IN (...)
_IDS: sa.BindParameter[str] = sa.bindparam("ids", expanding=True)
_FROM_CANDIDATE = participant.c.candidate_id == candidate.c.record_id
_SAME_NIK = sa.and_(
    participant.c.nik == candidate.c.nik,
    candidate.c.nik != "",
    participant.c.programme_id == candidate.c.programme_id,
)
_LISTED = [
    Prepared(
        sa.select(participant.c.record_id)
        .join(candidate, same)
        .where(participant.c.record_id.in_(_IDS), candidate.c.ceremony)
    )
    for same in (_FROM_CANDIDATE, _SAME_NIK)
]
_TOLD = Prepared(
    sa.select(entry.c.record_id, entry.c.body)
    .where(
        entry.c.record_id.in_(_IDS),
        entry.c.type.concat("") == "ceremony_chosen",  # by the ids, not by the type's index
    )
    .order_by(entry.c.lamport, entry.c.entry_hash)
)


def chosen_of(connection: sa.Connection, ids: Sequence[str]) -> set[str]:
    """Those of these participants who are chosen.

    Where somebody said so of the participant, the last word counts, by the journals' own order;
    else the mark of the candidate whom the participant was expected to be.
    """
    chosen: set[str] = set()
    for start in range(0, len(ids), _PIECE):
        piece = list(ids[start : start + _PIECE])
        told = _told(connection, piece)
        listed = _listed(connection, [one for one in piece if one not in told])
        chosen |= listed | {one for one, is_chosen in told.items() if is_chosen}
    return chosen


def _listed(connection: sa.Connection, ids: list[str]) -> set[str]:
    """Whose candidate the office marked."""
    if not ids:
        return set()
    return {row[0] for query in _LISTED for row in query.rows(connection, {"ids": ids})}


def _told(connection: sa.Connection, ids: list[str]) -> dict[str, bool]:
    told = ((row[0], _body(row[1])) for row in _TOLD.rows(connection, {"ids": ids}))
    return {record_id: body.chosen for record_id, body in told if body is not None}


def _body(raw: bytes | None) -> CeremonyChosen | None:
    """What the entry says; None where it was erased or comes from a newer version."""
    try:
        body = None if raw is None else decode_body(raw)
    except msgspec.DecodeError:
        return None
    return body if isinstance(body, CeremonyChosen) else None
