"""What the event's papers show, as one frozen value. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from jamsos_desktop.gui.cards.state import EventLine
from jamsos_desktop.gui.work import Progress
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.messages import Explanation
from jamsos_desktop.services.card_verdict import Verdict

_A4 = (210.0, 297.0)  # mm

Kind = Literal["minutes", "balance", "unregistered"]


class Document(NamedTuple):
    """A list: its title, what it is for, its file's name, and why there can be none."""

    title: str
    more: str
    file: str
    empty: tuple[str, str]


DOCUMENTS: Mapping[Kind, Document] = {
    "minutes": Document(
        N_("Berita acara serah terima"),
        N_("ditandatangani setiap penerima kartu"),
        "berita-acara",
        (
            N_("Belum ada kartu untuk diserahkan"),
            N_("Berita acara memuat orang yang kartunya sudah dicetak. Cetak kartunya dulu."),
        ),
    ),
    "balance": Document(
        N_("Neraca hari ini"),
        N_("dihitung dari jurnal, ditandatangani koordinator"),
        "neraca",
        (N_("Belum ada kegiatan"), N_("Buat atau terima dulu sebuah kegiatan.")),
    ),
    "unregistered": Document(
        N_("Belum terdaftar, per RT"),
        N_("dibawa dari rumah ke rumah"),
        "belum-terdaftar",
        (
            N_("Tidak ada calon yang belum terdaftar"),
            N_("Daftar calon kegiatan ini kosong, atau semua orangnya sudah didaftarkan."),
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class State:
    """``page`` is the one that is looked at, counted from 0; ``pages`` is 0 without a list."""

    loaded: bool = False
    events: tuple[EventLine, ...] = ()
    event_id: str = ""
    kind: Kind = "minutes"
    page: int = 0
    pages: int = 0
    progress: Progress | None = None
    error: Explanation | None = None
    success: str = ""
    warning: str = ""
    handed: Verdict | None = None

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a page in millimetres."""
        return _A4

    def place_words(self) -> str:
        """Which page is looked at."""
        return _("Halaman {page} dari {pages}", page=self.page + 1, pages=self.pages)

    def empty_words(self) -> tuple[str, str]:
        """Why there is no page to look at, and what to do."""
        if not self.loaded:
            return "", ""
        what, todo = DOCUMENTS["balance" if not self.events else self.kind].empty
        return _(what), _(todo)

    def why_not(self) -> str:
        """Why nothing can be printed or saved now; empty where it can."""
        if self.progress:
            return _("Tunggu sampai pekerjaan ini selesai.")
        if not self.loaded:
            return _("Sedang dimuat…")
        return "" if self.pages else self.empty_words()[0]
