"""What the worker makes of a choice: whole lists, or papers of people piece by piece. No Qt."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.papers.documents import DOCUMENTS, Kind
from jamsos_desktop.gui.papers.state import Options
from jamsos_desktop.gui.printing.batch import Batch, Piece, Saved, Work, piece_for, saved_as, whole
from jamsos_desktop.gui.printing.events import Events, events_to_choose
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.printing.preview import page_size
from jamsos_desktop.services import (
    attendance,
    choose_people,
    papers_of_event,
    print_cards,
    print_papers,
)
from jamsos_desktop.services.choose_people import Place
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.paper_forms import BoardForm, Form, ReceiptForm, print_form


class OfPeople(NamedTuple):
    """Papers of people, drawn when they are wanted."""

    form: Form
    record_ids: tuple[str, ...]

    @property
    def pages(self) -> int:
        return -(-len(self.record_ids) // self.form.people) * self.form.pages

    @property
    def sheets(self) -> int:
        return self.pages

    @property
    def asked(self) -> int:
        return self.pages

    @property
    def nothing_counts(self) -> str:
        return _("Tidak ada yang ditandai tercetak.")

    def people_at(self, page: int) -> tuple[str, ...]:
        """Who is on this page."""
        first = page // self.form.pages * self.form.people
        return self.record_ids[first : first + self.form.people]

    def at(self, desk: Desk, page: int) -> tuple[bytes, int]:
        paper = print_form(desk, self.form, self.people_at(page))
        return paper.pdf, page % self.form.pages

    def pieces(self, desk: Desk, printer: str) -> Iterator[Piece]:
        for page in range(0, self.pages, self.form.pages):
            yield piece_for(desk, printer, self.at(desk, page)[0], self.form.pages)

    def on_sheets(self, sheets: Sequence[int]) -> "OfPeople":
        there = {sheet - 1 for sheet in sheets}
        firsts = range(0, self.pages, self.form.pages)
        whole = (one for one in firsts if there.issuperset(range(one, one + self.form.pages)))
        return self._replace(record_ids=tuple(who for one in whole for who in self.people_at(one)))

    def save(self, desk: Desk, target: Path, reprint: Reprint, work: Work) -> Saved:
        paper = print_form(desk, self.form, self.record_ids, *work)
        return saved_as(print_papers.save_paper(desk, paper, target, reprint))

    def journal(self, desk: Desk, reprint: Reprint) -> str:
        kind = self.form.kind
        paper = print_papers.Paper(b"", kind, self.record_ids)
        print_papers.journal_paper(desk, paper, "printer", reprint)
        document, count = _(DOCUMENTS[kind].title), len(self.record_ids)
        return _("{document}: {count} tercetak", document=document, count=count)


class Answer(NamedTuple):
    """A document with everything that is shown beside it; ``made`` is None where it is empty."""

    events: Events
    made: Batch | None
    languages: tuple[tuple[str, str], ...]
    places: tuple[Place, ...] = ()
    size: tuple[float, float] = (210.0, 297.0)
    again: int = 0
    left_out: int = 0
    all_have_it: bool = False
    problem: tuple[str, str] = ("", "")


def make(desk: Desk, event_id: str, kind: Kind, options: Options) -> Answer:
    """The document of an event; of today's where this one is not known."""
    events = events_to_choose(desk, event_id)
    event_id = events.chosen
    answer = Answer(events, None, tuple(print_papers.leaflet_languages(desk).items()))
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
    return answer._replace(made=whole(_(DOCUMENTS[kind].title), pdf), size=page_size(pdf, 0))


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
    event_id = answer.events.chosen
    people, paper = options.people, DOCUMENTS[kind].about
    answer = answer._replace(places=tuple(choose_people.places_of(desk, event_id)))
    if missing := people.missing():
        return answer._replace(problem=(missing, ""))
    try:
        ids = tuple(choose_people.choose(desk, event_id, people.which(paper)))
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
        have = people.only_new and choose_people.choose(desk, event_id, all_of_them)
        return answer._replace(left_out=left_out, all_have_it=bool(have))
    form: Form = ReceiptForm(options.receipt)
    if kind == "board":
        form = BoardForm(options.board, options.tiled, options.called)
    again = 0 if people.only_new else print_papers.count_again(desk, ids, form.kind)
    made = OfPeople(form, ids)
    size = page_size(made.at(desk, 0)[0], 0)
    return answer._replace(made=made, size=size, again=again, left_out=left_out)
