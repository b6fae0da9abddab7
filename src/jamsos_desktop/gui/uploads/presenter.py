"""What happens in the section "Lewat jaringan". Knows no widget."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from jamsos_desktop.domain.destination import Destination
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.work import Jobs, Progress, stoppable
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.services import upload
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.progress import CancelToken, Report
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.services.upload import Crossed, Errand, Outcome
from jamsos_desktop.services.upload_place import read_place

#: Codes of errors that mean no more than that there is no network now.
_OFFLINE = frozenset({"place_unreachable"})


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the section shows. ``address`` is empty where no place was said."""

    address: str = ""
    known: bool = False  # it was looked up
    may_set: bool = True  # a coordinator says where to
    office: bool = False
    progress: Progress | None = None
    offline: bool = False
    said: str = ""  # what the last time brought
    trouble: Explanation | None = None

    def summary(self) -> str:
        """How things stand, in a line."""
        if not self.known:
            return _("Sedang dilihat…")
        if self.address:
            return self.address
        if self.may_set:
            return _("Belum diatur. Tidak wajib: semua bisa juga dengan flashdisk.")
        return _("Belum diatur koordinator. Tidak wajib: semua bisa juga dengan flashdisk.")

    def why_not(self) -> str:
        """Why nothing can cross now; empty where it can."""
        if self.progress is not None:
            return _("Tunggu sampai pekerjaan ini selesai.")
        return "" if self.address else self.summary()

    def verb(self) -> str:
        """What the button does."""
        if self.offline:
            return _("Coba lagi")
        if self.office:
            return _("Ambil & kirim balasan")
        return _("Unggah & ambil balasan")


class View(Protocol):
    """What the presenter needs of the section."""

    def display(self, state: State) -> None:
        """Show this and nothing else."""


class Tell(NamedTuple):
    """Who is told of what crossed."""

    said: Callable[[str], object]  # in words
    outcome: Callable[[Outcome], object]
    fetched: Callable[[list[Path]], object]  # the office's inbox


class UploadPresenter:
    """Asks the network with a worker of its own, and the database with the window's."""

    def __init__(self, view: View, jobs: Jobs, network: Jobs, desk: Desk, tell: Tell) -> None:
        self._view = view
        self._jobs = jobs
        self._network = network
        self._desk = desk
        self._tell = tell
        self._stop = CancelToken()
        self._sealing = True
        self._handed = set[Path]()  # what the inbox was given since the program was opened
        self._state = State(
            may_set=desk.officer.role in DECIDERS, office=desk.installation.mode == "office"
        )

    def refresh(self) -> None:
        """Look again: the page is shown."""
        if self._state.progress is None:
            self._jobs.start(partial(_look, self._desk), self._on_looked, self._on_error)

    def go(self) -> None:
        """Send what waits, and fetch what is there."""
        if not self._state.why_not():
            self._sealing = True
            self._begin()

    def watch(self) -> None:
        """Look by itself what is there. Answers are sealed only when somebody asks."""
        if not self._state.why_not():
            self._sealing = False
            self._begin()

    def stop(self) -> None:
        """Ask to stop after the piece that is under way."""
        progress = self._state.progress
        if progress is not None:
            self._stop.cancel()
            self._show(replace(self._state, progress=replace(progress, doing=_("Menghentikan…"))))

    def _begin(self) -> None:
        self._stop = CancelToken()
        looking = Progress(_("Mencari jaringan…"))
        quiet = replace(self._state, said="", trouble=None, offline=False)
        self._show(replace(quiet, progress=looking))
        self._jobs.start(partial(read_place, self._desk), self._on_place, self._on_error)

    def _on_place(self, place: Destination | None) -> None:
        if place is None:
            self._show(replace(self._state, progress=None, address=""))
            return
        self._network.start(partial(upload.reach, place), self._on_reached, self._on_error)

    def _on_reached(self, _nothing: None) -> None:
        self._show(replace(self._state, progress=Progress(_("Menyegel…"))))
        prepare = partial(upload.prepare, self._desk, sealing=self._sealing)
        work = stoppable(prepare, self._stop)
        self._jobs.start_long(work, self._on_prepared, self._on_error, self._on_progress)

    def _on_prepared(self, errand: Errand | None) -> None:
        if errand is None:
            self._stopped()
            return
        self._show(replace(self._state, progress=Progress(_("Mengirim dan mengambil…"))))
        self._network.start_long(
            partial(_cross, errand, self._stop),
            partial(self._on_crossed, errand),
            self._on_error,
            self._on_progress,
        )

    def _on_crossed(self, errand: Errand, crossed: Crossed) -> None:
        self._show(replace(self._state, progress=Progress(_("Mencatat…"))))
        work = partial(upload.take_in, self._desk, errand, crossed)
        self._jobs.start(work, self._on_taken, self._on_error)

    def _on_taken(self, outcome: Outcome) -> None:
        self._tell.outcome(outcome)
        self._hand(list(outcome.fetched))
        if outcome.sent:
            names = ", ".join(one.name for one in outcome.sent)
            self._tell.said(_("Terunggah dan sudah dibaca ulang: {files}", files=names))
        if outcome.stopped:
            self._stopped()
        elif outcome.trouble is not None:
            self._on_error(outcome.trouble)
        elif outcome.more:
            self._begin()
        else:
            trouble = explain(outcome.refused[0][1]) if outcome.refused else None
            said = _outcome_words(outcome)
            self._show(replace(self._state, progress=None, said=said, trouble=trouble))

    def _stopped(self) -> None:
        said = _("Dihentikan. Yang sudah terunggah tidak diulang nanti.")
        self._show(replace(self._state, progress=None, said=said))

    def _on_looked(self, found: "_Look") -> None:
        address = "" if found.place is None else found.place.address
        self._show(replace(self._state, known=True, address=address))
        self._hand(found.fetched)

    def _hand(self, paths: list[Path]) -> None:
        new = [path for path in paths if path not in self._handed]
        if new:
            self._handed.update(new)
            self._tell.fetched(new)

    def _on_progress(self, done: int, total: int) -> None:
        progress = self._state.progress
        if progress is not None:
            self._show(replace(self._state, progress=replace(progress, done=done, total=total)))

    def _on_error(self, error: UserError) -> None:
        offline = error.code in _OFFLINE
        trouble = None if offline else explain(error)
        self._show(replace(self._state, progress=None, offline=offline, trouble=trouble))

    def _show(self, state: State) -> None:
        self._state = state
        self._view.display(state)


class _Look(NamedTuple):
    place: Destination | None
    fetched: list[Path]


def _look(desk: Desk) -> _Look:
    return _Look(read_place(desk), upload.fetched_bundles(desk))


def _cross(errand: Errand, stop: CancelToken, report: Report, _token: CancelToken) -> Crossed:
    return upload.cross(errand, report, stop)


def _outcome_words(outcome: Outcome) -> str:
    said = []
    if outcome.sent:
        count = len(outcome.sent)
        said.append(_("{count} berkas terunggah dan sudah dibaca ulang.", count=count))
    if outcome.applied:
        said.append(_("{count} balasan kantor dibuka.", count=len(outcome.applied)))
    if outcome.fetched and not said:  # they stand in the list
        return ""
    return " ".join(said) or _("Tersambung. Tidak ada yang baru.")
