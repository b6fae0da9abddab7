"""What happens in the part "Aturan dan teks". Knows no widget."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from jamsos_desktop.domain.reference_words import unreadable_words
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.reference.state import Line, Look, State, line_of, look_of
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.services.change_reference import (
    check_file,
    check_files,
    check_restore,
    name_of,
    put_in_force,
    restore_file,
    save_file,
)
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.list_reference import list_files, unreadable_files
from jamsos_desktop.services.reference import DECIDERS


class View(Protocol):
    """What the presenter needs of the page."""

    def display(self, state: State) -> None:
        """Show this and nothing else."""


class _Read(NamedTuple):
    lines: tuple[Line, ...]
    unreadable: tuple[str, ...]


class ReferencePresenter:
    """Lists the files, looks at one before it holds, and lets it hold."""

    def __init__(
        self, view: View, jobs: Jobs, desk: Desk, on_done: Callable[[str], object]
    ) -> None:
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._on_done = on_done
        self.state = State(why_not=why_not(desk))

    def refresh(self) -> None:
        """Look again which files hold."""
        self._jobs.start(partial(_read, self._desk), self._on_read, self._on_error)

    def look_at(self, name: str, path: Path) -> None:
        """Check a file that is to take the place of another; nothing is changed yet."""
        self._look(partial(_look_at, self._desk, name, path))

    def look_at_new(self, paths: Sequence[Path]) -> None:
        """Check files that are to be added."""
        self._look(partial(_look_at_new, self._desk, tuple(paths)))

    def look_at_shipped(self, name: str) -> None:
        """See what comes back with the shipped file."""
        self._look(partial(_look_at_shipped, self._desk, name))

    def accept(self, reason: str) -> None:
        """Let hold what was looked at."""
        look = self.state.look
        if look is None or self.state.busy:
            return
        self._show(busy=_("Menyimpan…"), error=None)
        work = partial(_accept, self._desk, look, reason)
        self._jobs.start(work, partial(self._on_accepted, look), self._on_error)

    def leave(self) -> None:
        """Back to the list; what was looked at is forgotten."""
        if not self.state.busy:
            self._show(look=None, error=None)

    def save(self, name: str, target: Path) -> None:
        """Write the file that holds, to be changed outside."""
        work = partial(save_file, self._desk, name, target)
        self._jobs.start(work, self._on_saved, self._on_error)

    def _look(self, work: Callable[[], Look]) -> None:
        if not (self.state.why_not or self.state.busy):
            self._show(busy=_("Memeriksa berkas…"), error=None, success="")
            self._jobs.start(work, self._on_looked, self._on_error)

    def _on_looked(self, look: Look) -> None:
        self._show(busy="", look=look)

    def _on_accepted(self, look: Look, read: _Read) -> None:
        self._show(busy="", look=None)
        self._on_read(read)
        if look.act == "restore":
            self._on_done(_("{file}: bawaan program berlaku lagi", file=look.name))
        else:
            self._on_done(_("{file} berlaku mulai sekarang", file=look.name))

    def _on_saved(self, path: Path) -> None:
        said = _("Disimpan di {path}. Ubah dengan penyunting teks, lalu pilih Ganti.", path=path)
        self._show(success=said, error=None)

    def _on_read(self, read: _Read) -> None:
        self._show(lines=read.lines, warning=unreadable_words(read.unreadable))

    def _on_error(self, error: UserError) -> None:
        self._show(busy="", error=explain(error), success="")

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self._view.display(self.state)


def _read(desk: Desk) -> _Read:
    return _Read(tuple(map(line_of, list_files(desk))), unreadable_files(desk))


def _look_at(desk: Desk, name: str, path: Path) -> Look:
    return look_of("replace", (check_file(desk, path, name),))


def _look_at_new(desk: Desk, paths: tuple[Path, ...]) -> Look:
    return look_of("add", check_files(desk, {name_of(path): path for path in paths}))


def _look_at_shipped(desk: Desk, name: str) -> Look:
    change = check_restore(desk, name)
    return look_of("restore", (change,), change.version)


def _accept(desk: Desk, look: Look, reason: str) -> _Read:
    if look.act == "restore":
        restore_file(desk, look.name, reason)
    else:
        put_in_force(desk, look.changes, reason)
    return _read(desk)


def why_not(desk: Desk) -> str:
    """Why nothing can be changed here; empty where it can."""
    if desk.installation.mode != "office":
        return _("Aturan dan teks diganti di kantor, lalu dibawa paket atau balasan.")
    if desk.officer.role not in DECIDERS:
        return _("Aturan dan teks diganti koordinator atau admin.")
    return ""
