"""What the page "Cetak" shows, as one frozen value. No Qt."""

from dataclasses import dataclass, field

from jamsos_desktop.domain.print_settings import Sheet
from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.gui.people import People
from jamsos_desktop.gui.printing.events import EventLine
from jamsos_desktop.gui.printing.sheets import Turn
from jamsos_desktop.gui.work import Progress
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation
from jamsos_desktop.services.choose_people import Place

_ON_A4 = 10  # cards, two columns of five
_A4, _CR80 = (210, 297), (85.60, 53.98)  # mm


@dataclass(frozen=True, slots=True)
class Look:
    """The design among ``designs`` (keys and titles), the sheet, and whether photos are printed."""

    designs: tuple[tuple[str, str], ...] = ()
    design: str = ""
    sides: int = 1
    sheet: Sheet = "a4_long"
    photo: bool = True

    @property
    def on_sheet(self) -> int:
        """How many cards stand on one sheet."""
        return 1 if self.sheet == "cr80" else _ON_A4

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a sheet in millimetres."""
        return _CR80 if self.sheet == "cr80" else _A4

    @property
    def turn(self) -> Turn:
        """Over which edge the printer turns the sheet."""
        if self.sides == 1:
            return ""
        return "short" if self.sheet == "a4_short" else "long"


@dataclass(frozen=True, slots=True)
class State:
    """``cards`` are those that are chosen, ``enrolled`` all people of the event.

    ``reprints`` of them go to people who have this card already; ``reprint`` says why.
    ``asked`` counts cards that went to the printer and wait for the word that they came out.
    ``page`` is the side of a sheet that is looked at, counted from 0.
    """

    loaded: bool = False
    events: tuple[EventLine, ...] = ()
    event_id: str = ""
    people: People = field(default_factory=People)
    places: tuple[Place, ...] = ()
    cards: int = 0
    reprints: int = 0
    reprint: Reprint = field(default_factory=Reprint)
    enrolled: int = 0
    left_out: int = 0  # chosen, but their card would be revoked already
    look: Look = Look()
    page: int = 0
    progress: Progress | None = None
    asked: int = 0
    error: Explanation | None = None
    success: str = ""
    warning: str = ""

    @property
    def sheets(self) -> int:
        """How many sheets the cards need."""
        return -(-self.cards // self.look.on_sheet)

    @property
    def pages(self) -> int:
        """How many sides of sheets there are to look at."""
        return self.sheets * self.look.sides

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a sheet in millimetres."""
        return self.look.size

    @property
    def turn(self) -> Turn:
        """Over which edge the printer turns the sheet."""
        return self.look.turn

    @property
    def in_parts(self) -> bool:
        """Each sheet can have come out well, or not."""
        return True

    def asked_words(self) -> str:
        """What went to the printer and waits for a word."""
        if not self.asked:
            return ""
        return _("{count} kartu dikirim ke printer. Keluar dengan baik?", count=self.asked)

    def job_words(self) -> str:
        """What the printer's queue calls it."""
        return _("Kartu tanda terdaftar")

    def place_words(self) -> str:
        """Which side of which sheet is looked at."""
        sheet, side = divmod(self.page, self.look.sides)
        values = {"sheet": sheet + 1, "sheets": self.sheets}
        if self.look.sides == 1:
            return _("Lembar {sheet} dari {sheets}", **values)
        if side == 0:
            return _("Lembar {sheet} dari {sheets}, depan", **values)
        return _("Lembar {sheet} dari {sheets}, belakang", **values)

    def count_words(self) -> str:
        """How many cards on how many sheets, and how many are left out."""
        count = _("{cards} kartu, {sheets} lembar", cards=self.cards, sheets=self.sheets)
        if not self.cards:
            count = _("Tidak ada kartu")
        if not self.left_out:
            return count
        return _(
            "{count}; {left_out} orang tanpa kartu: dibatalkan, dicabut, ganda, atau ditolak",
            count=count,
            left_out=self.left_out,
        )

    def busy(self) -> str:
        """Why nothing else can be chosen now; empty where it can."""
        if self.progress:
            return _("Tunggu sampai pekerjaan ini selesai.")
        return _("Jawab dulu apakah kartu keluar dengan baik.") if self.asked else ""

    def why_not(self) -> str:
        """Why nothing can be printed or saved now; empty where it can."""
        if self.busy():
            return self.busy()
        if not self.loaded:
            return _("Sedang dimuat…")
        if not self.cards:
            return self.empty_words()[0]
        if self.reprints and not self.reprint.told:
            return _("Pilih dulu alasan cetak ulang.")
        return ""

    def empty_words(self) -> tuple[str, str]:
        """Why there is no sheet to look at, and what to do."""
        if not self.loaded:
            return "", ""
        if not self.events:
            return (
                _("Belum ada kegiatan"),
                _("Di sini kartu peserta dicetak. Buat atau terima dulu sebuah kegiatan."),
            )
        if not self.enrolled:
            return (
                _("Belum ada peserta di kegiatan ini"),
                _("Di sini kartu peserta dicetak. Daftarkan orang di halaman Pendaftaran."),
            )
        return self._nobody_words()

    def _nobody_words(self) -> tuple[str, str]:
        """Why the event has people, and none of them is chosen."""
        people = self.people
        if missing := people.missing():
            return _("Pilih dulu kartu siapa"), missing
        if people.active:
            return (
                _("Tidak ada kartu aktif yang menunggu"),
                _("Nomor KPJ datang dengan jawaban BPJS; di pos, dengan balasan kantor."),
            )
        if people.part == "ceremony":
            return (
                _("Tidak ada kartu untuk penyerahan simbolis"),
                _("Pilih orangnya di halaman Peserta, lalu tekan Tandai simbolis."),
            )
        if people.part != "event" or not people.only_new:
            return (
                _("Tidak ada kartu di bagian ini"),
                _("Pilih bagian lain, atau “Semua” untuk yang sudah dicetak."),
            )
        return (
            _("Semua kartu kegiatan ini sudah dicetak"),
            _("Pilih “Semua” untuk mencetak kartu sekali lagi."),
        )
