"""Papers beside the card: look at them, save or print them, journal what went out.

Each function that prints gives the whole PDF: the window shows its pages, then :func:`save_paper`
writes it to a file, or the window prints it and calls :func:`journal_paper`.
"""

import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeVar

import sqlalchemy as sa

from jamsos_desktop.bundle.safe_write import write_new
from jamsos_desktop.domain import explanation
from jamsos_desktop.domain.activities import PaperKind, PaperPrinted
from jamsos_desktop.domain.card import CardContent, hide_numbers
from jamsos_desktop.domain.dates import short_date
from jamsos_desktop.domain.names import first_name
from jamsos_desktop.domain.records import CommunityEvent, Officer, Participant, Programme
from jamsos_desktop.domain.reprint import FIRST, Reprint, checked
from jamsos_desktop.errors import UserError
from jamsos_desktop.printing.board import Board, BoardSize, write_boards
from jamsos_desktop.printing.leaflet import Leaflet, write_leaflet
from jamsos_desktop.printing.receipt import PaperLook, Receipt, ReceiptKind, write_receipts
from jamsos_desktop.services.card_look import look_of
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.explain import programme_of
from jamsos_desktop.services.known import participant_of
from jamsos_desktop.services.print_cards import card_content, printable
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.services.reference import in_force
from jamsos_desktop.storage import facts, journal, records
from jamsos_desktop.storage.papers import count_papers
from jamsos_desktop.storage.texts import SOURCE

_NO_NAMES: Mapping[str, str] = MappingProxyType({})
_Kind = TypeVar("_Kind", Participant, CommunityEvent, Programme)


class Paper(NamedTuple):
    """A PDF that was drawn and lies in memory. Nothing is journalled yet."""

    pdf: bytes
    kind: PaperKind | Literal["leaflet"]
    record_ids: tuple[str, ...] = ()  # who is on it
    left_out: int = 0  # who was asked for, but is voided or has withdrawn consent


def print_receipts(
    desk: Desk,
    record_ids: Sequence[str],
    kind: ReceiptKind = "a6_4",
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> Paper:
    """The receipts of these people, in their order.

    Raises ``papers_nobody``, ``papers_left_out`` when none of them counts any more,
    ``participant_unknown`` and ``template_…``.
    """
    kept = _who_counts(desk, record_ids)
    sheet = io.BytesIO()
    with desk.database.reading() as connection:
        write_receipts(
            _receipts(desk, connection, kept),
            sheet,
            kind,
            _look(connection),
            total=len(kept),
            report=report,
            check_cancelled=cancel.check if cancel else None,
        )
    return Paper(sheet.getvalue(), "receipt", tuple(kept), len(record_ids) - len(kept))


def print_boards(
    desk: Desk,
    record_ids: Sequence[str],
    size: BoardSize = "a3",
    report: Report = silent,
    cancel: CancelToken | None = None,
    *,
    tiled: bool = False,
    called: Mapping[str, str] = _NO_NAMES,
) -> Paper:
    """The boards for these people's symbolic hand-over; ``tiled`` on sheets of A4.

    ``called`` says by the record what stands on it as the name; who is not in it is called by the
    first name as it was registered. Raises as :func:`print_receipts` does.
    """
    kept = _who_counts(desk, record_ids)
    sheet = io.BytesIO()
    with desk.database.reading() as connection:
        boards = (_board(desk, connection, one, called.get(one, "")) for one in kept)
        write_boards(
            boards,
            sheet,
            size,
            _look(connection),
            tiled=tiled,
            total=len(kept),
            report=report,
            check_cancelled=cancel.check if cancel else None,
        )
    return Paper(sheet.getvalue(), "board", tuple(kept), len(record_ids) - len(kept))


def name_on_board(desk: Desk, record_id: str) -> str:
    """What a person's board calls them unless somebody says otherwise: their first name."""
    with desk.database.reading() as connection:
        return first_name(participant_of(connection, record_id).body.name)


def leaflet_languages(desk: Desk) -> dict[str, str]:
    """The languages of leaflets, each with its own name."""
    return {key: text.name for key, text in in_force(desk).texts.explanation.items()}


def print_leaflet(desk: Desk, language: str = SOURCE, event_id: str = "") -> Paper:
    """The leaflet "Hak Anda" for the programme of an event; of the one of today unless named.

    Raises ``leaflet_language`` with the ``known`` ones, ``reference_invalid`` and ``template_…``.
    """
    leaflet = leaflet_of(desk, language, event_id)
    sheet = io.BytesIO()
    with desk.database.reading() as connection:
        write_leaflet(leaflet, sheet, _look(connection))
    return Paper(sheet.getvalue(), "leaflet")


def leaflet_of(desk: Desk, language: str = SOURCE, event_id: str = "") -> Leaflet:
    """The texts of a leaflet. Raises ``leaflet_language`` and ``reference_invalid``."""
    known = in_force(desk).texts
    text = known.explanation.get(language)
    if text is None:
        raise UserError("leaflet_language", language=language, known=", ".join(known.explanation))
    office = desk.installation.office_name
    pages = explanation.fill(text, known.facts, programme_of(desk, event_id), office)
    return Leaflet(
        language=language,
        sections={section.id: page for section, page in zip(text.section, pages, strict=True)},
        office=office,
        sources=explanation.all_sources(text, known.facts),
        unchecked=text.unchecked,
        practice=desk.installation.practice,
    )


def save_paper(desk: Desk, paper: Paper, target: Path, reprint: Reprint = FIRST) -> Path:
    """Write the PDF (never over an existing file), journal it, and return where it lies.

    Raises ``reprint_reason_missing`` and what writing can raise; then no file is left and nothing
    is journalled.
    """
    if paper.kind == "receipt" and count_again(desk, paper.record_ids, "receipt"):
        checked(reprint)
    written = write_new(target, paper.pdf)
    journal_paper(desk, paper, "file", reprint)
    return written.path


def count_again(desk: Desk, record_ids: Sequence[str], kind: PaperKind) -> int:
    """How many of these people were given such a paper before."""
    with desk.database.reading() as connection:
        before = count_papers(connection, record_ids, kind)
    return sum(before[one] > 0 for one in record_ids)


def journal_paper(
    desk: Desk, paper: Paper, to: Literal["printer", "file"], reprint: Reprint = FIRST
) -> None:
    """Journal for each person on it that this paper went out, with its copy number.

    ``reprint`` says why those get one who had a receipt before; a board needs no reason, and a
    leaflet is about nobody. Raises ``reprint_reason_missing``.
    """
    kind = paper.kind
    if kind == "leaflet":
        return
    with desk.database.writing() as connection:
        before = count_papers(connection, paper.record_ids, kind)
        news = []
        for one in paper.record_ids:
            why = checked(reprint) if before[one] and kind == "receipt" else FIRST
            body = PaperPrinted(
                kind=kind, to=to, copy=before[one] + 1, reason=why.reason, note=why.note
            )
            news.append(journal.New(one, body))
        journal.append(connection, desk.author, desk.clock(), news)


def _who_counts(desk: Desk, record_ids: Sequence[str]) -> list[str]:
    if not record_ids:
        raise UserError("papers_nobody")
    kept = printable(desk, record_ids)
    if not kept:
        raise UserError("papers_left_out", count=len(record_ids))
    return kept


def _look(connection: sa.Connection) -> PaperLook:
    look = look_of(facts.read_print_settings(connection))
    return PaperLook(look.city, look.colours, look.logo, look.own)


def _receipts(
    desk: Desk, connection: sa.Connection, record_ids: Sequence[str]
) -> Iterator[Receipt]:
    officers = {key: officer.name for key, officer in records.all_of(connection, Officer)}
    before = count_papers(connection, record_ids, "receipt")
    for record_id in record_ids:
        at, by = _registered(connection, record_id)
        card = _card(desk, connection, record_id, officers.get(by, ""))
        yield Receipt(card, at, desk.installation.office_name, before[record_id] + 1)


def _board(desk: Desk, connection: sa.Connection, record_id: str, called: str) -> Board:
    card = _card(desk, connection, record_id)
    return Board(
        name=hide_numbers(" ".join(called.split())) or first_name(card.name),
        occupation=card.occupation,
        programme=card.programme,
        event=card.event,
        practice=card.practice,
    )


def _card(desk: Desk, connection: sa.Connection, record_id: str, officer: str = "") -> CardContent:
    person = _body(connection, record_id, Participant)
    event = _body(connection, person.event_id, CommunityEvent)
    programme = _body(connection, person.programme_id, Programme)
    return card_content(desk, person, event, programme, officer)


def _body(connection: sa.Connection, record_id: str, kind: type[_Kind]) -> _Kind:
    stored = records.get(connection, record_id)
    if stored is None or not isinstance(stored.body, kind):
        raise UserError("participant_unknown")
    return stored.body


def _registered(connection: sa.Connection, record_id: str) -> tuple[str, str]:
    """When this person was registered, and the id of who did it."""
    history = journal.history_of(connection, record_id)
    first = next((entry for entry in history if entry.kind == "revision"), None)
    if first is None:
        raise UserError("participant_unknown")
    return _moment(first.recorded_at), first.author_id


def _moment(at: str) -> str:
    when = dt.datetime.fromisoformat(at)
    return f"{short_date(when.date())} {when:%H:%M}"
