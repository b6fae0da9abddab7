"""What happens with the event's papers. Knows no widget."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.papers.documents import Kind
from jamsos_desktop.gui.papers.handing_over import HandingOver
from jamsos_desktop.gui.papers.making import Answer, OfPeople, make
from jamsos_desktop.gui.papers.state import Options, State
from jamsos_desktop.gui.people import People
from jamsos_desktop.gui.printing.batch import Batch, draw
from jamsos_desktop.gui.printing.letting_out import LettingOut
from jamsos_desktop.gui.printing.looking import Looking
from jamsos_desktop.gui.printing.sheets import Sheets
from jamsos_desktop.gui.work import Jobs, Running
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.printing.preview import PageImage
from jamsos_desktop.services.card_verdict import Verdict
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.paper_forms import BoardForm
from jamsos_desktop.services.print_papers import name_on_board


class View(Protocol):
    """What the presenter needs of the page."""

    def display(self, state: State) -> None:
        """Show this and nothing else."""

    def show_sheet(self, image: PageImage | None) -> None:
        """Show a page's picture, or none."""


class _Page(NamedTuple):
    """A page that was drawn, and of a board what it calls its person."""

    image: PageImage
    called: str = ""


class PapersPresenter:
    """Makes a paper; what is looked at is what is printed and saved.

    A paper about people counts as printed only when a person saw it.
    """

    def __init__(
        self, view: View, jobs: Jobs, desk: Desk, on_done: Callable[[str], object]
    ) -> None:
        """``on_done`` is told in words what went out."""
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._on_done = on_done
        self._state = State()
        self._made: Batch | None = None
        self._making: Running | None = None
        self.looking = Looking(jobs, self._drawing, self._on_drawn, self._show)
        self.out = LettingOut(jobs, desk, self._show, self._on_out)
        self.handing = HandingOver(jobs, desk, self._show_handed, self._on_handed)

    # Choosing

    def refresh(self) -> None:
        """Look again: the page is shown, or something changed."""
        if not self._state.busy():
            self._make()

    def choose_event(self, event_id: str) -> None:
        """The papers of another event: other places, and no selection of another page."""
        people = self._state.options.people.of_another_event()
        options = replace(self._state.options, people=people, place=("", "", ""))
        self._choose(event_id=event_id, options=options)

    def choose_document(self, kind: Kind) -> None:
        """Another paper."""
        self._choose(kind=kind)

    def choose(self, options: Options) -> None:
        """Other people, or another form."""
        self._choose(options=options)

    def take_over(self, record_ids: tuple[str, ...]) -> None:
        """Papers for these people, whatever their event; a receipt unless papers are chosen."""
        people = People("handed", only_new=False, handed=record_ids)
        options = replace(self._state.options, people=people)
        kind: Kind = self._state.kind if self._state.document.about else "receipt"
        self._choose(options=options, kind=kind)

    def call(self, name: str) -> None:
        """What the board that is looked at calls its person; empty for the first name."""
        record_id = self._state.person
        others = tuple(pair for pair in self._state.options.called if pair[0] != record_id)
        called = (*others, (record_id, name)) if name.strip() else others
        if record_id:
            self._choose(options=replace(self._state.options, called=called))

    def give_reason(self, reprint: Reprint) -> None:
        """Why receipts are printed once more."""
        self._show(reprint=reprint)

    def _choose(self, **changes: object) -> None:
        if not self._state.busy():
            self._show(success="", warning="", **changes)
            self._make()

    def _make(self) -> None:
        if self._making is not None:
            self._making.cancel()
        self._show(making=True, error=None)
        state = self._state
        work = partial(make, self._desk, state.event_id, state.kind, state.options)
        self._making = self._jobs.start(work, self._on_made, self._on_make_error)

    def _on_made(self, answer: Answer) -> None:
        made = answer.made
        pages = made.pages if made else 0
        self.looking.begin(pages, same=made == self._made or _same_people(made, self._made))
        self._made = made
        self._show(
            loaded=True,
            making=False,
            events=answer.events.lines,
            event_id=answer.events.chosen,
            languages=answer.languages,
            places=answer.places,
            size=answer.size,
            count=len(made.record_ids) if isinstance(made, OfPeople) else 0,
            again=answer.again,
            left_out=answer.left_out,
            all_have_it=answer.all_have_it,
            problem=answer.problem,
            pages=pages,
            page=self.looking.page,
        )
        self.looking.draw()

    def _on_make_error(self, error: UserError) -> None:
        self._made = None
        self.looking.begin(0, same=False)
        self._show(loaded=True, making=False, pages=0, page=0, error=explain(error))
        self.looking.draw()

    # Looking, and letting out

    def _drawing(self, page: int, dpi: float) -> Callable[[], _Page] | None:
        made = self._made
        person = _whose_board(made, page)
        if person != self._state.person:
            self._show(person=person, called="")
        return partial(_draw, self._desk, made, page, dpi) if made else None

    def _on_drawn(self, page: _Page | None) -> None:
        if page is not None:
            self._show(called=page.called)
        self._view.show_sheet(page.image if page else None)

    def file_name(self) -> str:
        """What the PDF is called unless somebody says otherwise."""
        day = self._desk.clock().date()
        return f"{self._state.document.file}-{day:%Y%m%d}.pdf"

    def save(self, target: Path) -> None:
        """Write the paper into a PDF. An existing file stays as it is."""
        if self._made is not None and not self._state.why_not():
            self.out.save(self._made, target, self._state.reprint)

    def print_on(self, sheets: Sheets) -> None:
        """Send the paper, or once more what is asked about, to the printer."""
        made = None if self._state.why_not() else self._made
        self.out.print_on(sheets, made, self._state.reprint)

    def fail(self, error: UserError) -> None:
        """Say what the page itself met (no printer)."""
        self._show(error=explain(error))

    def _on_out(self, said: str) -> None:
        self._on_done(said)
        self._make()

    # Handing cards over

    def _show_handed(self, answer: Verdict | None) -> None:
        self._show(handed=answer)

    def _on_handed(self, number: str) -> None:
        self._on_done(_("{number} diserahkan", number=number))
        self.refresh()

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self._view.display(self._state)


def _same_people(made: Batch | None, before: Batch | None) -> bool:
    """Only the form changed, and what stands on a page did not: whoever is looked at stays."""
    if not isinstance(made, OfPeople) or not isinstance(before, OfPeople):
        return False
    here, there = made.form, before.form
    same_form = (here.people, here.pages) == (there.people, there.pages)
    return same_form and made.record_ids == before.record_ids


def _whose_board(made: Batch | None, page: int) -> str:
    """The person of the board that has this page; empty where it is no board."""
    if not isinstance(made, OfPeople) or not isinstance(made.form, BoardForm):
        return ""
    return made.people_at(page)[0]


def _draw(desk: Desk, made: Batch, page: int, dpi: float) -> _Page:
    image, person = draw(desk, made, page, dpi), _whose_board(made, page)
    if not person or not isinstance(made, OfPeople) or not isinstance(made.form, BoardForm):
        return _Page(image)
    return _Page(image, dict(made.form.called).get(person) or name_on_board(desk, person))
