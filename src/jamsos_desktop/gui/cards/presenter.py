"""What happens on the page "Cetak". Knows no widget."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from jamsos_desktop.domain.calibration import TRUE
from jamsos_desktop.domain.print_settings import Sheet
from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.domain.sheets import read_sheets
from jamsos_desktop.errors import Cancelled, UserError
from jamsos_desktop.gui.cards.state import EventLine, Look, State
from jamsos_desktop.gui.people import People
from jamsos_desktop.gui.printing.sheets import PRINT_DPI, Sheets
from jamsos_desktop.gui.work import Jobs, Progress, Running, stoppable
from jamsos_desktop.i18n import _, pick
from jamsos_desktop.messages import explain
from jamsos_desktop.printing.preview import PageImage, page_image
from jamsos_desktop.services import card_look, find, plan, print_cards
from jamsos_desktop.services.choose_people import Place, choose, places_of
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.progress import CancelToken, Report


class View(Protocol):
    """What the presenter needs of the page."""

    def display(self, state: State) -> None:
        """Show this and nothing else."""

    def show_sheet(self, image: PageImage | None) -> None:
        """Show a sheet's picture, or none."""


class _Chosen(NamedTuple):
    events: tuple[EventLine, ...]
    event_id: str
    ids: list[str]
    enrolled: int
    look: Look
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
        self._ids: list[str] = []
        self._asked: list[str] = []
        self._dpi = 0.0
        self._choosing: Running | None = None
        self._drawing: Running | None = None
        self._stop = CancelToken()

    # Choosing

    def refresh(self) -> None:
        """Look again: the page is shown, and other pages may have changed what there is."""
        state = self._state
        if state.progress is None and not state.asked:
            self._choose(state.event_id, state.people)

    def choose_event(self, event_id: str) -> None:
        """Cards of another event."""
        people = self._state.people
        if people.part in ("handed", "place"):
            people = replace(people, part="event")
        self._choose(event_id, people)

    def choose_people(self, people: People) -> None:
        """Cards of these people of the event, or of a selection."""
        self._choose(self._state.event_id, people)

    def take_over(self, record_ids: Sequence[str]) -> None:
        """Cards of these people, whatever their event."""
        if self._state.progress is None and not self._state.asked:
            people = People("handed", only_new=False, handed=tuple(record_ids))
            self._choose(self._state.event_id, people)

    def tell_reason(self, reprint: Reprint) -> None:
        """Why cards are printed that somebody has already."""
        self._show(replace(self._state, reprint=reprint))

    def _choose(self, event_id: str, people: People) -> None:
        if self._choosing is not None:
            self._choosing.cancel()
        self._show(replace(self._state, event_id=event_id, people=people, error=None))
        work = partial(_choose, self._desk, event_id, people)
        self._choosing = self._jobs.start(work, self._on_chosen, self._on_unclear)

    def _on_chosen(self, chosen: _Chosen) -> None:
        same = chosen.ids == self._ids
        self._ids = chosen.ids
        state = replace(
            self._state,
            loaded=True,
            events=chosen.events,
            event_id=chosen.event_id,
            cards=len(chosen.ids),
            enrolled=chosen.enrolled,
            left_out=chosen.left_out,
            look=chosen.look,
            places=chosen.places,
            reprints=chosen.reprints,
        )
        self._show(replace(state, page=min(state.page, max(state.pages - 1, 0)) if same else 0))
        self._draw()

    def _on_unclear(self, error: UserError) -> None:
        self._ids = []
        self._show(replace(self._state, cards=0, reprints=0, error=explain(error)))
        self._draw()

    # Looking

    def show_at(self, dpi: float) -> None:
        """Draw sheets this fine from now on."""
        if dpi != self._dpi:
            self._dpi = dpi
            self._draw()

    def go_to_page(self, page: int) -> None:
        """Another side of a sheet, counted from 0."""
        page = min(max(page, 0), max(self._state.pages - 1, 0))
        if page != self._state.page:
            self._show(replace(self._state, page=page))
            self._draw()

    def choose_design(self, design: str) -> None:
        """Cards of another design, from now on."""
        self._choose_look(partial(card_look.choose_look, self._desk, design=design))

    def choose_sheet(self, sheet: Sheet) -> None:
        """Other sheets, from now on."""
        self._choose_look(partial(card_look.choose_look, self._desk, sheet=sheet))

    def choose_photo(self, *, photo: bool) -> None:
        """With photos or without, from now on."""
        self._choose_look(partial(card_look.choose_look, self._desk, photo=photo))

    def _choose_look(self, work: Callable[[], object]) -> None:
        if not (self._state.progress or self._state.asked):
            self._jobs.start(work, self._on_look, self._on_error)

    def _on_look(self, _settings: object) -> None:
        self.refresh()

    def _draw(self) -> None:
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None
        look = self._state.look
        sheet, side = divmod(self._state.page, look.sides)
        ids = self._ids[sheet * look.on_sheet : (sheet + 1) * look.on_sheet]
        if not ids:
            self._view.show_sheet(None)
        elif self._dpi:
            work = partial(_draw, self._desk, ids, side, self._dpi)
            self._drawing = self._jobs.start(work, self._view.show_sheet, self._on_error)

    # Letting out

    def save(self, target: Path) -> None:
        """Write the chosen cards into a PDF. An existing file stays as it is."""
        if self._state.why_not():
            return
        if target.suffix.lower() != ".pdf":
            target = target.with_name(f"{target.name}.pdf")
        ids = list(self._ids)
        self._begin(_("Menulis PDF…"), len(ids))
        reprint = self._state.reprint
        save = partial(print_cards.save_cards, self._desk, ids, target, reprint=reprint)
        work = stoppable(save, self._stop)
        self._jobs.start_long(work, self._on_saved, self._on_long_error, self._on_progress)

    def print_on(self, sheets: Sheets) -> None:
        """Send the chosen cards, or once more those that are asked about, to the printer."""
        ids = self._asked or list(self._ids)
        refused = "" if self._asked else self._state.why_not()
        if self._state.progress is not None or not ids or refused:
            return
        self._asked = ids
        self._begin(_("Mengirim ke printer…"), len(ids))
        work = stoppable(partial(_print, self._desk, ids, self._state.look, sheets), self._stop)
        self._jobs.start_long(work, self._on_printed, self._on_print_error, self._on_progress)

    def stop(self) -> None:
        """Ask the long work to stop; its answer says whether it still could."""
        progress = self._state.progress
        if progress is not None:
            self._stop.cancel()
            self._show(replace(self._state, progress=replace(progress, doing=_("Menghentikan…"))))

    def answer(self, *, well: bool) -> None:
        """Whether the printed cards came out well. Only a yes is journalled."""
        if well:
            self._journal(self._asked)
        else:
            self._asked = []
            self._show(replace(self._state, asked=0, warning=_not_marked()))

    def answer_some(self, sheets: str) -> None:
        """Only these sheets came out well ("1-3, 5"); the others stay as if never printed."""
        on_sheet = self._state.look.on_sheet
        try:
            chosen = read_sheets(sheets, -(-len(self._asked) // on_sheet))
        except UserError as error:
            self._on_error(error)
            return
        ids = [one for n in chosen for one in self._asked[(n - 1) * on_sheet : n * on_sheet]]
        self._journal(ids)

    def _journal(self, ids: list[str]) -> None:
        reprint = self._state.reprint
        self._begin(_("Mencatat…"), 0)
        work = partial(print_cards.journal_prints, self._desk, ids, "printer", reprint)
        done = partial(self._on_journalled, len(ids))
        self._jobs.start(work, done, self._on_long_error)

    def fail(self, error: UserError) -> None:
        """Say what the page itself met (no printer)."""
        self._on_error(error)

    def _begin(self, doing: str, total: int) -> None:
        self._stop = CancelToken()
        self._show(
            replace(
                self._state,
                progress=Progress(doing, 0, total),
                asked=0,
                error=None,
                success="",
                warning="",
            )
        )

    def _on_progress(self, done: int, total: int) -> None:
        progress = self._state.progress
        if progress is not None:
            self._show(replace(self._state, progress=replace(progress, done=done, total=total)))

    def _on_saved(self, sheet: print_cards.PrintedSheet | None) -> None:
        if sheet is None:
            stopped = _("Dihentikan. Tidak ada berkas yang ditulis.")
            self._show(replace(self._state, progress=None, warning=stopped))
            return
        values = {"count": sheet.cards, "file": sheet.path.name}
        said = _("{count} kartu disimpan di {file}", **values)
        self._finish(said, _("{said}. Folder: {folder}", said=said, folder=sheet.path.parent))

    def _on_printed(self, went: bool | None) -> None:
        if went:
            self._show(replace(self._state, progress=None, asked=len(self._asked)))
            return
        self._asked = []
        self._show(replace(self._state, progress=None, warning=_not_marked()))

    def _on_journalled(self, count: int, _nothing: None) -> None:
        self._asked = []
        said = _("{count} kartu tercetak", count=count)
        self._finish(said, said)

    def _finish(self, result: str, success: str) -> None:
        done = replace(self._state, progress=None, asked=0, success=success, reprint=Reprint())
        self._show(done)
        self._on_done(result)
        self._choose(self._state.event_id, self._state.people)

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self._state, error=explain(error)))

    def _on_long_error(self, error: UserError) -> None:
        # Cards that came out but could not be journalled are asked about again.
        self._show(
            replace(self._state, progress=None, asked=len(self._asked), error=explain(error))
        )

    def _on_print_error(self, error: UserError) -> None:
        self._asked = []
        self._on_long_error(error)

    def _show(self, state: State) -> None:
        self._state = state
        self._view.display(state)


def _not_marked() -> str:
    return _("Tidak ada kartu yang ditandai tercetak.")


def _choose(desk: Desk, event_id: str, people: People) -> _Chosen:
    known = plan.events(desk)
    today = plan.todays_event(desk)
    if event_id not in dict(known):
        event_id = today[0] if today else ""
    sure = (event_id or people.part == "handed") and not people.missing()
    chosen = choose(desk, event_id, people.which("card")) if sure else []
    ids = print_cards.with_card(desk, chosen)
    lines = tuple(
        EventLine(key, event.name, f"{event.date:%d-%m-%Y}, {event.place}") for key, event in known
    )
    return _Chosen(
        lines,
        event_id,
        ids,
        find.count_participants(desk, event_id) if event_id else 0,
        _look(desk),
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


def _draw(desk: Desk, ids: list[str], side: int, dpi: float) -> PageImage:
    return page_image(print_cards.preview_cards(desk, ids), side, dpi)


def _print(
    desk: Desk, ids: list[str], look: Look, sheets: Sheets, report: Report, cancel: CancelToken
) -> bool:
    """Sheet by sheet, so that any number of cards needs the memory of one."""
    try:
        for first in range(0, len(ids), look.on_sheet):
            cancel.check()
            on_sheet = ids[first : first + look.on_sheet]
            pdf = print_cards.preview_cards(desk, on_sheet, sheets.name)
            for side in range(look.sides):
                sheets.add(page_image(pdf, side, PRINT_DPI), PRINT_DPI, TRUE)
            report(first + len(on_sheet), len(ids))
        sheets.finish()
    except (Cancelled, UserError):
        sheets.abort()
        raise
    return True
