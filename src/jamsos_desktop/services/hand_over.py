"""Handing cards over (*serah terima kartu*): scan or type, and journal into whose hands.

See docs/decisions/0020-hand-over.md.
"""

from typing import Any

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.activities import CardHandedOver, Receiver
from jamsos_desktop.domain.numbers import normalise_number
from jamsos_desktop.domain.records import Officer
from jamsos_desktop.errors import UserError
from jamsos_desktop.printing.card_code import PREFIX
from jamsos_desktop.services.check_card import check_card
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.storage import journal, records, search
from jamsos_desktop.storage.hand_overs import first_hand_overs
from jamsos_desktop.storage.revoked import why_gone

_LIKE_IT = 50  # numbers that begin like the one that was typed


class HandedOver(msgspec.Struct, frozen=True, kw_only=True):
    """Whose card went into whose hands, when and from whom."""

    record_id: str
    number: str
    person: str  # the participant's name
    to: Receiver
    name: str  # of who took it, where it was not the person
    at: str  # ISO 8601 with zone
    officer: str
    already: bool  # this happened before: nothing was journalled now
    printed: bool  # a print is known here


def hand_over(desk: Desk, number_or_qr: str, to: Receiver, name: str = "") -> HandedOver:
    """Journal that a card was handed over, found by its number or by the text of its QR.

    Where that happened before nothing is journalled, and the answer says when and to whom it was.
    Raises ``card_not_genuine``, ``card_other_office``, ``hand_over_unknown``, ``hand_over_voided``,
    ``hand_over_withdrawn``, ``hand_over_revoked`` (a duplicate, refused by the office, or signed
    with a lost key), and ``receiver_missing`` where somebody else takes it without a name.
    """
    number = _read_number(desk, number_or_qr)
    receiver = "" if to == "orangnya" else " ".join(name.split())
    with desk.database.writing() as connection:
        row = _find(connection, number)
        made = CardHandedOver(to=to, name=receiver)
        before = first_hand_overs(connection, [row.record_id]).get(row.record_id)
        if before is None:
            if to != "orangnya" and not receiver:
                raise UserError("receiver_missing")
            now = desk.clock()
            journal.append(connection, desk.author, now, [journal.New(row.record_id, made)])
            at, author_id = now.isoformat(timespec="milliseconds"), desk.officer_id
        else:
            at, author_id, made = before
        officers = dict(records.all_of(connection, Officer))
    officer = officers.get(author_id)
    return HandedOver(
        record_id=row.record_id,
        number=row.number,
        person=row.name,
        to=made.to,
        name=made.name,
        at=at,
        officer=officer.name if officer else "",
        already=before is not None,
        printed=row.printed > 0,
    )


def _read_number(desk: Desk, text: str) -> str:
    """The registration number that was typed, or that a genuine card's code says."""
    text = text.strip()
    if not text.startswith(PREFIX):
        return normalise_number(text)
    check = check_card(desk, text)
    if check.outcome == "unknown_office":
        raise UserError("card_other_office")
    if check.outcome != "valid" or check.fields is None:
        raise UserError("card_not_genuine")
    if check.revoked in ("duplikat", "ditolak", "kunci_hilang"):
        raise UserError("hand_over_revoked", number=check.fields.number)
    return check.fields.number


def _find(connection: sa.Connection, number: str) -> sa.Row[*tuple[Any, ...]]:
    """Whose number it is. A card of somebody who does not count is to be kept back."""
    rows = search.search(connection, number, limit=_LIKE_IT) if number else []
    same = [row for row in rows if row.number == number]
    if not same:
        raise UserError("hand_over_unknown")
    row = same[0]
    if row.voided:
        raise UserError("hand_over_voided", number=number)
    if row.withdrawn:
        raise UserError("hand_over_withdrawn", number=number)
    if why_gone(row) is not None:
        raise UserError("hand_over_revoked", number=number)
    return row
