"""Checking a card anywhere, without a network: who signed it, for which event, if it counts."""

from typing import Any

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.certificate import Certificate
from jamsos_desktop.domain.records import CommunityEvent, Station
from jamsos_desktop.domain.revocation import Why, digest_of
from jamsos_desktop.printing.card_code import CodeFields, Outcome, short_event, verify_code
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.revoked import known_list
from jamsos_desktop.storage import records, search
from jamsos_desktop.storage.revoked import stations_without_key, why_gone

_LIKE_IT = 50  # numbers that begin like the one of the card


class CheckedCard(msgspec.Struct, frozen=True, kw_only=True):
    """What the text of a card's QR code is. All but ``outcome`` is told of ``valid`` codes only."""

    outcome: Outcome
    fields: CodeFields | None = None
    certificate: Certificate | None = None
    event: str = ""  # its name, where the event is known here
    person: str = ""  # the name, where the participant is known here
    station: str = ""  # of the station that signed it, where that is known here
    revoked: Why | None = None
    list_at: str = ""  # when the office wrote the list that was asked, ISO 8601 with zone
    list_missing: bool = False  # a station that was never told of revoked cards


def check_card(desk: Desk, code: str) -> CheckedCard:
    """Whether a card is genuine, of which event it is, and whether it still counts."""
    here = desk.installation
    check = verify_code(code.strip(), [here.office_public_key])
    if check.outcome != "valid" or check.fields is None or check.certificate is None:
        return CheckedCard(outcome=check.outcome)
    fields, certificate = check.fields, check.certificate
    at_office = here.mode == "office"
    with desk.database.reading() as connection:
        rows = _rows(connection, fields.number)
        stations = dict(records.all_of(connection, Station))
        events = records.all_of(connection, CommunityEvent)
        listed, at = known_list(connection)
        lost = at_office and certificate.station_id in stations_without_key(connection)
    # A station knows best of those whom it registered itself: it may have voided them just now.
    own = at_office or any(row.station_id == here.station_id for row in rows)
    told = [why for row in rows if (why := why_gone(row)) is not None]
    if not own and (why := listed.why(digest_of(here.office_public_key, fields.number))):
        told.append(why)
    if lost or listed.why(digest_of(here.office_public_key, certificate.public_key)):
        told.append("kunci_hilang")
    station = stations.get(certificate.station_id)
    return CheckedCard(
        outcome="valid",
        fields=fields,
        certificate=certificate,
        event=next((e.name for i, e in events if short_event(i) == fields.event), ""),
        person=rows[0].name if rows else "",
        station=station.name if station else "",
        revoked=told[0] if told else None,
        list_at="" if at_office else at,
        list_missing=not (at_office or at),
    )


def _rows(connection: sa.Connection, number: str) -> list[sa.Row[*tuple[Any, ...]]]:
    found = search.search(connection, number, limit=_LIKE_IT)
    return [row for row in found if row.number == number]
