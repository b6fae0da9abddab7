"""What happens with the event's papers, and when cards are handed over. Knows no widget."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from jamsos_desktop.domain.activities import Receiver
from jamsos_desktop.errors import Cancelled, UserError
from jamsos_desktop.gui.cards.presenter import PRINT_DPI, Sheets
from jamsos_desktop.gui.cards.state import EventLine
from jamsos_desktop.gui.papers.answer import answer_of, refusal_of
from jamsos_desktop.gui.papers.state import DOCUMENTS, Kind, State
from jamsos_desktop.gui.work import Jobs, Progress, Running, stoppable
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.printing.preview import PageImage, count_pages, page_image
from jamsos_desktop.services import papers_of_event, plan
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.hand_over import HandedOver, hand_over
from jamsos_desktop.services.progress import CancelToken, Report


class View(Protocol):
    """What the presenter needs of the page."""

    def display(self, state: State) -> None:
        """Show this and nothing else."""

    def show_sheet(self, image: PageImage | None) -> None:
        """Show a page's picture, or none."""


class _Made(NamedTuple):
    events: tuple[EventLine, ...]
    event_id: str
    pdf: bytes
    pages: int


class PapersPresenter:
    """Makes a list once; what is looked at is what is printed and saved."""

    def __init__(
        self, view: View, jobs: Jobs, desk: Desk, on_done: Callable[[str], object]
    ) -> None:
        """``on_done`` is told in words what went out."""
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._on_done = on_done
        self._state = State()
        self._pdf = b""
        self._dpi = 0.0
        self._making: Running | None = None
        self._drawing: Running | None = None
        self._stop = CancelToken()

    def refresh(self) -> None:
        """Look again: the page is shown, or something changed."""
        if self._state.progress is None:
            self._make(self._state.event_id, self._state.kind)

    def choose_event(self, event_id: str) -> None:
        """The papers of another event."""
        self._make(event_id, self._state.kind)

    def choose_document(self, kind: Kind) -> None:
        """Another list."""
        self._make(self._state.event_id, kind)

    def _make(self, event_id: str, kind: Kind) -> None:
        if self._making is not None:
            self._making.cancel()
        self._show(event_id=event_id, kind=kind, error=None)
        work = partial(_make, self._desk, event_id, kind)
        self._making = self._jobs.start(work, self._on_made, self._on_error)

    def _on_made(self, made: _Made) -> None:
        page = self._state.page if made.pdf == self._pdf else 0
        self._pdf = made.pdf
        self._show(
            loaded=True, events=made.events, event_id=made.event_id, pages=made.pages, page=page
        )
        self._draw()

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
        if not self._state.pages:
            self._view.show_sheet(None)
        elif self._dpi:
            work = partial(page_image, self._pdf, self._state.page, self._dpi)
            self._drawing = self._jobs.start(work, self._view.show_sheet, self._on_error)

    def file_name(self) -> str:
        """What the PDF is called unless somebody says otherwise."""
        day = self._desk.clock().date()
        return f"{DOCUMENTS[self._state.kind].file}-{day:%Y%m%d}.pdf"

    def save(self, target: Path) -> None:
        """Write the list into a PDF. An existing file stays as it is."""
        if self._state.why_not():
            return
        if target.suffix.lower() != ".pdf":
            target = target.with_name(f"{target.name}.pdf")
        work = partial(papers_of_event.save_paper, self._pdf, target)
        self._jobs.start(work, self._on_saved, self._on_error)

    def print_on(self, sheets: Sheets) -> None:
        """Send the list to the printer."""
        if self._state.why_not():
            return
        self._stop = CancelToken()
        progress = Progress(_("Mengirim ke printer…"), 0, self._state.pages)
        self._show(progress=progress, error=None, success="", warning="")
        work = stoppable(partial(_print, self._pdf, self._state.pages, sheets), self._stop)
        self._jobs.start_long(work, self._on_printed, self._on_print_error, self._on_progress)

    def stop(self) -> None:
        """Ask the printing to stop; its answer says whether it still could."""
        self._stop.cancel()

    def hand_over(self, text: str, to: Receiver, name: str) -> None:
        """Journal that a card was handed over, by its number or its code."""
        if text.strip():
            work = partial(hand_over, self._desk, text, to, name)
            self._jobs.start(work, self._on_handed, self._on_refused)

    def forget_hand_over(self) -> None:
        """Another card is being scanned: what was said of the last one must not stand there."""
        if self._state.handed is not None:
            self._show(handed=None)

    def fail(self, error: UserError) -> None:
        """Say what the page itself met (no printer)."""
        self._on_error(error)

    def _on_saved(self, path: Path) -> None:
        said = _("Tersimpan: {file}", file=path.name)
        folder = _("{said}. Folder: {folder}", said=said, folder=path.parent)
        self._show(success=folder, warning="", error=None)
        self._on_done(said)

    def _on_progress(self, done: int, total: int) -> None:
        progress = self._state.progress
        if progress is not None:
            self._show(progress=replace(progress, done=done, total=total))

    def _on_printed(self, went: bool | None) -> None:
        said = _("Dikirim ke printer.")
        if went:
            self._show(progress=None, success=said)
            self._on_done(said)
        else:
            self._show(progress=None, warning=_("Dihentikan. Buang lembar yang sudah keluar."))

    def _on_print_error(self, error: UserError) -> None:
        self._show(progress=None, error=explain(error))

    def _on_handed(self, given: HandedOver) -> None:
        answer = answer_of(given)
        self._show(handed=answer)
        if not given.already:
            self._on_done(_("{number} diserahkan", number=given.number))
            self.refresh()

    def _on_refused(self, error: UserError) -> None:
        self._show(handed=refusal_of(error))

    def _on_error(self, error: UserError) -> None:
        self._show(error=explain(error))

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self._view.display(self._state)


def _make(desk: Desk, event_id: str, kind: Kind) -> _Made:
    known = plan.events(desk)
    if event_id not in dict(known):
        today = plan.todays_event(desk)
        event_id = today[0] if today else ""
    lines = tuple(
        EventLine(key, event.name, f"{event.date:%d-%m-%Y}, {event.place}") for key, event in known
    )
    pdf = _pdf(desk, event_id, kind) if event_id else b""
    return _Made(lines, event_id, pdf, count_pages(pdf) if pdf else 0)


def _pdf(desk: Desk, event_id: str, kind: Kind) -> bytes:
    """The list's bytes; none where nobody would be on it, which is no error here."""
    try:
        match kind:
            case "minutes":
                return papers_of_event.minutes(desk, event_id)
            case "balance":
                return papers_of_event.balance_sheet(desk, event_id)
            case "unregistered":
                return papers_of_event.unregistered(desk, event_id)
    except UserError as error:
        if error.code != "paper_empty":
            raise
        return b""


def _print(pdf: bytes, pages: int, sheets: Sheets, report: Report, cancel: CancelToken) -> bool:
    try:
        for page in range(pages):
            cancel.check()
            sheets.add(page_image(pdf, page, PRINT_DPI))
            report(page + 1, pages)
        sheets.finish()
    except (Cancelled, UserError):
        sheets.abort()
        raise
    return True
