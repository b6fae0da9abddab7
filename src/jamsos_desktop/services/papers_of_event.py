"""Lists of an event on paper, as the bytes of a PDF: to be looked at, printed and saved alike.

The same journal on the same day gives the same bytes. Nothing is journalled by looking.
"""

import io
from collections import Counter
from pathlib import Path

import sqlalchemy as sa

from jamsos_desktop.bundle.safe_write import write_new
from jamsos_desktop.domain.activities import CardHandedOver
from jamsos_desktop.domain.balance import Balance
from jamsos_desktop.domain.hand_over import receiver_words
from jamsos_desktop.domain.people_choice import Which
from jamsos_desktop.domain.person_fields import long_date
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _
from jamsos_desktop.services.choose_people import Place, choose, levels_of
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.paper_heading import event_heading, heading_of
from jamsos_desktop.services.queue import event_of
from jamsos_desktop.services.reference import place_words
from jamsos_desktop.services.travel import travel_of
from jamsos_desktop.services.visits import list_doors
from jamsos_desktop.storage import candidates
from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.balance import count_balance
from jamsos_desktop.storage.hand_overs import HandOver, first_hand_overs
from jamsos_desktop.storage.models import participant


def save_paper(pdf: bytes, target: Path) -> Path:
    """Write the PDF, never over an existing file. Raises what writing can raise."""
    return write_new(target, pdf).path


def balance_of(desk: Desk, event_id: str) -> tuple[Balance, Balance]:
    """What was registered today, and what the event has in all. Raises ``event_unknown``."""
    here, today = desk.installation, desk.clock().date()
    with desk.database.reading() as connection:
        event_of(connection, event_id)
        travel = travel_of(connection, here.station_id) if here.mode == "station" else None
        day = count_balance(connection, event_id, today, here.station_id, travel)
        return day, count_balance(connection, event_id, None, here.station_id, travel)


def balance_sheet(desk: Desk, event_id: str) -> bytes:
    """The day's balance sheet (*neraca hari ini*). Raises ``event_unknown``."""
    from jamsos_desktop.printing.balance_sheet import write_balance_sheet

    with desk.database.reading() as connection:
        event = event_of(connection, event_id)
    today, sheet = desk.clock().date(), io.BytesIO()
    write_balance_sheet(
        sheet,
        heading_of(desk, _("Neraca hari ini"), event.name, f"{long_date(today)} · {event.place}"),
        balance_of(desk, event_id),
        station=desk.installation.mode == "station",
        date=today,
        officer=desk.officer.name,
    )
    return sheet.getvalue()


def minutes(desk: Desk, event_id: str) -> bytes:
    """The minutes of the hand-over (*berita acara*): everybody who counts and has a card.

    In the order in which the cards are printed and people come to the table. Raises
    ``event_unknown``, ``paper_empty``.
    """
    from jamsos_desktop.printing.hand_over_minutes import Receipt, write_minutes

    query = sa.select(participant).where(
        participant.c.event_id == event_id,
        COUNTS,
        sa.or_(participant.c.printed > 0, participant.c.handed),
    )
    order = {key: place for place, key in enumerate(choose(desk, event_id, Which()))}
    with desk.database.reading() as connection:
        event = event_of(connection, event_id)
        rows = sorted(
            (row for row in connection.execute(query) if row.record_id in order),
            key=lambda row: order[row.record_id],
        )
        given = first_hand_overs(connection, [row.record_id for row in rows if row.handed])
    if not rows:
        raise UserError("paper_empty")
    people = [
        Receipt(
            row.name,
            row.number,
            place_words(row.village, row.rt, row.rw),
            _received(given.get(row.record_id)),
        )
        for row in rows
    ]
    today, sheet = desk.clock().date(), io.BytesIO()
    said = _(
        "Pada hari ini, {date}, bertempat di {place}, kartu tanda terdaftar diserahkan kepada "
        "{count} orang dalam daftar ini. Masing-masing membubuhkan tanda tangan atau cap jempol.",
        date=long_date(today),
        place=event.place or "…",
        count=len(people),
    )
    heading = event_heading(desk, event, _("Berita acara serah terima kartu"), said)
    write_minutes(sheet, heading, people, date=today, officer=desk.officer.name)
    return sheet.getvalue()


def unregistered(desk: Desk, event_id: str, village: str = "", rt: str = "", rw: str = "") -> bytes:
    """Whom of the office's list nobody has registered (*belum terdaftar*), RT by RT, NIK masked.

    ``village`` is a code; where a part is empty, all of them. Raises ``event_unknown``,
    ``paper_empty``.
    """
    from jamsos_desktop.printing.unregistered_list import Door, Neighbourhood, write_unregistered

    with desk.database.reading() as connection:
        event = event_of(connection, event_id)
    doors = list_doors(desk, event.programme_id, village, rt, rw)
    if not doors:
        raise UserError("paper_empty")
    groups: dict[tuple[str, str, str], list[Door]] = {}
    for one in doors:
        who, visit = one.person, one.visit
        note = visit.body.note if visit else ""
        line = Door(who.name, who.masked_nik, one.address, one.outcome, note)
        groups.setdefault((who.village, who.rw, who.rt), []).append(line)
    places = [
        Neighbourhood(place_words(place[0], place[2], place[1]), groups[place])
        for place in sorted(groups)
    ]
    sheet = io.BytesIO()
    write_unregistered(sheet, event_heading(desk, event, _("Belum terdaftar")), places)
    return sheet.getvalue()


def places_of_unregistered(desk: Desk, event_id: str) -> list[Place]:
    """Where they live whom nobody has registered, with how many they are. Raises as above."""
    with desk.database.reading() as connection:
        event = event_of(connection, event_id)
        places = candidates.count_by_place(connection, event.programme_id)
    left = {(one.village, one.rw, one.rt): one.total - one.registered for one in places}
    return levels_of(+Counter(left))


def _received(given: HandOver | None) -> str:
    """``Keluarga: Budi, 22-11-2026``."""
    if given is None:
        return ""
    body: CardHandedOver = given.body
    year, month, day = given.at[:10].split("-")
    return f"{receiver_words(body.to, body.name)}, {day}-{month}-{year}"
