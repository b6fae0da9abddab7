"""What is set aside, entry by entry, and what happens when it is read again. Knows no widget."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from jamsos_desktop import __version__
from jamsos_desktop.domain.aside_words import (
    advice_words,
    kind_words,
    short_words,
    why_words,
)
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.domain.records import Station
from jamsos_desktop.domain.set_aside import Why
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.services import plan
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.import_report import Aside
from jamsos_desktop.services.quarantine import list_quarantine
from jamsos_desktop.services.read_again import ReadAgain, read_again


@dataclass(frozen=True, slots=True)
class AsideLine:
    """One entry in words. ``todo`` is what it means and what to do about it."""

    station: str
    seq: str
    when: str
    kind: str
    number: str
    why: Why
    short: str  # why, for a column
    why_said: str  # why, in a sentence
    todo: str


@dataclass(frozen=True, slots=True)
class AsideState:
    """``said`` is what reading again brought, in two parts; empty before."""

    lines: tuple[AsideLine, ...] = ()
    busy: bool = False
    said: tuple[str, str] = ("", "")
    error: Explanation | None = None

    def why_not_read(self) -> str:
        """Why nothing can be read again now; empty where something can."""
        if self.busy:
            return _("Tunggu sampai ini selesai.")
        return "" if self.lines else _("Tidak ada yang disisihkan.")


class View(Protocol):
    """What the presenter needs of the page."""

    def show_aside(self, state: AsideState) -> None:
        """Show this and nothing else."""


class AsidePresenter:
    """Lists what is set aside and tries it again."""

    def __init__(
        self, view: View, jobs: Jobs, desk: Desk, on_taken: Callable[[str], object]
    ) -> None:
        """``on_taken`` is told in words when entries came in after all."""
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._on_taken = on_taken
        self.state = AsideState()

    def refresh(self) -> None:
        """Look again: the page is shown, or files came in."""
        self._jobs.start(partial(aside_lines, self._desk), self._on_lines, self._on_error)

    def opened(self) -> None:
        """Somebody comes to the list: what was said before is over."""
        self._show(said=("", ""), error=None)
        self.refresh()

    def read_again(self) -> None:
        """Try everything once more."""
        if not self.state.why_not_read():
            self._show(busy=True, error=None, said=("", ""))
            self._jobs.start(partial(read_again, self._desk), self._on_read, self._on_error)

    def _on_read(self, done: ReadAgain) -> None:
        self._show(busy=False, said=result_words(done))
        if done.taken:
            self._on_taken(_("{count} catatan yang disisihkan masuk", count=done.taken))
        self.refresh()

    def _on_lines(self, lines: tuple[AsideLine, ...]) -> None:
        self._show(lines=lines)

    def _on_error(self, error: UserError) -> None:
        self._show(busy=False, error=explain(error))

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self._view.show_aside(self.state)


def result_words(done: ReadAgain) -> tuple[str, str]:
    """What reading again brought, and what that means for the rest."""
    if not done.taken:
        said = _("Belum ada yang bisa dipakai dengan program versi {version}.", version=__version__)
        return said, _("Catatannya tetap disimpan. Yang perlu dilakukan tertulis di tiap baris.")
    said = _("{count} catatan masuk.", count=done.taken)
    if not done.left:
        return said, _("Tidak ada lagi yang disisihkan.")
    return said, _("{count} catatan masih disisihkan.", count=done.left)


def aside_lines(desk: Desk) -> tuple[AsideLine, ...]:
    """Every entry that is set aside, station by station."""
    known = dict(plan.stations(desk))
    lines = [_line(one, known) for one in list_quarantine(desk)]
    return tuple(sorted(lines, key=lambda line: line.station))


def _line(one: Aside, known: Mapping[str, Station]) -> AsideLine:
    station = known.get(one.station_id)
    return AsideLine(
        station=f"{station.name} ({station.code})" if station else _("pos yang tidak dikenal"),
        seq=str(one.seq),
        when=_when(one.recorded_at),
        kind=kind_words(one.type),
        number=one.number or "—",
        why=one.why,
        short=short_words(one.why),
        why_said=why_words(one.why),
        todo=advice_words(one.why),
    )


def _when(text: str) -> str:
    """The moment may be what cannot be read."""
    try:
        return moment_words(text)
    except ValueError:
        return _("waktunya tidak terbaca")
