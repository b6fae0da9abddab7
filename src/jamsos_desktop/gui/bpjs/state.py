"""What the page "BPJS" shows, as frozen values. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jamsos_desktop.domain.bpjs_words import OUTCOMES, advice_words, answer_words, held_words
from jamsos_desktop.gui.candidates.lines import Named
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.gui.work import Progress
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.messages import Explanation
from jamsos_desktop.services.bpjs_check import Held
from jamsos_desktop.services.bpjs_export import Format
from jamsos_desktop.services.bpjs_results import BY_CHOICE, AnswerRow, Outcome, is_taken

#: How a file can be written, in words.
FORMATS: dict[Format, str] = {
    "xlsx": N_("Excel (XLSX)"),
    "csv": N_("CSV"),
    "json": N_("JSON lengkap"),
}
#: What is over or under way; all else wants somebody's hand.
_QUIET = {"dikirim", "aktif", "dibatalkan", "dicabut", "duplikat", "ditolak"}
_RANKS: tuple[Tone, ...] = ("warning", "info", "neutral")
#: Outcomes in the order in which somebody wants to read them, with their colours.
TONES: dict[Outcome, Tone] = {
    "changed": "warning",
    "name_differs": "warning",
    "contradicts": "error",
    "several": "error",
    "unknown": "error",
    "unreadable": "error",
    "new": "success",
    "same": "neutral",
}


class HeldLine(NamedTuple):
    """Somebody who cannot be in the file, and why. ``tone`` is neutral where that is all right."""

    record_id: str
    name: str
    number: str
    why: str
    tone: Tone


def held_lines(held: Sequence[Held]) -> tuple[HeldLine, ...]:
    """The same in words: first those about whom something is to be done."""
    lines = map(_held_line, held)
    return tuple(sorted(lines, key=lambda line: _RANKS.index(line.tone)))


def _held_line(one: Held) -> HeldLine:
    tone: Tone = "neutral" if one.why in _QUIET else "warning"
    tone = "info" if one.why == "not_accepted" else tone
    name = one.name or _("(tanpa nama)")
    return HeldLine(one.record_id, name, one.number, held_words(one.why, one.lacking), tone)


@dataclass(frozen=True, slots=True)
class SendState:
    """The side that sends. ``waiting`` are in ``held`` too: they lack nothing but the verdict."""

    loaded: bool = False
    programmes: tuple[Named, ...] = ()
    events: tuple[Named, ...] = ()
    layouts: tuple[Named, ...] = ()  # their notes as subtitles
    programme_id: str = ""
    event_id: str = ""
    layout: str = ""
    form: Format = "xlsx"
    again: bool = False
    ready: int = 0
    waiting: int = 0
    held: tuple[HeldLine, ...] = ()
    may_decide: bool = False
    progress: Progress | None = None
    error: Explanation | None = None
    done: tuple[str, str] = ("", "")  # what was written, and what to do with it

    @property
    def note(self) -> str:
        """What is known of the layout's source, and what to mind with the kind of file."""
        if self.form == "json":
            return _("Semua isian apa adanya, untuk sistem lain; templat tidak dipakai.")
        known = next((one.subtitle for one in self.layouts if one.key == self.layout), "")
        if self.form == "csv":
            more = _("Di Excel buka CSV lewat Data > Dari Teks, sebagai teks, agar NIK tetap utuh.")
            return f"{known} {more}"
        return known

    def count(self, tone: Tone) -> int:
        """How many are held back of those who are shown in this colour."""
        return sum(line.tone == tone for line in self.held)

    def _busy(self) -> str:
        if self.progress is not None or not self.loaded:
            return _("Tunggu sampai ini selesai.")
        return "" if self.may_decide else _("Hanya koordinator atau admin yang boleh.")

    def why_not_export(self) -> str:
        """Why no file can be written now; empty where one can."""
        if busy := self._busy():
            return busy
        if self.ready:
            return ""
        if self.waiting:
            return _("Terima dulu pendaftaran yang lengkap.")
        return _("Belum ada yang bisa dikirim.")

    def why_not_accept(self) -> str:
        """Why nobody can be accepted now; empty where somebody can."""
        return self._busy() or ("" if self.waiting else _("Tidak ada yang menunggu keputusan."))

    def why_not_save(self) -> str:
        """Why the list of who is not in the file cannot be saved now."""
        if self.progress is not None or not self.loaded:
            return _("Tunggu sampai ini selesai.")
        return "" if self.held else _("Daftarnya kosong.")


class AnswerLine(NamedTuple):
    """A row of the file of answers."""

    row: AnswerRow
    name: str
    outcome: str
    tone: Tone
    answer: str
    more: str  # what is to be weighed before it is taken
    choosable: bool


def answer_line(row: AnswerRow) -> AnswerLine:
    """The same in words."""
    return AnswerLine(
        row=row,
        name=row.name or _("(tanpa nama)"),
        outcome=_(OUTCOMES[row.outcome]),
        tone=TONES[row.outcome],
        answer=answer_words(row.answer),
        more=advice_words(row.outcome, row.before, row.known_name),
        choosable=row.outcome in BY_CHOICE,
    )


@dataclass(frozen=True, slots=True)
class AnswersState:
    """The side that takes answers in; ``file`` is empty while none is open."""

    file: str = ""
    lines: tuple[AnswerLine, ...] = ()
    chosen: frozenset[int] = frozenset()
    taken: int | None = None  # how many were recorded; None before
    may_decide: bool = False
    progress: Progress | None = None
    error: Explanation | None = None

    @property
    def rows(self) -> Sequence[AnswerRow]:
        """The rows as the service knows them."""
        return [line.row for line in self.lines]

    @property
    def coming(self) -> int:
        """How many answers are about to be recorded."""
        return sum(is_taken(line.row, self.chosen) for line in self.lines)

    @property
    def choosable(self) -> frozenset[int]:
        """The lines about which somebody has to say whether they are recorded."""
        return frozenset(line.row.line for line in self.lines if line.choosable)

    def count(self, outcome: Outcome) -> int:
        """How many rows have this outcome."""
        return sum(line.row.outcome == outcome for line in self.lines)

    def why_not_take(self) -> str:
        """Why nothing can be recorded now; empty where something can."""
        if self.progress is not None:
            return _("Tunggu sampai ini selesai.")
        if not self.may_decide:
            return _("Hanya koordinator atau admin yang boleh.")
        return "" if self.coming else _("Tidak ada jawaban baru yang bisa dicatat.")

    def recorded(self, line: AnswerLine) -> str:
        """Whether this row is recorded, in a word."""
        return _("ya") if is_taken(line.row, self.chosen) else _("tidak")
