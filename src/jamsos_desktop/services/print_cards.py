"""Cards: choose people, look at the sheet, save or print it, journal every card that went out."""

import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.bundle.safe_write import SafeWriter
from jamsos_desktop.domain import nik
from jamsos_desktop.domain.activities import CardPrinted
from jamsos_desktop.domain.card import CardContent, make_card
from jamsos_desktop.domain.certificate import Certificate
from jamsos_desktop.domain.people_choice import Which
from jamsos_desktop.domain.records import CommunityEvent, Participant, Programme
from jamsos_desktop.domain.region import short_name
from jamsos_desktop.domain.reprint import NOW_ACTIVE, Reprint, checked
from jamsos_desktop.errors import UserError
from jamsos_desktop.printing.card_code import CodeFields, short_event, sign_code
from jamsos_desktop.printing.card_design import PrintedCard
from jamsos_desktop.printing.cards import write_card_sheet
from jamsos_desktop.printing.pictures import PictureData, read_picture
from jamsos_desktop.services.card_look import look_of
from jamsos_desktop.services.choose_people import choose
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.services.reference import in_force, regions
from jamsos_desktop.storage import facts, journal, media, records
from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.card_prints import count_cards, kpj_numbers, with_active_card
from jamsos_desktop.storage.models import participant
from jamsos_desktop.storage.pieces import in_pieces
from jamsos_desktop.storage.revoked import HAS_CARD


class PrintedSheet(NamedTuple):
    """A PDF of cards that was saved and read back."""

    path: Path
    cards: int
    left_out: int = 0  # who was asked for, but their card would be revoked already


def choose_cards(desk: Desk, event_id: str, *, not_printed: bool = False) -> list[str]:
    """The participants of an event who count, in the order in which cards are handed over.

    With ``not_printed`` only those who have no card yet.
    """
    return choose(desk, event_id, Which(not_printed="card" if not_printed else ""))


def printable(desk: Desk, record_ids: Sequence[str]) -> list[str]:
    """Of these participants those for whom papers may be printed: they still count."""
    return _those(desk, record_ids, COUNTS)


def with_card(desk: Desk, record_ids: Sequence[str]) -> list[str]:
    """Of these participants those for whom a card may be printed: none that is revoked already."""
    return _those(desk, record_ids, HAS_CARD)


def preview_cards(desk: Desk, record_ids: Sequence[str], printer: str = "") -> bytes:
    """The PDF of these cards, in memory only: looking at it prints nothing.

    With the name of a ``printer`` it is put right for that one. Raises ``template_…``.
    """
    sheet = io.BytesIO()
    with desk.database.reading() as connection:
        settings = facts.read_print_settings(connection)
        cards = _cards(desk, connection, record_ids, photos=settings.photo)
        write_card_sheet(cards, sheet, look_of(settings, printer), total=len(record_ids))
    return sheet.getvalue()


def save_cards(
    desk: Desk,
    record_ids: Sequence[str],
    target: Path,
    report: Report = silent,
    cancel: CancelToken | None = None,
    *,
    printer: str = "",
    reprint: Reprint | None = None,
) -> PrintedSheet:
    """Write the PDF to ``target`` (never over an existing file) and journal each card.

    With the name of a ``printer`` the PDF is put right for that one. ``reprint`` says why those are
    printed whom :func:`reprints` names. Cards of people who are active by BPJS's answer say so.

    Who is voided, withdrawn, a duplicate or refused gets no card; the sheet says how many they are.
    Raises ``no_cards``, ``cards_left_out``, ``reprint_reason_missing``, ``template_…`` and what
    writing can raise; then no file is left and nothing is journalled.
    """
    if not record_ids:
        raise UserError("no_cards")
    asked = len(record_ids)
    record_ids = with_card(desk, record_ids)
    if not record_ids:
        raise UserError("cards_left_out", count=asked)
    if reprints(desk, record_ids):
        checked(reprint or Reprint())
    with SafeWriter(target) as file, desk.database.reading() as connection:
        settings = facts.read_print_settings(connection)
        cards = _cards(desk, connection, record_ids, photos=settings.photo)
        count = write_card_sheet(
            cards,
            file,
            look_of(settings, printer),
            total=len(record_ids),
            report=report,
            check_cancelled=cancel.check if cancel else None,
        )
        written = file.commit()
    journal_prints(desk, record_ids, "file", reprint)
    return PrintedSheet(written.path, count, asked - len(record_ids))


def reprints(desk: Desk, record_ids: Sequence[str]) -> list[str]:
    """Of these participants those who have this card already: printing it wants a reason.

    The first card of somebody who became active since the last one needs none.
    """
    with desk.database.reading() as connection:
        copies = count_cards(connection, record_ids)
        again = [record_id for record_id in record_ids if copies.get(record_id)]
        active = kpj_numbers(connection, again)
        have_card = with_active_card(connection, again, active)
    return [one for one in again if one not in active or one in have_card]


def journal_prints(
    desk: Desk,
    record_ids: Sequence[str],
    to: Literal["printer", "file"],
    reprint: Reprint | None = None,
) -> None:
    """Journal that these cards went out, each with its copy number, and why it was not the first.

    Raises ``reprint_reason_missing``.
    """
    with desk.database.writing() as connection:
        copies = count_cards(connection, record_ids)
        active, have_card = kpj_numbers(connection, record_ids), set[str]()
        if any(copies.values()):
            have_card = with_active_card(connection, record_ids, active)
        news = []
        for record_id in record_ids:
            copies[record_id] = copies.get(record_id, 0) + 1
            why = Reprint()
            if copies[record_id] > 1:
                new = record_id in active and record_id not in have_card
                why = Reprint(NOW_ACTIVE) if new else checked(reprint or Reprint())
            body = CardPrinted(
                to=to,
                copy=copies[record_id],
                reason=why.reason,
                note=why.note,
                active=record_id in active,
                number=active.get(record_id, ""),
            )
            news.append(journal.New(record_id, body))
        journal.append(connection, desk.author, desk.clock(), news)


class _Signer(NamedTuple):
    """What signs a card's code."""

    key: str
    certificate: Certificate

    def code(self, person: Participant, event: CommunityEvent) -> str:
        """The text of the QR code of this person's card."""
        number, event_id = person.number, short_event(person.event_id)
        return sign_code(
            CodeFields(number=number, event=event_id, date=event.date), self.key, self.certificate
        )


def _signer(desk: Desk, connection: sa.Connection) -> _Signer:
    here = desk.installation
    certificate = Certificate(
        station_id=here.station_id,
        code=here.code,
        public_key=here.public_key,
        practice=here.practice,
        signature=here.certificate,
    )
    return _Signer(facts.read_secrets(connection).signing_key, certificate)


def _cards(
    desk: Desk, connection: sa.Connection, record_ids: Sequence[str], *, photos: bool
) -> Iterator[PrintedCard]:
    """The cards one by one; the journal is asked for some hundred people at once."""
    signer = _signer(desk, connection)
    events = dict(records.all_of(connection, CommunityEvent))
    programmes = dict(records.all_of(connection, Programme))
    copies: Counter[str] = Counter()
    for piece in in_pieces(record_ids):
        people = records.get_many(connection, piece)
        numbers = kpj_numbers(connection, piece)
        before = count_cards(connection, piece)
        for record_id in piece:
            person = _participant(people, record_id)
            event = events[person.event_id]
            content = card_content(
                desk, person, event, programmes[person.programme_id], desk.officer.name
            )
            content = msgspec.structs.replace(content, kpj=numbers.get(record_id, ""))
            photo = _photo(connection, person.photo) if photos else None
            copies[record_id] += 1
            copy = before.get(record_id, 0) + copies[record_id]
            yield PrintedCard(content, signer.code(person, event), photo, copy)


def _participant(people: Mapping[str, records.Stored], record_id: str) -> Participant:
    stored = people.get(record_id)
    if stored is None or not isinstance(stored.body, Participant):
        raise UserError("participant_unknown")
    return stored.body


def card_content(
    desk: Desk, person: Participant, event: CommunityEvent, programme: Programme, officer: str
) -> CardContent:
    """What a person's papers say of them, codes turned into names, the NIK masked."""
    return make_card(
        person,
        event,
        programme,
        masked_nik=nik.mask(person.nik),
        village=_village_name(person.village),
        occupation=person.occupation_text or in_force(desk).occupation_name(person.occupation),
        officer=officer,
        practice=desk.installation.practice,
    )


def _photo(connection: sa.Connection, sha256: str) -> PictureData | None:
    """The photo, if one was taken and it is here."""
    found = media.get(connection, sha256) if sha256 else None
    return None if found is None else read_picture(found.data, sha256)


def _village_name(code: str) -> str:
    region = regions().get(code)
    return code if region is None else short_name(region)


def _those(desk: Desk, record_ids: Sequence[str], condition: sa.ColumnElement[bool]) -> list[str]:
    """Those who meet the condition, in their order; who is not known here stays among them."""
    gone: set[str] = set()
    with desk.database.reading() as connection:
        for piece in in_pieces(record_ids):
            query = sa.select(participant.c.record_id).where(
                participant.c.record_id.in_(piece), sa.not_(condition)
            )
            gone.update(connection.scalars(query))
    return [record_id for record_id in record_ids if record_id not in gone]
