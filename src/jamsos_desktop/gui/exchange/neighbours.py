"""The other laptops of the event, as the page "Kirim & terima" shows them. Knows no widget."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from jamsos_desktop.domain.records import CommunityEvent
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.services import exchange, plan
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.exchange import Exchanged
from jamsos_desktop.services.exchange_files import Meeting, Met, meet
from jamsos_desktop.services.hearsay import clock_time
from jamsos_desktop.storage.facts import SharedFolder
from jamsos_desktop.storage.heard import Source

#: A laptop that was not heard of for so long may have lost the folder.
SILENT = dt.timedelta(minutes=15)


class Neighbour(NamedTuple):
    """Another laptop in a few words."""

    words: str
    tone: Literal["success", "warning"]


class Unused(NamedTuple):
    """A file in the folder that was left alone."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the section shows. ``event_id`` is empty where there is no event."""

    event_id: str = ""
    event: str = ""
    today: bool = False  # the event is now: only then the folder is looked into by itself
    folder: str = ""
    watched: bool = True
    busy: bool = False
    others: tuple[Neighbour, ...] = ()
    met_at: str = ""  # when the folder was looked into last
    refused: tuple[Unused, ...] = ()  # files that cannot be used
    trouble: str = ""  # why the folder could not be looked into

    def summary(self) -> str:
        """How things stand, in a line."""
        if not self.event_id:
            return _("Belum ada kegiatan.")
        if not self.folder:
            return _(
                "Belum dipakai. Pilih folder bersama atau flashdisk yang bergilir, supaya orang"
                " yang sudah didaftarkan di laptop lain terlihat di formulir sini."
            )
        name = Path(self.folder).name or self.folder
        if self.met_at:
            return _("Folder {folder}, dilihat jam {time}.", folder=name, time=self.met_at)
        return _("Folder {folder}.", folder=name)

    def refused_words(self) -> str:
        """How many files cannot be used, and why; which ones stands in ``refused``."""
        if not self.refused:
            return ""
        why = " ".join(dict.fromkeys(one.reason for one in self.refused))
        return _("{count} berkas di sana tidak dipakai: {why}", count=len(self.refused), why=why)

    def why_not(self) -> str:
        """Why the folder cannot be looked into now; empty where it can."""
        if not self.event_id:
            return _("Belum ada kegiatan.")
        if not self.folder:
            return _("Pilih dulu folder bersama.")
        return _("Sedang menukar…") if self.busy else ""


class View(Protocol):
    """What the presenter needs of the section."""

    def display(self, state: State) -> None:
        """Show this and nothing else."""


class Neighbours:
    """Tells the others whom this laptop registered, and looks whom they did."""

    def __init__(self, jobs: Jobs, files: Jobs, desk: Desk) -> None:
        """``files`` is a worker that nobody else waits for: a shared folder takes its time."""
        self._view: View | None = None
        self._jobs = jobs
        self._files = files
        self._desk = desk
        self._state = State()

    def attach(self, view: View) -> None:
        """The section is there: it shows whatever is known, now and later."""
        self._view = view
        view.display(self._state)

    def open(self) -> None:
        """Look what is known here; the folder is left alone."""
        self._jobs.start(partial(_look, self._desk), self._on_looked, self._on_error)

    def choose(self, folder: Path) -> None:
        """Another folder, which is looked into at once and watched from now on."""
        self._keep(str(folder), watched=True, then=self.swap)

    def watch(self, watched: bool) -> None:
        """Look into the folder every minute, or only when somebody asks."""
        if watched != self._state.watched:
            self._keep(self._state.folder, watched=watched)

    def tick(self) -> None:
        """A minute has passed."""
        state = self._state
        if state.watched and state.today and not state.why_not():
            self.swap()
        elif not state.busy:
            self.open()

    def swap(self) -> None:
        """Write one's own file into the folder, and read the others'."""
        state = self._state
        if state.why_not():
            return
        self._show(replace(state, busy=True))
        prepare = partial(exchange.prepare, self._desk, state.event_id)
        self._jobs.start(prepare, self._on_prepared, self._on_error)

    def _keep(self, folder: str, *, watched: bool, then: Callable[[], None] | None = None) -> None:
        """Remember what was chosen, show it, and go on."""
        kept = SharedFolder(folder=folder, watched=watched)

        def done(_nothing: None) -> None:
            self._show(replace(self._state, folder=folder, watched=watched, trouble=""))
            if then is not None:
                then()

        work = partial(exchange.remember_folder, self._desk, kept)
        self._jobs.start(work, done, self._on_error)

    def _on_looked(self, found: "_Look") -> None:
        self._show(
            replace(
                self._state,
                event_id=found.event_id,
                event=found.event.name if found.event else "",
                today=found.today,
                folder=found.kept.folder,
                watched=found.kept.watched,
                others=self._neighbours(found.sources),
            )
        )

    def _on_prepared(self, meeting: Meeting) -> None:
        folder = Path(self._state.folder)
        self._files.start_long(
            lambda _report, token: meet(meeting, folder, token),
            self._on_met,
            self._on_error,
            lambda _done, _total: None,
        )

    def _on_met(self, met: Met) -> None:
        take_in = partial(exchange.take_in, self._desk, met)
        self._jobs.start(take_in, self._on_taken, self._on_error)

    def _on_taken(self, done: Exchanged) -> None:
        unused = tuple(Unused(one.file, explain(one.error).what) for one in done.refused)
        self._show(
            replace(
                self._state,
                busy=False,
                others=self._neighbours(done.sources),
                met_at=clock_time(self._desk.clock().isoformat()),
                refused=unused,
                trouble="",
            )
        )

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self._state, busy=False, trouble=str(explain(error))))

    def _neighbours(self, sources: tuple[Source, ...]) -> tuple[Neighbour, ...]:
        now = self._desk.clock()
        return tuple(_neighbour(one, now) for one in sources)

    def _show(self, state: State) -> None:
        self._state = state
        if self._view is not None:
            self._view.display(state)


class _Look(NamedTuple):
    event_id: str
    event: CommunityEvent | None
    today: bool
    kept: SharedFolder
    sources: tuple[Source, ...]


def _look(desk: Desk) -> _Look:
    exchange.forget_heard(desk)
    kept = exchange.remembered_folder(desk)
    found = plan.todays_event(desk)
    if found is None:
        return _Look("", None, today=False, kept=kept, sources=())
    event_id, event = found
    today = event.kind == "kunjungan" or event.date == desk.clock().date()
    return _Look(event_id, event, today, kept, exchange.neighbours(desk, event_id))


def _neighbour(source: Source, now: dt.datetime) -> Neighbour:
    """``Pos Kranggan 2 · 41 orang · 09.41``."""
    words = _(
        "{station} · {people} orang · {time}",
        station=source.name,
        people=source.people,
        time=clock_time(source.heard_at),
    )
    silent = now - dt.datetime.fromisoformat(source.heard_at) > SILENT
    return Neighbour(words, "warning" if silent else "success")
