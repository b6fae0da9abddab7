"""One paper that is shown by itself: looked at, printed, or saved. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from jamsos_desktop.domain.reprint import FIRST, Reprint
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.printing.batch import Whole, draw, whole
from jamsos_desktop.gui.printing.letting_out import LettingOut
from jamsos_desktop.gui.printing.looking import Looking
from jamsos_desktop.gui.printing.sheets import Sheets, Turn
from jamsos_desktop.gui.work import Jobs, Progress, Running
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.printing.preview import PageImage, page_size
from jamsos_desktop.services.desk import Desk

_A4 = (210.0, 297.0)  # mm


class Paper(NamedTuple):
    """``file`` is what its PDF is called; ``make`` gives it, on the worker."""

    title: str
    file: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class PaperState:
    """``page`` is the one that is looked at, counted from 0; ``pages`` is 0 without a paper."""

    title: str = ""
    page: int = 0
    pages: int = 0
    size: tuple[float, float] = _A4
    progress: Progress | None = None
    asked: int = 0  # pages that went to the printer and wait for a word
    reprint: Reprint = FIRST
    error: Explanation | None = None
    success: str = ""
    warning: str = ""

    @property
    def turn(self) -> Turn:
        """It has no back."""
        return ""

    @property
    def in_parts(self) -> bool:
        """It came out well as a whole, or not."""
        return False

    def place_words(self) -> str:
        """Which page is looked at."""
        return _("Halaman {page} dari {pages}", page=self.page + 1, pages=self.pages)

    def empty_words(self) -> tuple[str, str]:
        """There is none as long as it is made, or where it could not be."""
        return (_("Tidak ada halaman"), "") if self.error else (_("Sedang dimuat…"), "")

    def asked_words(self) -> str:
        """What went to the printer and waits for a word."""
        if not self.asked:
            return ""
        return _("{count} halaman dikirim ke printer. Keluar dengan baik?", count=self.asked)

    def job_words(self) -> str:
        """What the printer's queue calls it."""
        return self.title

    def busy(self) -> str:
        """Why nothing else can be looked at now; empty where it can."""
        if self.progress:
            return _("Tunggu sampai pekerjaan ini selesai.")
        return _("Jawab dulu apakah semuanya keluar dengan baik.") if self.asked else ""

    def why_not(self) -> str:
        """Why it cannot be printed or saved now; empty where it can."""
        return self.busy() or ("" if self.pages else self.empty_words()[0])


class View(Protocol):
    """What the presenter needs of the page."""

    def display(self, state: PaperState) -> None:
        """Show this and nothing else."""

    def show_sheet(self, image: PageImage | None) -> None:
        """Show a page's picture, or none."""


class PaperPresenter:
    """What is looked at is what is printed and saved."""

    def __init__(
        self, view: View, jobs: Jobs, desk: Desk, on_done: Callable[[str], object]
    ) -> None:
        """``on_done`` is told in words what went out."""
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._state = PaperState()
        self._paper: Paper | None = None
        self._made: Whole | None = None
        self._making: Running | None = None
        self.looking = Looking(jobs, self._drawing, view.show_sheet, self._show)
        self.out = LettingOut(jobs, desk, self._show, on_done)

    def open(self, paper: Paper) -> None:
        """Make a paper and look at its first page; one that is going out is looked at till then."""
        if self._state.busy():
            return
        self.close()
        self._paper = paper
        self._show(title=paper.title)
        work = partial(_make, paper)
        self._making = self._jobs.start(work, self._on_made, self.fail)

    def close(self) -> None:
        """Nobody looks any more: nothing of it is kept, unless it is going out."""
        if self._state.busy():
            return
        if self._making is not None:
            self._making.cancel()
        self._paper = self._made = self._making = None
        self.looking.begin(0, same=False)
        self.looking.draw()
        self._state = PaperState()
        self._view.display(self._state)

    def _on_made(self, made: Whole) -> None:
        self._made = made
        self.looking.begin(made.pages, same=False)
        self._show(pages=made.pages, page=0, size=page_size(made.pdf, 0))
        self.looking.draw()

    def _drawing(self, page: int, dpi: float) -> Callable[[], PageImage] | None:
        return partial(draw, self._desk, self._made, page, dpi) if self._made else None

    def file_name(self) -> str:
        """What the PDF is called unless somebody says otherwise."""
        return self._paper.file if self._paper else ""

    def save(self, target: Path) -> None:
        """Write it into a PDF. An existing file stays as it is."""
        if self._made is not None and not self._state.why_not():
            self.out.save(self._made, target, FIRST)

    def print_on(self, sheets: Sheets) -> None:
        """Send it, or once more what is asked about, to the printer."""
        made = None if self._state.why_not() else self._made
        self.out.print_on(sheets, made, FIRST)

    def fail(self, error: UserError) -> None:
        """Say what the page itself met (no printer)."""
        self._show(error=explain(error))

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self._view.display(self._state)


def _make(paper: Paper) -> Whole:
    return whole(paper.title, paper.make())
