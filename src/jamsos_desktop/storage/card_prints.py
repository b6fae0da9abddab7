"""Who is active by BPJS's word, with the number that it gave, and whose card says so already."""

from collections.abc import Mapping, Sequence

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.activities import BpjsAnswered, CardPrinted
from jamsos_desktop.domain.card import kpj_of
from jamsos_desktop.domain.journal import decode_body
from jamsos_desktop.storage import activities
from jamsos_desktop.storage.models import entry, participant
from jamsos_desktop.storage.pieces import in_pieces


def count_cards(connection: sa.Connection, ids: Sequence[str]) -> dict[str, int]:
    """How many cards went out for each of these participants, as far as they are known."""
    counted: dict[str, int] = {}
    for piece in in_pieces(ids):
        query = sa.select(participant.c.record_id, participant.c.printed).where(
            participant.c.record_id.in_(piece)
        )
        counted.update((row.record_id, row.printed) for row in connection.execute(query))
    return counted


def kpj_numbers(connection: sa.Connection, ids: Sequence[str]) -> dict[str, str]:
    """The numbers that BPJS gave to those of these participants who stand as active.

    Who is active without a number of 11 digits is not among them: a card would have none to show.
    """
    numbers: dict[str, str] = {}
    for piece in in_pieces(ids):
        query = sa.select(participant.c.record_id).where(
            participant.c.record_id.in_(piece), participant.c.said == "aktif"
        )
        active = list(connection.scalars(query))
        for record_id, answer in activities.answers(connection, active).items():
            body = answer.told.body if answer.told else None
            if isinstance(body, BpjsAnswered) and (kpj := kpj_of(body.number)):
                numbers[record_id] = kpj
    return numbers


def with_active_card(
    connection: sa.Connection, ids: Sequence[str], numbers: Mapping[str, str] | None = None
) -> set[str]:
    """Those of these participants who have a card that says that they are active.

    With ``numbers`` (:func:`kpj_numbers`) the last of these has to have the number that holds now.
    """
    last: dict[str, CardPrinted] = {}
    for piece in in_pieces(ids):
        query = sa.select(entry.c.record_id, entry.c.body).where(
            entry.c.record_id.in_(piece),
            entry.c.type.concat("") == "card_printed",  # by the ids, not by the type's index
        )
        for row in connection.execute(query):
            card, before = _active_card(row.body), last.get(row.record_id)
            if card is not None and (before is None or _order(before) <= _order(card)):
                last[row.record_id] = card
    return {one for one, card in last.items() if _holds(card, one, numbers)}


def with_stale_card(connection: sa.Connection, ids: Sequence[str]) -> set[str]:
    """Those whose last card that says active says something else than holds now."""
    numbers = kpj_numbers(connection, ids)
    current = with_active_card(connection, list(numbers), numbers)
    return with_active_card(connection, ids) - current


def _order(card: CardPrinted) -> tuple[int, str]:
    """Two stations may print the same copy: then the order of arrival must not matter."""
    return card.copy, card.number


def _holds(card: CardPrinted, record_id: str, numbers: Mapping[str, str] | None) -> bool:
    return numbers is None or card.number in ("", numbers.get(record_id, ""))


def _active_card(raw: bytes | None) -> CardPrinted | None:
    """Erased entries, and those of a newer version that cannot be read, say nothing."""
    try:
        body = None if raw is None else decode_body(raw)
    except msgspec.DecodeError:
        return None
    return body if isinstance(body, CardPrinted) and body.active else None
