"""What the event's papers show, as one frozen value. No Qt."""

from dataclasses import dataclass

from jamsos_desktop.domain.reprint import FIRST, Reprint
from jamsos_desktop.gui.papers.documents import (
    ALL_HAVE_IT,
    DOCUMENTS,
    NO_CEREMONY,
    NO_EVENT,
    Document,
    Kind,
)
from jamsos_desktop.gui.people import People
from jamsos_desktop.gui.printing.events import EventLine
from jamsos_desktop.gui.printing.sheets import Turn
from jamsos_desktop.gui.work import Progress
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation
from jamsos_desktop.printing.board import BoardSize
from jamsos_desktop.printing.receipt import ReceiptKind
from jamsos_desktop.services.card_verdict import Verdict
from jamsos_desktop.services.choose_people import Place
from jamsos_desktop.storage.texts import SOURCE

EVERYBODY_NEW = People()
_A4 = (210.0, 297.0)  # mm


@dataclass(frozen=True, slots=True)
class Options:
    """How each document comes out, and whom it is about; kept while another one is looked at.

    ``called`` are pairs of a record and what the board says as their name. ``place`` is a village,
    RW and RT of the list of the unregistered.
    """

    people: People = EVERYBODY_NEW
    receipt: ReceiptKind = "a6_4"
    board: BoardSize = "a3"
    tiled: bool = False
    called: tuple[tuple[str, str], ...] = ()
    language: str = SOURCE
    place: tuple[str, str, str] = ("", "", "")


@dataclass(frozen=True, slots=True)
class State:
    """``page`` is the one that is looked at, counted from 0; ``pages`` is 0 without a paper.

    Of papers about people ``count`` says how many they are, ``again`` how many of these had one
    before, ``left_out`` who gets none. ``asked`` counts pages that went to the printer and wait
    for the word that they came out.
    """

    loaded: bool = False
    making: bool = False
    events: tuple[EventLine, ...] = ()
    event_id: str = ""
    kind: Kind = "minutes"
    options: Options = Options()
    languages: tuple[tuple[str, str], ...] = ()
    places: tuple[Place, ...] = ()
    page: int = 0
    pages: int = 0
    size: tuple[float, float] = _A4
    count: int = 0
    again: int = 0
    left_out: int = 0
    all_have_it: bool = False  # nobody is left of those who are new
    person: str = ""  # the record whose board is looked at
    called: str = ""  # what it calls them
    reprint: Reprint = FIRST  # why some are printed again
    problem: tuple[str, str] = ("", "")  # why nobody can be chosen, and what to do
    progress: Progress | None = None
    asked: int = 0
    error: Explanation | None = None
    success: str = ""
    warning: str = ""
    handed: Verdict | None = None

    @property
    def document(self) -> Document:
        """What is looked at."""
        return DOCUMENTS[self.kind]

    @property
    def turn(self) -> Turn:
        """Over which edge the printer turns the sheet: a leaflet has a back."""
        return "short" if self.kind == "leaflet" else ""

    @property
    def in_parts(self) -> bool:
        """Papers of people are looked at one by one."""
        return self.count > 0

    def asked_words(self) -> str:
        """What went to the printer and waits for a word."""
        if not self.asked:
            return ""
        return _("{count} halaman dikirim ke printer. Keluar dengan baik?", count=self.asked)

    def job_words(self) -> str:
        """What the printer's queue calls it."""
        return _(self.document.title)

    def place_words(self) -> str:
        """Which page is looked at."""
        return _("Halaman {page} dari {pages}", page=self.page + 1, pages=self.pages)

    def count_words(self) -> str:
        """Of papers about people: how many on how many pages, and who gets none."""
        if not self.loaded or not self.document.about:
            return ""
        said = _("{count} orang, {pages} halaman", count=self.count, pages=self.pages)
        if not self.left_out:
            return said
        return _(
            "{count}; {left_out} orang dibatalkan atau mencabut persetujuan",
            count=said,
            left_out=self.left_out,
        )

    def empty_words(self) -> tuple[str, str]:
        """Why there is no page to look at, and what to do."""
        if not self.loaded:
            return "", ""
        what, todo = self._empty()
        return (what, todo) if self.problem[0] else (_(what), _(todo))

    def _empty(self) -> tuple[str, str]:
        if not self.events:
            return NO_EVENT
        if self.problem[0]:
            return self.problem
        if self.document.about and self.all_have_it:
            return ALL_HAVE_IT
        if self.document.about and self.options.people.part == "ceremony":
            return NO_CEREMONY
        return self.document.empty

    @property
    def needs_reason(self) -> bool:
        """A receipt that was given before is given again for a reason."""
        return self.kind == "receipt" and self.again > 0

    def busy(self) -> str:
        """Why nothing else can be chosen now; empty where it can."""
        if self.progress:
            return _("Tunggu sampai pekerjaan ini selesai.")
        return _("Jawab dulu apakah semuanya keluar dengan baik.") if self.asked else ""

    def why_not(self) -> str:
        """Why nothing can be printed or saved now; empty where it can."""
        if self.busy():
            return self.busy()
        if not self.loaded or self.making:
            return _("Sedang dimuat…")
        if not self.pages:
            return self.empty_words()[0]
        if self.needs_reason and not self.reprint.told:
            return _("Pilih dulu alasan mencetak ulang.")
        return ""
