"""What the worker makes of a choice: whole lists, or papers of people piece by piece. No Qt."""

import math
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from jamsos_desktop.domain.calibration import TRUE
from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.errors import Cancelled, UserError
from jamsos_desktop.gui.cards.state import EventLine
from jamsos_desktop.gui.papers.documents import DOCUMENTS, Kind
from jamsos_desktop.gui.papers.state import Options
from jamsos_desktop.gui.printing.sheets import PRINT_DPI, Sheets
from jamsos_desktop.messages import explain
from jamsos_desktop.printing.preview import PageImage, count_pages, page_image, page_size
from jamsos_desktop.services import (
    attendance,
    card_look,
    choose_people,
    papers_of_event,
    plan,
    print_cards,
    print_papers,
)
from jamsos_desktop.services.choose_people import Place
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.paper_forms import BoardForm, Form, ReceiptForm, print_form
from jamsos_desktop.services.progress import CancelToken, Report

_MOST_PIXELS = 18e6  # of a page on its way to the printer: A3 at 300 dpi, 72 MB
_INCH = 25.4  # mm


class Made(Protocol):
    """A document: its pages one at a time, and how it gets into a file."""

    @property
    def pages(self) -> int:
        """How many there are."""

    def pieces(self, desk: Desk) -> Iterator[tuple[bytes, int]]:
        """The PDF of each piece, and how many pages it has."""

    def at(self, desk: Desk, page: int) -> tuple[bytes, int]:
        """The PDF that has this page, and which of its pages it is."""

    def save(self, desk: Desk, target: Path, reprint: Reprint, work: "Work") -> Path:
        """Write all of it. Raises what writing can raise."""


class Work(NamedTuple):
    """How far it is, and whether to stop."""

    report: Report
    cancel: CancelToken


class Whole(NamedTuple):
    """A paper of the event, made at once: what is looked at is what is printed and saved."""

    pdf: bytes
    pages: int

    def pieces(self, _desk: Desk) -> Iterator[tuple[bytes, int]]:
        yield self.pdf, self.pages

    def at(self, _desk: Desk, page: int) -> tuple[bytes, int]:
        return self.pdf, page

    def save(self, _desk: Desk, target: Path, _reprint: Reprint, _work: Work) -> Path:
        return papers_of_event.save_paper(self.pdf, target)


class Batch(NamedTuple):
    """Papers of people, drawn when they are wanted."""

    form: Form
    record_ids: tuple[str, ...]

    @property
    def pages(self) -> int:
        return -(-len(self.record_ids) // self.form.people) * self.form.pages

    def people_at(self, page: int) -> tuple[str, ...]:
        """Who is on this page."""
        first = page // self.form.pages * self.form.people
        return self.record_ids[first : first + self.form.people]

    def people_on(self, pages: Collection[int]) -> tuple[str, ...]:
        """Whose papers are whole on these pages."""
        firsts = range(0, self.pages, self.form.pages)
        whole = (one for one in firsts if set(range(one, one + self.form.pages)) <= set(pages))
        return tuple(person for first in whole for person in self.people_at(first))

    def pieces(self, desk: Desk) -> Iterator[tuple[bytes, int]]:
        for page in range(0, self.pages, self.form.pages):
            yield self.at(desk, page)[0], self.form.pages

    def at(self, desk: Desk, page: int) -> tuple[bytes, int]:
        paper = print_form(desk, self.form, self.people_at(page))
        return paper.pdf, page % self.form.pages

    def save(self, desk: Desk, target: Path, reprint: Reprint, work: Work) -> Path:
        paper = print_form(desk, self.form, self.record_ids, work.report, work.cancel)
        return print_papers.save_paper(desk, paper, target, reprint)


class Answer(NamedTuple):
    """A document with everything that is shown beside it; ``made`` is None where it is empty."""

    events: tuple[EventLine, ...]
    event_id: str
    made: Made | None
    languages: tuple[tuple[str, str], ...]
    places: tuple[Place, ...] = ()
    size: tuple[float, float] = (210.0, 297.0)
    again: int = 0
    left_out: int = 0
    all_have_it: bool = False
    problem: tuple[str, str] = ("", "")


def make(desk: Desk, event_id: str, kind: Kind, options: Options) -> Answer:
    """The document of an event; of today's where this one is not known."""
    known = plan.events(desk)
    if event_id not in dict(known):
        today = plan.todays_event(desk)
        event_id = today[0] if today else ""
    lines = tuple(
        EventLine(key, event.name, f"{event.date:%d-%m-%Y}, {event.place}") for key, event in known
    )
    languages = tuple(print_papers.leaflet_languages().items())
    answer = Answer(lines, event_id, None, languages)
    if not event_id:
        return answer
    if DOCUMENTS[kind].about:
        return _about_people(desk, answer, kind, options)
    if kind == "unregistered":
        places = papers_of_event.places_of_unregistered(desk, event_id)
        answer = answer._replace(places=tuple(places))
    pdf = _whole(desk, event_id, kind, options)
    if not pdf:
        return answer
    return answer._replace(made=Whole(pdf, count_pages(pdf)), size=page_size(pdf, 0))


def _whole(desk: Desk, event_id: str, kind: Kind, options: Options) -> bytes:
    """The list's bytes; none where nobody would be on it, which is no error here."""
    try:
        match kind:
            case "minutes":
                return papers_of_event.minutes(desk, event_id)
            case "balance":
                return papers_of_event.balance_sheet(desk, event_id)
            case "attendance":
                return attendance.attendance_list(desk, event_id)
            case "leaflet":
                return print_papers.print_leaflet(desk, options.language, event_id).pdf
            case _:
                village, rw, rt = options.place
                return papers_of_event.unregistered(desk, event_id, village, rt, rw)
    except UserError as error:
        if error.code != "paper_empty":
            raise
        return b""


def _about_people(desk: Desk, answer: Answer, kind: Kind, options: Options) -> Answer:
    people, paper = options.people, DOCUMENTS[kind].about
    answer = answer._replace(places=tuple(choose_people.places_of(desk, answer.event_id)))
    if missing := people.missing():
        return answer._replace(problem=(missing, ""))
    try:
        ids = tuple(choose_people.choose(desk, answer.event_id, people.which(paper)))
    except UserError as error:
        if error.code != "range_unclear":
            raise
        said = explain(error)
        return answer._replace(problem=(said.what, said.todo))
    left_out = 0
    if people.part == "handed":
        left_out = len(people.handed) - len(print_cards.printable(desk, people.handed))
    if not ids:
        all_of_them = people.which("")
        have = people.only_new and choose_people.choose(desk, answer.event_id, all_of_them)
        return answer._replace(left_out=left_out, all_have_it=bool(have))
    form: Form = ReceiptForm(options.receipt)
    if kind == "board":
        form = BoardForm(options.board, options.tiled, options.called)
    again = 0 if people.only_new else print_papers.count_again(desk, ids, form.kind)
    made = Batch(form, ids)
    size = page_size(made.at(desk, 0)[0], 0)
    return answer._replace(made=made, size=size, again=again, left_out=left_out)


def draw(desk: Desk, made: Made, page: int, dpi: float) -> PageImage:
    """The picture of a page."""
    pdf, place = made.at(desk, page)
    return page_image(pdf, place, dpi)


def print_all(desk: Desk, made: Made, sheets: Sheets, report: Report, cancel: CancelToken) -> bool:
    """Page by page, so that any number of people needs the memory of one piece.

    Upright pages are put right by what was measured on the printer. How its driver turns lying ones
    is not known, so they go as they are.
    """
    measured, done = card_look.print_settings(desk).calibration_of(sheets.name), 0
    try:
        for pdf, pages in made.pieces(desk):
            size = page_size(pdf, 0)
            dpi, right = print_dpi(size), measured if size[0] <= size[1] else TRUE
            for page in range(pages):
                cancel.check()
                sheets.add(page_image(pdf, page, dpi), dpi, right)
                done += 1
                report(done, made.pages)
        sheets.finish()
    except (Cancelled, UserError):
        sheets.abort()
        raise
    return True


def print_dpi(size: tuple[float, float]) -> float:
    """How fine a page of this size (mm) goes to the printer: large ones are seen from afar."""
    square_inches = size[0] * size[1] / _INCH**2
    return min(PRINT_DPI, round(math.sqrt(_MOST_PIXELS / square_inches)))
