"""What happens in the first window. Knows no widget."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, TypeVar

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.given import differs, missing
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.messages import Explanation, explain

if TYPE_CHECKING:
    from jamsos_desktop.services.desk import Desk
    from jamsos_desktop.services.kits import Kit

T = TypeVar("T")
Step = Literal["ways", "kit", "who", "office"]


class KitWords(NamedTuple):
    """What a kit says, in words: whose it is and when it was written, what is in it.

    ``warning`` is why it may not be the one that is meant; empty where nothing speaks against it.
    """

    what: str
    more: str
    warning: str = ""


@dataclass(frozen=True)
class SetUp:
    """The services that make an installation, with its folder already given to them."""

    start_practice: "Callable[[], Desk]"
    read_kit: "Callable[[Path, str], Kit]"
    describe_kit: "Callable[[Kit], KitWords]"
    init_station: "Callable[[Kit, str, str], Desk]"
    init_office: "Callable[[str, str, str, str], Desk]"


@dataclass(frozen=True, slots=True)
class Person:
    """An officer to choose from."""

    id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the first window shows."""

    step: Step = "ways"
    busy: str = ""
    error: Explanation | None = None
    findings: tuple[Finding, ...] = ()
    kit: KitWords | None = None
    people: tuple[Person, ...] = ()


class View(Protocol):
    """What the presenter needs of the window."""

    def display(self, state: State) -> None:
        """Show this and nothing else."""


ROLES = {"kader": N_("Kader"), "koordinator": N_("Koordinator"), "admin": N_("Admin")}


class FirstStartPresenter:
    """Leads from an empty folder to a desk."""

    def __init__(
        self, view: View, jobs: Jobs, set_up: SetUp, on_ready: "Callable[[Desk], None]"
    ) -> None:
        self._view = view
        self._jobs = jobs
        self._set_up = set_up
        self._on_ready = on_ready
        self._kit: Kit | None = None
        self._state = State()

    def open(self) -> None:
        """Show the three ways on."""
        self._show(State())

    def go_to(self, step: Step) -> None:
        """Show another step."""
        self._show(State(step=step))

    def practise(self) -> None:
        """Make a practice installation, or open the one that is there."""
        self._run(_("Menyiapkan latihan…"), self._set_up.start_practice, self._on_ready)

    def open_kit(self, path: str, code: str) -> None:
        """Look into the kit; nothing is changed by it."""
        findings = missing({"kit_file": path, "kit_code": code})
        if findings:
            return self._show(replace(self._state, error=None, findings=findings))
        read = partial(self._set_up.read_kit, Path(path.strip()), code)
        return self._run(_("Membuka dan memeriksa paket…"), read, self._on_kit)

    def _on_kit(self, kit: "Kit") -> None:
        self._kit = kit
        people = tuple(
            Person(officer_id, officer.name, _(ROLES[officer.role]))
            for officer_id, officer in sorted(kit.officers.items(), key=lambda o: o[1].name)
        )
        self._show(State(step="who", kit=self._set_up.describe_kit(kit), people=people))

    def make_station(self, officer_id: str, password: str, again: str) -> None:
        """Make the station of the kit that was opened."""
        known = any(person.id == officer_id for person in self._state.people)
        findings = (
            *missing({"officer": officer_id if known else "", "password": password}),
            *differs(password, again),
        )
        if findings or self._kit is None:
            return self._show(replace(self._state, error=None, findings=findings))
        make = partial(self._set_up.init_station, self._kit, officer_id, password)
        return self._run(_("Menyiapkan pos…"), make, self._on_ready)

    def make_office(self, office: str, name: str, login: str, password: str, again: str) -> None:
        """Make an office with its first admin."""
        given = {"office_name": office, "name": name, "login": login, "password": password}
        findings = (*missing(given), *differs(password, again))
        if findings:
            return self._show(replace(self._state, error=None, findings=findings))
        make = partial(self._set_up.init_office, office, login, name, password)
        return self._run(_("Menyiapkan kantor dan kuncinya…"), make, self._on_ready)

    def _run(self, busy: str, work: Callable[[], T], on_done: Callable[[T], None]) -> None:
        self._show(replace(self._state, busy=busy, error=None, findings=()))
        self._jobs.start(work, on_done, self._on_error)

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self._state, busy="", error=explain(error)))

    def _show(self, state: State) -> None:
        self._state = state
        self._view.display(state)
