"""What happens with the event's papers. Knows no widget."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from jamsos_desktop.domain.reprint import FIRST, Reprint
from jamsos_desktop.domain.sheets import read_sheets
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.papers.documents import Kind
from jamsos_desktop.gui.papers.handing_over import HandingOver
from jamsos_desktop.gui.papers.making import Answer, Batch, Made, Work, draw, make, print_all
from jamsos_desktop.gui.papers.state import Options, State
from jamsos_desktop.gui.people import People
from jamsos_desktop.gui.printing.sheets import Sheets
from jamsos_desktop.gui.work import Jobs, Progress, Running, stoppable
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.printing.preview import PageImage
from jamsos_desktop.services.card_verdict import Verdict
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.paper_forms import BoardForm
from jamsos_desktop.services.print_papers import Paper, journal_paper, name_on_board
from jamsos_desktop.services.progress import CancelToken, Report


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
        self._made: Made | None = None
        self._asked: Made | None = None  # went to the printer, and nobody has said how it came out
        self._dpi = 0.0
        self._making: Running | None = None
        self._drawing: Running | None = None
        self._stop = CancelToken()
        self.handing = HandingOver(jobs, desk, self._show_handed, self._on_handed)

    # Choosing

    def refresh(self) -> None:
        """Look again: the page is shown, or something changed."""
        if not self._state.busy():
            self._make()

    def choose_event(self, event_id: str) -> None:
        """The papers of another event: other places, and no selection of another page."""
        options = self._state.options
        part = "event" if options.people.part in ("handed", "place") else options.people.part
        people = replace(options.people, part=part, village="", rw="", rt="")
        changed = replace(options, people=people, place=("", "", ""))
        self._choose(event_id=event_id, options=changed)

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
        made, page = answer.made, self._state.page
        pages = made.pages if made else 0
        same = made == self._made or _same_people(made, self._made)
        self._made = made
        self._show(
            loaded=True,
            making=False,
            events=answer.events,
            event_id=answer.event_id,
            languages=answer.languages,
            places=answer.places,
            size=answer.size,
            count=len(made.record_ids) if isinstance(made, Batch) else 0,
            again=answer.again,
            left_out=answer.left_out,
            all_have_it=answer.all_have_it,
            problem=answer.problem,
            pages=pages,
            page=min(page, max(pages - 1, 0)) if same else 0,
        )
        self._draw()

    def _on_make_error(self, error: UserError) -> None:
        self._made = None
        self._show(loaded=True, making=False, pages=0, error=explain(error))
        self._draw()

    # Looking

    def show_at(self, dpi: float) -> None:
        """Draw pages this fine from now on."""
        if dpi != self._dpi:
            self._dpi = dpi
            self._draw()

    def go_to_page(self, page: int) -> None:
        """Another page, counted from 0."""
        page = min(max(page, 0), max(self._state.pages - 1, 0))
        if page != self._state.page:
            self._show(page=page)
            self._draw()

    def _draw(self) -> None:
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None
        person = _whose_board(self._made, self._state.page)
        if person != self._state.person:
            self._show(person=person, called="")
        if self._made is None:
            self._view.show_sheet(None)
        elif self._dpi:
            work = partial(_draw, self._desk, self._made, self._state.page, self._dpi)
            self._drawing = self._jobs.start(work, self._on_drawn, self._on_error)

    def _on_drawn(self, page: _Page) -> None:
        self._show(called=page.called)
        self._view.show_sheet(page.image)

    # Letting out

    def file_name(self) -> str:
        """What the PDF is called unless somebody says otherwise."""
        day = self._desk.clock().date()
        return f"{self._state.document.file}-{day:%Y%m%d}.pdf"

    def save(self, target: Path) -> None:
        """Write the paper into a PDF. An existing file stays as it is."""
        if self._state.why_not() or self._made is None:
            return
        if target.suffix.lower() != ".pdf":
            target = target.with_name(f"{target.name}.pdf")
        self._begin(_("Menulis PDF…"), self._state.count)
        work = partial(_save, self._desk, self._made, target, self._state.reprint)
        stops = stoppable(work, self._stop)
        self._jobs.start_long(stops, self._on_saved, self._on_long_error, self._on_progress)

    def print_on(self, sheets: Sheets) -> None:
        """Send the paper, or once more what is asked about, to the printer."""
        made = self._asked or self._made
        if self._state.progress is not None or made is None:
            return
        if self._asked is None and self._state.why_not():
            return
        self._asked = made
        self._begin(_("Mengirim ke printer…"), made.pages)
        work = stoppable(partial(print_all, self._desk, made, sheets), self._stop)
        self._jobs.start_long(work, self._on_printed, self._on_print_error, self._on_progress)

    def stop(self) -> None:
        """Ask the long work to stop; its answer says whether it still could."""
        self._stop.cancel()

    def answer(self, *, well: bool) -> None:
        """Whether what was printed came out well. Only a yes is journalled."""
        made, self._asked = self._asked, None
        if made is None:
            return
        if not well:
            self._show(asked=0, warning=_nothing_counts(made))
            return
        if not isinstance(made, Batch):
            self._finish(_("{document} tercetak", document=_(self._state.document.title)))
            return
        self._journal(made, made.record_ids)

    def answer_some(self, pages: str) -> None:
        """Only these pages came out well ("1-3, 5"); whose papers are not whole have none."""
        made = self._asked
        if not isinstance(made, Batch):
            return
        try:
            chosen = [page - 1 for page in read_sheets(pages, made.pages)]
        except UserError as error:
            self._on_error(error)
            return
        self._journal(made, made.people_on(chosen))

    def _journal(self, made: Batch, record_ids: tuple[str, ...]) -> None:
        self._begin(_("Mencatat…"), 0)
        self._asked = made
        paper = Paper(b"", made.form.kind, record_ids)
        work = partial(journal_paper, self._desk, paper, "printer", self._state.reprint)
        done = partial(self._on_journalled, len(record_ids))
        self._jobs.start(work, done, self._on_long_error)

    def fail(self, error: UserError) -> None:
        """Say what the page itself met (no printer)."""
        self._on_error(error)

    def _begin(self, doing: str, total: int) -> None:
        self._stop = CancelToken()
        progress = Progress(doing, 0, total)
        self._show(progress=progress, asked=0, error=None, success="", warning="")

    def _on_progress(self, done: int, total: int) -> None:
        progress = self._state.progress
        if progress is not None:
            self._show(progress=replace(progress, done=done, total=total))

    def _on_saved(self, path: Path | None) -> None:
        if path is None:
            warning = _("Dihentikan. Tidak ada berkas yang ditulis.")
            self._show(progress=None, warning=warning)
            return
        said = _("Tersimpan: {file}", file=path.name)
        self._finish(said, _("{said}. Folder: {folder}", said=said, folder=path.parent))

    def _on_printed(self, went: bool | None) -> None:
        made = self._asked
        if went and made is not None:
            self._show(progress=None, asked=made.pages)
        else:
            self._asked = None
            self._show(progress=None, warning=_("Dihentikan. Buang lembar yang sudah keluar."))

    def _on_journalled(self, count: int, _nothing: None) -> None:
        self._asked = None
        document = _(self._state.document.title)
        self._finish(_("{document}: {count} tercetak", document=document, count=count))

    def _finish(self, result: str, success: str = "") -> None:
        self._show(progress=None, asked=0, success=success or result, reprint=FIRST)
        self._on_done(result)
        self._make()

    def _on_error(self, error: UserError) -> None:
        self._show(error=explain(error))

    def _on_long_error(self, error: UserError) -> None:
        # What came out but could not be journalled is asked about again.
        asked = self._asked.pages if self._asked else 0
        self._show(progress=None, asked=asked, error=explain(error))

    def _on_print_error(self, error: UserError) -> None:
        self._asked = None
        self._on_long_error(error)

    # Handing cards over

    def _show_handed(self, answer: Verdict | None) -> None:
        self._show(handed=answer)

    def _on_handed(self, number: str) -> None:
        self._on_done(_("{number} diserahkan", number=number))
        self.refresh()

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self._view.display(self._state)


def _same_people(made: Made | None, before: Made | None) -> bool:
    """Only the form changed, and what stands on a page did not: whoever is looked at stays."""
    if not isinstance(made, Batch) or not isinstance(before, Batch):
        return False
    here, there = made.form, before.form
    same_form = (here.people, here.pages) == (there.people, there.pages)
    return same_form and made.record_ids == before.record_ids


def _nothing_counts(made: Made) -> str:
    if isinstance(made, Batch):
        return _("Tidak ada yang ditandai tercetak.")
    return _("Cetak lagi kalau printernya sudah siap.")


def _whose_board(made: Made | None, page: int) -> str:
    """The person of the board that has this page; empty where it is no board."""
    if not isinstance(made, Batch) or not isinstance(made.form, BoardForm):
        return ""
    return made.people_at(page)[0]


def _draw(desk: Desk, made: Made, page: int, dpi: float) -> _Page:
    image, person = draw(desk, made, page, dpi), _whose_board(made, page)
    if not person or not isinstance(made, Batch) or not isinstance(made.form, BoardForm):
        return _Page(image)
    return _Page(image, dict(made.form.called).get(person) or name_on_board(desk, person))


def _save(
    desk: Desk, made: Made, target: Path, reprint: Reprint, report: Report, cancel: CancelToken
) -> Path:
    return made.save(desk, target, reprint, Work(report, cancel))
