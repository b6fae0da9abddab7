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
from jamsos_desktop.services import exchange, exchange_place, plan
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.exchange import Exchanged
from jamsos_desktop.services.exchange_files import Meeting, Met, meet
from jamsos_desktop.services.exchange_place import Visit, Visited, visit
from jamsos_desktop.services.hearsay import clock_time
from jamsos_desktop.services.upload_place import read_place
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
    place: str = ""  # address of the place that files are uploaded to
    at_place: bool = False  # the laptops meet there, and in no folder
    watched: bool = True
    busy: bool = False
    others: tuple[Neighbour, ...] = ()
    met_at: str = ""  # when the folder was looked into last
    refused: tuple[Unused, ...] = ()  # files that cannot be used
    trouble: str = ""  # why the folder could not be looked into

    @property
    def chosen(self) -> bool:
        """Whether somebody said where the laptops meet."""
        return bool(self.place if self.at_place else self.folder)

    def summary(self) -> str:
        """How things stand, in a line."""
        if not self.event_id:
            return _("Belum ada kegiatan.")
        if not self.chosen:
            return _(
                "Belum dipakai. Pilih folder bersama atau flashdisk yang bergilir, supaya orang"
                " yang sudah didaftarkan di laptop lain terlihat di formulir sini."
            )
        if self.at_place and self.met_at:
            return _("Lewat tempat unggah, dilihat jam {time}.", time=self.met_at)
        if self.at_place:
            return _("Lewat tempat unggah.")
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
        if not self.chosen:
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
        self._known = frozenset[str]()  # what was read at the place since the program was opened

    def attach(self, view: View) -> None:
        """The section is there: it shows whatever is known, now and later."""
        self._view = view
        view.display(self._state)

    def open(self) -> None:
        """Look what is known here; the folder is left alone."""
        self._jobs.start(partial(_look, self._desk), self._on_looked, self._on_error)

    def choose(self, folder: Path) -> None:
        """Another folder, which is looked into at once and watched from now on."""
        self._keep(SharedFolder(folder=str(folder)), then=self.swap)

    def choose_place(self) -> None:
        """Meet at the place that files are uploaded to, at once and from now on."""
        if self._state.place:
            kept = SharedFolder(folder=self._state.folder, at_place=True)
            self._keep(kept, then=self.swap)

    def watch(self, watched: bool) -> None:
        """Look into the folder every minute, or only when somebody asks."""
        if watched != self._state.watched:
            state = self._state
            self._keep(SharedFolder(folder=state.folder, at_place=state.at_place, watched=watched))

    def tick(self) -> None:
        """A minute has passed."""
        state = self._state
        if state.watched and state.today and not state.why_not():
            self.swap()
        elif not state.busy:
            self.open()

    def swap(self) -> None:
        """Write one's own file where they meet, and read the others'."""
        state = self._state
        if state.why_not():
            return
        self._show(replace(state, busy=True))
        if state.at_place:
            ask = partial(exchange_place.prepare, self._desk, state.event_id, self._known)
            self._jobs.start(ask, self._on_asked, self._on_error)
            return
        prepare = partial(exchange.prepare, self._desk, state.event_id)
        self._jobs.start(prepare, self._on_prepared, self._on_error)

    def _keep(self, kept: SharedFolder, then: Callable[[], None] | None = None) -> None:
        """Remember what was chosen, show it, and go on."""

        def done(_nothing: None) -> None:
            self._show(replace(_with(self._state, kept), trouble=""))
            if then is not None:
                then()

        work = partial(exchange.remember_folder, self._desk, kept)
        self._jobs.start(work, done, self._on_error)

    def _on_looked(self, found: "_Look") -> None:
        if found.event_id != self._state.event_id:
            self._known = frozenset()
        self._show(
            replace(
                _with(self._state, found.kept),
                event_id=found.event_id,
                event=found.event.name if found.event else "",
                today=found.today,
                place=found.place,
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

    def _on_asked(self, asked: Visit) -> None:
        self._files.start_long(
            lambda _report, token: visit(asked, token),
            self._on_visited,
            self._on_error,
            lambda _done, _total: None,
        )

    def _on_visited(self, visited: Visited) -> None:
        take_in = partial(exchange_place.take_in, self._desk, visited)
        on_taken = partial(self._on_taken_there, visited.known)
        self._jobs.start(take_in, on_taken, self._on_error)

    def _on_taken_there(self, known: frozenset[str], done: Exchanged) -> None:
        """What is not fetched again is still of no use."""
        self._known = known
        before = tuple(one for one in self._state.refused if one.file in known)
        self._on_taken(done)
        self._show(replace(self._state, refused=(*before, *self._state.refused)))

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
        trouble = str(explain(error))
        if error.code == "place_unreachable":
            trouble = _("Tidak ada jaringan. Data aman di laptop ini; nanti dicoba lagi.")
        self._show(replace(self._state, busy=False, trouble=trouble))

    def _neighbours(self, sources: tuple[Source, ...]) -> tuple[Neighbour, ...]:
        now = self._desk.clock()
        return tuple(_neighbour(one, now) for one in sources)

    def _show(self, state: State) -> None:
        self._state = state
        if self._view is not None:
            self._view.display(state)


def _with(state: State, kept: SharedFolder) -> State:
    return replace(state, folder=kept.folder, at_place=kept.at_place, watched=kept.watched)


class _Look(NamedTuple):
    event_id: str
    event: CommunityEvent | None
    today: bool
    kept: SharedFolder
    place: str
    sources: tuple[Source, ...]


def _look(desk: Desk) -> _Look:
    exchange.forget_heard(desk)
    kept = exchange.remembered_folder(desk)
    place = read_place(desk)
    address = "" if place is None else place.address
    found = plan.todays_event(desk)
    if found is None:
        return _Look("", None, today=False, kept=kept, place=address, sources=())
    event_id, event = found
    today = event.kind == "kunjungan" or event.date == desk.clock().date()
    return _Look(event_id, event, today, kept, address, exchange.neighbours(desk, event_id))


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
