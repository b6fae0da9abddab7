"""Choosing who is handed a card in public, whether or not the office expected them.

The office marks candidates beforehand (``services/candidates``); at the event somebody may choose
others, or somebody who is marked may not come.
"""

from collections.abc import Sequence

from jamsos_desktop.domain.activities import CeremonyChosen
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.known import participant_of
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.ceremony import chosen_of


def choose_for_ceremony(desk: Desk, record_ids: Sequence[str], *, chosen: bool) -> list[str]:
    """Journal it of those participants of whom it was not so before; their ids.

    Raises ``participant_unknown``; then nothing is journalled.
    """
    with desk.database.writing() as connection:
        for record_id in record_ids:
            participant_of(connection, record_id)
        are = chosen_of(connection, record_ids)
        changed = [one for one in dict.fromkeys(record_ids) if (one in are) != chosen]
        news = [journal.New(one, CeremonyChosen(chosen=chosen)) for one in changed]
        if news:
            journal.append(connection, desk.author, desk.clock(), news)
    return changed
