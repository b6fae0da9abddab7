"""What happens on the page "Cetak". Knows no widget."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from jamsos_desktop.domain.print_settings import Sheet
from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.cards.batch import Cards
from jamsos_desktop.gui.cards.state import Look, State
from jamsos_desktop.gui.people import People
from jamsos_desktop.gui.printing.batch import draw
from jamsos_desktop.gui.printing.events import Events, events_to_choose
from jamsos_desktop.gui.printing.letting_out import LettingOut
from jamsos_desktop.gui.printing.looking import Looking
from jamsos_desktop.gui.printing.sheets import Sheets
from jamsos_desktop.gui.work import Jobs, Running
from jamsos_desktop.i18n import pick
from jamsos_desktop.messages import explain
from jamsos_desktop.printing.preview import PageImage
from jamsos_desktop.services import card_look, find, print_cards
from jamsos_desktop.services.choose_people import Place, choose, places_of
from jamsos_desktop.services.desk import Desk


class View(Protocol):
    """What the presenter needs of the page."""

    def display(self, state: State) -> None:
        """Show this and nothing else."""

    def show_sheet(self, image: PageImage | None) -> None:
        """Show a sheet's picture, or none."""


class _Chosen(NamedTuple):
    events: Events
    cards: Cards
    enrolled: int
    places: tuple[Place, ...]
    reprints: int
    left_out: int = 0  # they get no card


class CardsPresenter:
    """Chooses cards and lets them out; a printed card counts only when a person saw it."""

    def __init__(
        self, view: View, jobs: Jobs, desk: Desk, on_done: Callable[[str], object]
    ) -> None:
        """``on_done`` is told in words what went out."""
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._on_done = on_done
        self._state = State()
        self._cards = Cards()
        self._choosing: Running | None = None
        self.looking = Looking(jobs, self._drawing, view.show_sheet, self._show)
        self.out = LettingOut(jobs, desk, self._show, self._on_out)

    # Choosing

    def refresh(self) -> None:
        """Look again: the page is shown, and other pages may have changed what there is."""
        if not self._state.busy():
            self._choose()

    def choose_event(self, event_id: str) -> None:
        """Cards of another event."""
        self._choose(event_id=event_id, people=self._state.people.of_another_event())

    def choose_people(self, people: People) -> None:
        """Cards of these people of the event, or of a selection."""
        self._choose(people=people)

    def take_over(self, record_ids: Sequence[str]) -> None:
        """Cards of these people, whatever their event."""
        if not self._state.busy():
            self._choose(people=People("handed", only_new=False, handed=tuple(record_ids)))

    def tell_reason(self, reprint: Reprint) -> None:
        """Why cards are printed that somebody has already."""
        self._show(reprint=reprint)

    def choose_design(self, design: str) -> None:
        """Cards of another design, from now on."""
        self._choose_look(partial(card_look.choose_look, self._desk, design=design))

    def choose_sheet(self, sheet: Sheet) -> None:
        """Other sheets, from now on."""
        self._choose_look(partial(card_look.choose_look, self._desk, sheet=sheet))

    def choose_photo(self, photo: bool) -> None:
        """With photos or without, from now on."""
        self._choose_look(partial(card_look.choose_look, self._desk, photo=photo))

    def _choose_look(self, work: Callable[[], object]) -> None:
        if not self._state.busy():
            self._jobs.start(work, self._on_look, self.fail)

    def _on_look(self, _settings: object) -> None:
        self.refresh()

    def _choose(self, **changes: object) -> None:
        if self._choosing is not None:
            self._choosing.cancel()
        self._show(error=None, **changes)
        work = partial(_choose, self._desk, self._state.event_id, self._state.people)
        self._choosing = self._jobs.start(work, self._on_chosen, self._on_unclear)

    def _on_chosen(self, chosen: _Chosen) -> None:
        cards = chosen.cards
        self.looking.begin(cards.pages, same=cards.record_ids == self._cards.record_ids)
        self._cards = cards
        self._show(
            loaded=True,
            events=chosen.events.lines,
            event_id=chosen.events.chosen,
            cards=len(cards.record_ids),
            enrolled=chosen.enrolled,
            left_out=chosen.left_out,
            look=cards.look,
            places=chosen.places,
            reprints=chosen.reprints,
            page=self.looking.page,
        )
        self.looking.draw()

    def _on_unclear(self, error: UserError) -> None:
        self._cards = Cards(look=self._state.look)
        self.looking.begin(0, same=False)
        self._show(cards=0, reprints=0, page=0, error=explain(error))
        self.looking.draw()

    def _drawing(self, page: int, dpi: float) -> Callable[[], PageImage] | None:
        return partial(draw, self._desk, self._cards, page, dpi) if self._cards.pages else None

    # Letting out

    def file_name(self) -> str:
        """What the PDF is called unless somebody says otherwise."""
        day = self._desk.clock().date()
        return f"kartu-{self._state.cards}-{day:%Y%m%d}.pdf"

    def save(self, target: Path) -> None:
        """Write the chosen cards into a PDF. An existing file stays as it is."""
        if not self._state.why_not():
            self.out.save(self._cards, target, self._state.reprint)

    def print_on(self, sheets: Sheets) -> None:
        """Send the chosen cards, or once more those that are asked about, to the printer."""
        cards = None if self._state.why_not() else self._cards
        self.out.print_on(sheets, cards, self._state.reprint)

    def fail(self, error: UserError) -> None:
        """Say what the page itself met (no printer)."""
        self._show(error=explain(error))

    def _on_out(self, said: str) -> None:
        self._on_done(said)
        self._choose()

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self._view.display(self._state)


def _choose(desk: Desk, event_id: str, people: People) -> _Chosen:
    events = events_to_choose(desk, event_id)
    event_id = events.chosen
    sure = (event_id or people.part == "handed") and not people.missing()
    chosen = choose(desk, event_id, people.which("card")) if sure else []
    ids = print_cards.with_card(desk, chosen)
    return _Chosen(
        events,
        Cards(tuple(ids), _look(desk)),
        find.count_participants(desk, event_id) if event_id else 0,
        tuple(places_of(desk, event_id)) if event_id else (),
        len(print_cards.reprints(desk, ids)),
        _left_out(desk, people, len(chosen) - len(ids)),
    )


def _left_out(desk: Desk, people: People, refused: int) -> int:
    """How many get no card; of a selection also those who are voided or withdrawn."""
    if people.part != "handed":
        return refused
    return len(people.handed) - len(print_cards.with_card(desk, people.handed))


def _look(desk: Desk) -> Look:
    settings = card_look.print_settings(desk)
    return Look(
        designs=tuple(
            (key, pick(title)) for key, title in card_look.design_titles(settings).items()
        ),
        design=settings.design,
        sides=2 if card_look.is_two_sided(settings) else 1,
        sheet=settings.sheet,
        photo=settings.photo,
    )
