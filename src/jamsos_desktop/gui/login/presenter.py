"""What happens in the login window. Knows no widget."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Literal, Protocol

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.given import differs, missing
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation, explain

if TYPE_CHECKING:
    from jamsos_desktop.services.desk import Desk


@dataclass(frozen=True)
class Doors:
    """The services that let somebody in, with the folder already given to them."""

    sign_in: "Callable[[str, str], Desk]"
    reset_password: Callable[[str, str, str], None]


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the login window shows. ``wait`` counts seconds down to the next try."""

    step: Literal["login", "recover"] = "login"
    busy: str = ""
    error: Explanation | None = None
    done: str = ""
    wait: int = 0
    findings: tuple[Finding, ...] = ()


class View(Protocol):
    """What the presenter needs of the window."""

    def display(self, state: State) -> None:
        """Show this and nothing else."""


class LoginPresenter:
    """Lets an officer in, or back in with the office's recovery sheet."""

    def __init__(
        self, view: View, jobs: Jobs, doors: Doors, on_ready: "Callable[[Desk], None]"
    ) -> None:
        self._view = view
        self._jobs = jobs
        self._doors = doors
        self._on_ready = on_ready
        self._state = State()

    def open(self) -> None:
        """Show the fields for name and password."""
        self._show(State(wait=self._state.wait))

    def forgot(self) -> None:
        """Show what to do when a password is lost."""
        self._show(State(step="recover", wait=self._state.wait))

    def sign_in(self, login: str, password: str) -> None:
        """Try the password, unless one still has to wait."""
        if self._state.wait or self._state.busy:
            return
        findings = missing({"login": login, "password": password})
        if findings:
            self._show(State(findings=findings))
            return
        self._show(State(busy=_("Membuka data…")))
        work = partial(self._doors.sign_in, login, password)
        self._jobs.start(work, self._on_ready, self._on_error)

    def recover(self, identity: str, login: str, password: str, again: str) -> None:
        """Set a new password by the code on the recovery sheet."""
        given = {"identity": identity, "login": login, "password": password}
        findings = (*missing(given), *differs(password, again))
        if findings:
            self._show(State(step="recover", wait=self._state.wait, findings=findings))
            return
        self._show(
            State(step="recover", wait=self._state.wait, busy=_("Memeriksa kunci pemulihan…"))
        )
        work = partial(self._doors.reset_password, identity.strip(), login, password)
        self._jobs.start(work, self._on_recovered, self._on_error)

    def second_passed(self) -> None:
        """Count the wait down."""
        if self._state.wait:
            self._show(replace(self._state, wait=self._state.wait - 1))

    def _on_recovered(self, _nothing: None) -> None:
        self._show(State(done=_("Kata sandi baru sudah berlaku. Silakan masuk.")))

    def _on_error(self, error: UserError) -> None:
        wait = error.values.get("wait", 0)
        self._show(
            replace(
                self._state,
                busy="",
                error=explain(error),
                wait=wait if isinstance(wait, int) else 0,
            )
        )

    def _show(self, state: State) -> None:
        self._state = state
        self._view.display(state)
