"""What happens on the page "Kirim & terima". Knows no widget."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.exchange.answer import Answered, answered
from jamsos_desktop.gui.long_work import LongWork
from jamsos_desktop.gui.state_presenter import StatePresenter, StateView
from jamsos_desktop.gui.work import Jobs, Progress
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.export_bundle import Exported, Unsent, count_unsent, export_bundle
from jamsos_desktop.services.receipts import Applied, apply_receipt
from jamsos_desktop.services.sticks import Stick
from jamsos_desktop.services.upload import Outcome

FindSticks = Callable[[], list[Stick]]


class Sent(NamedTuple):
    """A bundle that lies on the stick."""

    file: str
    folder: str
    size: str
    people: int
    pictures: int = 0  # photos and signatures
    second: str = ""  # the other place that has the same file


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the page shows. ``unsent`` is None until it was counted."""

    unsent: Unsent | None = None
    sticks: tuple[Stick, ...] = ()
    folder: str = ""
    second: str = ""  # another stick that gets the same
    progress: Progress | None = None
    sent: Sent | None = None
    answer: Answered | None = None
    warning: str = ""
    error: Explanation | None = None

    @property
    def empty(self) -> bool:
        """Nobody was ever registered here."""
        return self.unsent is not None and not (self.unsent.participants or self.unsent.last_export)

    def other_stick(self) -> str:
        """A stick that could get the same; empty where none is plugged in."""
        others = (str(stick.path) for stick in self.sticks if str(stick.path) != self.folder)
        return next(others, "") if self.folder else ""

    def why_not(self) -> str:
        """Why nothing can be exported now; empty where it can."""
        if self.progress is not None:
            return _("Tunggu sampai pekerjaan ini selesai.")
        if self.unsent is None:
            return _("Sedang dihitung…")
        if self.empty:
            return _("Belum ada yang didaftarkan di pos ini.")
        return "" if self.folder else _("Pilih dulu tempat menyimpan.")

    def last_words(self) -> str:
        """When the last export was."""
        if self.unsent is None or not self.unsent.last_export:
            return _("Belum pernah diekspor dari pos ini.")
        return _("Ekspor terakhir {when}.", when=moment_words(self.unsent.last_export))


class ExchangePresenter(StatePresenter[State]):
    """Counts what waits, and writes it to the place that somebody chose."""

    def __init__(
        self,
        view: StateView[State],
        jobs: Jobs,
        desk: Desk,
        find_sticks: FindSticks,
        on_sent: Callable[[str], object],
    ) -> None:
        """``on_sent`` is told in words what went out or came in."""
        super().__init__(view, jobs, desk, State())
        self._find_sticks = find_sticks
        self._on_sent = on_sent
        self._work = LongWork(jobs, self._on_progress)

    def refresh(self) -> None:
        """Look again: the page is shown, people were registered, a stick was plugged in."""
        if self._state.progress is None:
            self._jobs.start(self._look, self._on_looked, self._on_error)

    def choose(self, folder: str) -> None:
        """Another place to write to; it stays until another is chosen."""
        if folder != self._state.folder:
            both = bool(self._state.second)
            state = replace(self._state, folder=folder, error=None)
            self._show(replace(state, second=state.other_stick() if both else ""))

    def write_both(self, both: bool) -> None:
        """Write the same on a second stick, or on one alone."""
        self._show(replace(self._state, second=self._state.other_stick() if both else ""))

    def export(self) -> None:
        """Write the bundle."""
        if self._state.why_not():
            return
        self._state = replace(self._state, sent=None, answer=None, warning="", error=None)
        second = Path(self._state.second) if self._state.second else None
        export = partial(export_bundle, self._desk, Path(self._state.folder), second=second)
        doing = _("Menyegel dan menulis…")
        self._work.start(doing, export, self._on_exported, self._on_error)

    def open_answer(self, path: Path) -> None:
        """Take in what the office answered."""
        if self._state.progress is not None:
            return
        progress = Progress(_("Membuka balasan…"))
        self._show(replace(self._state, progress=progress, answer=None, warning="", error=None))
        self._jobs.start(partial(apply_receipt, self._desk, path), self._on_applied, self._on_error)

    def paper_name(self) -> str:
        """The file's name that is proposed for the answer on paper."""
        from jamsos_desktop.services.answer_paper import answer_paper_name  # loads the printing

        return answer_paper_name(self._desk)

    def save_paper(self, target: Path) -> None:
        """Write the office's answer as a PDF."""
        self._show(replace(self._state, error=None))
        work = partial(_save_paper, self._desk, target)
        self._jobs.start(work, self._on_paper, self._on_error)

    def show_uploaded(self, outcome: Outcome) -> None:
        """Something crossed over the network: count again, and show what the office answered."""
        if outcome.applied:
            self._on_applied(outcome.applied[-1])
        else:
            self.refresh()

    def stop(self) -> None:
        """Ask the export to stop; its answer says whether it still could."""
        if self._state.progress is not None:
            self._work.stop()

    def _look(self) -> tuple[Unsent, tuple[Stick, ...]]:
        return count_unsent(self._desk), tuple(self._find_sticks())

    def _on_looked(self, found: tuple[Unsent, tuple[Stick, ...]]) -> None:
        unsent, sticks = found
        folder = self._state.folder
        if not folder and len(sticks) == 1:
            folder = str(sticks[0].path)
        state = replace(self._state, unsent=unsent, sticks=sticks, folder=folder)
        self._show(replace(state, second=state.other_stick() if state.second else ""))

    def _on_progress(self, progress: Progress) -> None:
        self._show(replace(self._state, progress=progress))

    def _on_exported(self, exported: Exported | None) -> None:
        state = replace(self._state, progress=None)
        if exported is None:
            stopped = _("Ekspor dihentikan. Tidak ada berkas yang tertinggal di sana.")
            self._show(replace(state, warning=stopped))
            return
        sent = Sent(
            file=exported.path.name,
            folder=str(exported.path.parent),
            size=size_words(exported.size),
            people=exported.participants,
            pictures=exported.pictures,
            second=str(exported.second.parent) if exported.second else "",
        )
        warnings = (_failed_words(exported), _absent_words(exported.absent))
        self._show(replace(state, sent=sent, warning=" ".join(filter(None, warnings))))
        self._on_sent(_("{file} tersimpan dan sudah dibaca ulang", file=sent.file))
        self.refresh()

    def _on_applied(self, applied: Applied) -> None:
        answer = answered(applied)
        self._show(replace(self._state, progress=None, answer=answer, sent=None))
        self._on_sent(answer.what)
        self.refresh()

    def _on_paper(self, path: Path) -> None:
        self._on_sent(_("{file} tersimpan", file=path.name))

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self._state, progress=None, error=explain(error)))


def _save_paper(desk: Desk, target: Path) -> Path:
    from jamsos_desktop.services.answer_paper import answer_paper  # loads the printing
    from jamsos_desktop.services.papers_of_event import save_paper

    return save_paper(answer_paper(desk), target)


def _failed_words(exported: Exported) -> str:
    """Of two sticks the one that did not get the bundle; the other one counts."""
    if exported.failed is None:
        return ""
    return _(
        "Di {failed} gagal: {why} Yang di {folder} utuh dan sudah dihitung terkirim.",
        failed=exported.failed.folder,
        why=explain(exported.failed.error).what,
        folder=exported.path.parent,
    )


def _absent_words(count: int) -> str:
    """Pictures that could not go along are said at once: here they can still be taken again."""
    if not count:
        return ""
    return _(
        "{count} foto atau tanda tangan hilang atau rusak di laptop ini dan tidak ikut."
        " Datanya sendiri ikut semua.",
        count=count,
    )


def size_words(size: int) -> str:
    """A number of bytes as people say it: ``14 KB``, ``3,2 MB``, ``15 GB``."""
    for unit, step in (("GB", 1_000_000_000), ("MB", 1_000_000)):
        if size >= step:
            amount = size / step
            return (
                f"{amount:.0f} {unit}" if amount >= 10 else f"{amount:.1f} {unit}".replace(".", ",")
            )
    return f"{max(round(size / 1000), 1)} KB"
