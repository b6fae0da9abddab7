"""Taking something back that was journalled about a participant: a withdrawal, a void, a verdict.

What undoes something names it, so what arrives later from elsewhere still stands: nobody has
decided about it yet.
"""

from collections.abc import Callable

import sqlalchemy as sa

from jamsos_desktop.domain.activities import AnyActivity
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.known import participant_of, reason_of
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.storage import journal

#: What stands of a participant, by the hashes of its entries.
Standing = Callable[[sa.Connection, str], tuple[str, ...]]
#: The activity that takes these entries back, for this reason.
TakesBack = Callable[[tuple[str, ...], str], AnyActivity]


def take_back(
    desk: Desk, record_id: str, reason: str, standing: Standing, made: TakesBack, nothing: str
) -> None:
    """Journal that everything which stands here is taken back; only a coordinator may.

    Raises ``coordinator_only``, ``reason_missing``, ``participant_unknown``, and the error
    ``nothing`` where nothing stands.
    """
    if desk.officer.role not in DECIDERS:
        raise UserError("coordinator_only")
    words = reason_of(reason)
    with desk.database.writing() as connection:
        participant_of(connection, record_id)
        names = standing(connection, record_id)
        if not names:
            raise UserError(nothing)
        news = [journal.New(record_id, made(names, words))]
        journal.append(connection, desk.author, desk.clock(), news)
