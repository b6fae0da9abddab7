"""Answers of BPJS that were recorded, file by file, and taking them back. Knows no widget."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple, Protocol

from jamsos_desktop.domain.bpjs_words import answer_words
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.domain.records import Officer
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.gui.work import Jobs, Progress
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.services import plan
from jamsos_desktop.services.bpjs_undo import (
    State,
    TakenAnswer,
    TakenFile,
    Undone,
    WithCard,
    answers_of,
    list_taken,
    undo_file,
)
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.reference import DECIDERS

_STATES: Mapping[State, tuple[str, Tone]] = {
    "stands": (N_("berlaku"), "success"),
    "replaced": (N_("diganti jawaban lain"), "neutral"),
    "undone": (N_("dibatalkan"), "warning"),
}
_NAMED = 4  # so many people are named; the rest is counted


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of answers in words."""

    id: str
    file: str
    state: str
    tone: Tone
    contents: str
    when: str
    officer: str
    left: int


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One answer of the file that is shown, in words."""

    record_id: str
    name: str
    number: str
    state: str
    tone: Tone
    answer: str
    card: str
    undoable: bool


@dataclass(frozen=True, slots=True)
class TakenState:
    """``shown`` is the file whose ``people`` are listed; ``said`` has a tone and two parts."""

    open: bool = False
    loaded: bool = False
    files: tuple[FileLine, ...] = ()
    shown: str = ""
    people: tuple[PersonLine, ...] = ()
    may_decide: bool = False
    progress: Progress | None = None
    error: Explanation | None = None
    said: tuple[Tone, str, str] = ("success", "", "")

    @property
    def file(self) -> FileLine | None:
        """The file whose answers are listed."""
        return next((one for one in self.files if one.id == self.shown), None)

    def why_not_undo(self, person: PersonLine | None = None) -> str:
        """Why this person's answer, or the whole file, cannot be taken back; empty where it can."""
        if not self.may_decide:
            return _("Hanya koordinator atau admin yang boleh.")
        if self.progress is not None:
            return _("Tunggu sampai ini selesai.")
        if self.file is None:
            return _("Pilih dulu berkasnya.")
        if not self.file.left or (person is not None and not person.undoable):
            return _("Sudah dibatalkan.")
        return ""


class View(Protocol):
    """What the presenter needs of the page."""

    def show_taken(self, state: TakenState) -> None:
        """Show this and nothing else."""


class TakenPresenter:
    """Lists the files, and the answers of one; takes back one answer or all of a file."""

    def __init__(
        self, view: View, jobs: Jobs, desk: Desk, on_undone: Callable[[str], object]
    ) -> None:
        """``on_undone`` is told in words what was taken back."""
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._on_undone = on_undone
        self.state = TakenState(may_decide=desk.officer.role in DECIDERS)

    def open(self) -> None:
        """Show the list, the latest file first."""
        self._show(open=True, said=("success", "", ""), error=None, shown="")
        self._read()

    def leave(self) -> None:
        """Back to what goes out."""
        if self.state.progress is None:
            self._show(open=False)

    def choose(self, file_id: str) -> None:
        """List the answers of another file."""
        if file_id != self.state.shown:
            self._show(shown=file_id, people=())
            self._read()

    def undo(self, reason: str, person: PersonLine | None = None) -> None:
        """Take back this person's answer, or without one everything in the file."""
        if self.state.why_not_undo(person):
            return
        self._show(progress=Progress(_("Membatalkan jawaban…")), error=None)
        ids = None if person is None else [person.record_id]
        work = partial(undo_file, self._desk, self.state.shown, reason, ids)
        self._jobs.start_long(work, self._on_done, self._on_error, self._on_progress)

    def _read(self) -> None:
        work = partial(_read, self._desk, self.state.shown)
        self._jobs.start(work, self._on_read, self._on_error)

    def _on_read(self, read: "_Read") -> None:
        self._show(loaded=True, files=read.files, shown=read.shown, people=read.people)

    def _on_progress(self, done: int, total: int) -> None:
        progress = self.state.progress
        if progress is not None:
            self._show(progress=replace(progress, done=done, total=total))

    def _on_done(self, done: Undone) -> None:
        what = _("{count} jawaban BPJS dibatalkan.", count=done.answers)
        more = _("Yang berlaku sebelumnya berlaku lagi. Pos mengetahuinya lewat balasan berikut.")
        tone: Tone = "success"
        if done.cards:
            tone, more = "warning", cards_words(done.cards)
        self._show(progress=None, said=(tone, what, more))
        self._on_undone(what)
        self._read()

    def _on_error(self, error: UserError) -> None:
        self._show(progress=None, error=explain(error))

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self._view.show_taken(self.state)


class _Read(NamedTuple):
    files: tuple[FileLine, ...]
    shown: str
    people: tuple[PersonLine, ...]


def cards_words(cards: Sequence[WithCard]) -> str:
    """Whose printed card says active though that no longer holds, and what to do."""
    named = [f"{one.name} ({one.number})" for one in cards[:_NAMED]]
    listed = ", ".join(named)
    if len(cards) > _NAMED:
        listed = _("{shown} dan {more} lagi", shown=listed, more=len(cards) - _NAMED)
    return _(
        "Kartunya terlanjur menyebut aktif: {listed}. Tarik kartu itu; setelah jawaban yang benar"
        " dicatat, cetak lagi di halaman Cetak.",
        listed=listed,
    )


def _read(desk: Desk, shown: str) -> _Read:
    found = list_taken(desk)
    officers = dict(plan.officers(desk))
    files = tuple(_file_line(one, officers) for one in found)
    if shown not in {one.id for one in files}:
        shown = files[0].id if files else ""
    answers = answers_of(desk, shown) if shown else []
    return _Read(files, shown, tuple(map(_person_line, answers)))


def _file_line(one: TakenFile, officers: Mapping[str, Officer]) -> FileLine:
    officer = officers.get(one.officer_id)
    if one.left == one.answers:
        state, tone = _("tercatat"), "success"
    elif one.left:
        state, tone = _("{left} dari {all} tercatat", left=one.left, all=one.answers), "info"
    else:
        state, tone = _("dibatalkan"), "warning"
    refused = one.answers - one.accepted
    counts = [(one.accepted, _("aktif")), (refused, _("ditolak"))]
    return FileLine(
        id=one.id,
        file=one.file or _("(tanpa nama)"),
        state=state,
        tone=tone,  # type: ignore[arg-type]
        contents=" · ".join(f"{count} {word}" for count, word in counts if count),
        when=moment_words(one.at),
        officer=officer.name if officer else _("petugas lain"),
        left=one.left,
    )


def _person_line(one: TakenAnswer) -> PersonLine:
    word, tone = _STATES[one.state]
    return PersonLine(
        record_id=one.record_id,
        name=one.name or _("(tanpa nama)"),
        number=one.number,
        state=_(word),
        tone=tone,
        answer=answer_words(one.answer),
        card=_("kartu aktif perlu ditarik") if one.stale_card else "",
        undoable=one.state != "undone",
    )
