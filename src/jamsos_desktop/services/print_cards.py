"""Cards: choose people, look at the sheet, save or print it, journal every card that went out."""

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.bundle.safe_write import SafeWriter
from jamsos_desktop.domain import nik
from jamsos_desktop.domain.activities import CardPrinted
from jamsos_desktop.domain.card import CardContent, make_card
from jamsos_desktop.domain.certificate import Certificate
from jamsos_desktop.domain.records import CommunityEvent, Participant, Programme
from jamsos_desktop.domain.region import short_name
from jamsos_desktop.errors import UserError
from jamsos_desktop.printing.card_code import CodeFields, short_event, sign_code
from jamsos_desktop.printing.card_design import PrintedCard
from jamsos_desktop.printing.cards import write_card_sheet
from jamsos_desktop.printing.pictures import PictureData, read_picture
from jamsos_desktop.services.card_look import look_of
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.known import participant_of
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.services.reference import occupations, regions
from jamsos_desktop.storage import facts, journal, media, records
from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.models import participant

_PIECE = 500
_NO_NUMBERS: Mapping[str, str] = MappingProxyType({})


class PrintedSheet(NamedTuple):
    """A PDF of cards that was saved and read back."""

    path: Path
    cards: int
    left_out: int = 0  # who was asked for, but is voided or has withdrawn consent: no card


def choose_cards(desk: Desk, event_id: str, *, not_printed: bool = False) -> list[str]:
    """The participants of an event in the order of their numbers, whose cards are handed over so.

    With ``not_printed`` only those who have no card yet. Whoever is voided or took their consent
    back is not among them.
    """
    query = sa.select(participant.c.record_id).where(participant.c.event_id == event_id, COUNTS)
    if not_printed:
        query = query.where(participant.c.printed == 0)
    with desk.database.reading() as connection:
        return list(connection.scalars(query.order_by(participant.c.number)))


def printable(desk: Desk, record_ids: Sequence[str]) -> list[str]:
    """Of these participants those for whom a card may be printed: they still count."""
    with desk.database.reading() as connection:
        gone = _gone(connection, record_ids)
    return [record_id for record_id in record_ids if record_id not in gone]


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
    kpj: Mapping[str, str] = _NO_NUMBERS,
) -> PrintedSheet:
    """Write the PDF to ``target`` (never over an existing file) and journal each card.

    With the name of a ``printer`` the PDF is put right for that one. ``kpj`` are the numbers that
    BPJS gave, by registration number: those cards say that their people are active.

    Who is voided or took their consent back gets no card; the sheet says how many they are. Raises
    ``no_cards``, ``cards_left_out``, ``template_…`` and what writing can raise; then no file is
    left and nothing is journalled.
    """
    if not record_ids:
        raise UserError("no_cards")
    asked = len(record_ids)
    record_ids = printable(desk, record_ids)
    if not record_ids:
        raise UserError("cards_left_out", count=asked)
    with SafeWriter(target) as file, desk.database.reading() as connection:
        settings = facts.read_print_settings(connection)
        cards = _cards(desk, connection, record_ids, photos=settings.photo, kpj=kpj)
        count = write_card_sheet(
            cards,
            file,
            look_of(settings, printer),
            total=len(record_ids),
            report=report,
            check_cancelled=cancel.check if cancel else None,
        )
        written = file.commit()
    journal_prints(desk, record_ids, "file")
    return PrintedSheet(written.path, count, asked - len(record_ids))


def journal_prints(desk: Desk, record_ids: Sequence[str], to: Literal["printer", "file"]) -> None:
    """Journal that these cards went out, each with its copy number."""
    with desk.database.writing() as connection:
        copies = _copies(connection, record_ids)
        news = []
        for record_id in record_ids:
            copies[record_id] = copies.get(record_id, 0) + 1
            news.append(journal.New(record_id, CardPrinted(to=to, copy=copies[record_id])))
        journal.append(connection, desk.author, desk.clock(), news)


def _cards(
    desk: Desk,
    connection: sa.Connection,
    record_ids: Sequence[str],
    *,
    photos: bool,
    kpj: Mapping[str, str] = _NO_NUMBERS,
) -> Iterator[PrintedCard]:
    here = desk.installation
    key = facts.read_secrets(connection).signing_key
    certificate = Certificate(
        station_id=here.station_id,
        code=here.code,
        public_key=here.public_key,
        practice=here.practice,
        signature=here.certificate,
    )
    events = dict(records.all_of(connection, CommunityEvent))
    programmes = dict(records.all_of(connection, Programme))
    for record_id in record_ids:
        person = participant_of(connection, record_id).body
        event = events[person.event_id]
        content = card_content(
            desk, person, event, programmes[person.programme_id], desk.officer.name
        )
        fields = CodeFields(
            number=person.number, event=short_event(person.event_id), date=event.date
        )
        content = msgspec.structs.replace(content, kpj=kpj.get(person.number, ""))
        photo = _photo(connection, person.photo) if photos else None
        yield PrintedCard(content, sign_code(fields, key, certificate), photo)


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
        occupation=_occupation_name(person),
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


def _occupation_name(person: Participant) -> str:
    known = occupations().get(person.occupation)
    return person.occupation_text or (known.name if known else person.occupation)


def _gone(connection: sa.Connection, record_ids: Sequence[str]) -> set[str]:
    gone: set[str] = set()
    for start in range(0, len(record_ids), _PIECE):
        piece = record_ids[start : start + _PIECE]
        query = sa.select(participant.c.record_id).where(
            participant.c.record_id.in_(piece), sa.not_(COUNTS)
        )
        gone.update(connection.scalars(query))
    return gone


def _copies(connection: sa.Connection, record_ids: Sequence[str]) -> dict[str, int]:
    copies: dict[str, int] = {}
    for start in range(0, len(record_ids), _PIECE):
        piece = record_ids[start : start + _PIECE]
        rows = connection.execute(
            sa.select(participant.c.record_id, participant.c.printed).where(
                participant.c.record_id.in_(piece)
            )
        )
        copies.update({row[0]: row[1] for row in rows})
    return copies
