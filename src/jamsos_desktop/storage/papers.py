"""Which papers of participants went out, from the journal."""

from collections import Counter
from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.activities import PaperKind, PaperPrinted
from jamsos_desktop.domain.journal import decode_body
from jamsos_desktop.storage.models import entry
from jamsos_desktop.storage.pieces import in_pieces


def count_papers(connection: sa.Connection, ids: Sequence[str], kind: PaperKind) -> Counter[str]:
    """How often a paper of this kind went out for each of these participants; 0 for the others."""
    counted: Counter[str] = Counter()
    for piece in in_pieces(ids):
        query = sa.select(entry.c.record_id, entry.c.body).where(
            entry.c.record_id.in_(piece),
            entry.c.type.concat("") == "paper_printed",  # by the ids, not by the type's index
        )
        counted.update(
            row.record_id for row in connection.execute(query) if _kind(row.body) == kind
        )
    return counted


def _kind(raw: bytes | None) -> PaperKind | None:
    """What was printed; None where the entry was erased or comes from a newer version."""
    try:
        body = None if raw is None else decode_body(raw)
    except msgspec.DecodeError:
        return None
    return body.kind if isinstance(body, PaperPrinted) else None
