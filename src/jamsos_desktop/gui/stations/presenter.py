"""What happens on the page "Pos & petugas". Knows no widget."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.records import Role
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.given import differs, missing
from jamsos_desktop.gui.state_presenter import StatePresenter, StateView
from jamsos_desktop.gui.stations.lines import (
    Known,
    OfficerLine,
    StationLine,
    read_known,
    registered_words,
)
from jamsos_desktop.gui.stations.state import Issued, Rights, State, Step, Tab
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.services import plan, registered, replan, revoked
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.storage.facts import RegisteredList

T = TypeVar("T")

_ROLES: dict[str, Role] = {"kader": "kader", "koordinator": "koordinator", "admin": "admin"}


class StationsPresenter(StatePresenter[State]):
    """Adds officers, lets them sign in here, and makes kits."""

    def __init__(
        self, view: StateView[State], jobs: Jobs, desk: Desk, on_done: Callable[[str], object]
    ) -> None:
        """``on_done`` is told in words what was done."""
        office = desk.installation.mode == "office"
        admin = desk.officer.role == "admin"
        rights = Rights(plan=office and admin, sheet=office and admin)
        super().__init__(view, jobs, desk, State(rights))
        self._on_done = on_done

    @property
    def rights(self) -> Rights:
        """What this officer may do here."""
        return self._state.rights

    def open(self) -> None:
        """Show the list, which is still empty."""
        self._show(self._state)

    def refresh(self) -> None:
        """Look again: the page is shown."""
        self._jobs.start(partial(read_known, self._desk), self._on_known, self._on_error)

    def choose(self, tab: Tab) -> None:
        """List the officers, or the stations."""
        self._show(replace(self._state, tab=tab, success="", error=None))

    def begin(self, step: Step) -> None:
        """Open a form."""
        allowed = self._state.rights.sheet if step == "sheet" else self._state.rights.plan
        if allowed and not self._state.busy and self._state.step != "code":
            self._show(self._clean(step))

    def begin_password(self, officer: OfficerLine) -> None:
        """Open the form for an officer's password."""
        if not self._state.busy:
            self._show(replace(self._clean("password"), officer=officer))

    def begin_change(self, officer: OfficerLine) -> None:
        """Open the form for an officer's name and role; at a station, for their sign-in alone."""
        if not self._state.busy:
            step: Step = "change" if self._state.rights.plan else "remove"
            self._show(replace(self._clean(step), officer=officer))

    def begin_removal(self) -> None:
        """Ask for one's own password before the sign-in of who is being changed is taken away."""
        officer = self._state.officer
        if officer is not None and not self._state.busy and not officer.why_stays():
            self._show(replace(self._clean("remove"), officer=officer))

    def begin_lost(self, station: StationLine) -> None:
        """Open the form in which a station's laptop is lost, or found again."""
        if self._state.rights.plan and not self._state.busy:
            self._show(replace(self._clean("lost"), station=station))

    def tell_lost(self, reason: str) -> None:
        """The laptop is lost; where it is lost already, it was found."""
        station = self._state.station
        findings = missing({"reason": reason})
        if findings or station is None:
            return self._refuse(findings)
        tell = revoked.restore_key if station.lost else revoked.revoke_key
        work = partial(tell, self._desk, station.id, reason)
        said = _("Laptop {station} tercatat hilang", station=station.name)
        if station.lost:
            said = _("Laptop {station} tercatat ada lagi", station=station.name)
        return self._run(_("Mencatat…"), work, partial(self._on_told, said))

    def leave(self) -> None:
        """Back to the list; what was typed is dropped, and a code that was read is forgotten."""
        if not self._state.busy:
            self._show(self._clean("list"))

    def add_officer(self, name: str, login: str, role: str) -> None:
        """Add an officer, who gets a password where they work."""
        findings = missing({"name": name, "login": login, "role": role if role in _ROLES else ""})
        if findings:
            return self._refuse(findings)
        add = partial(plan.add_officer, self._desk, login, name, _ROLES[role])
        said = _("Petugas {name} ditambahkan", name=" ".join(name.split()))
        return self._run(_("Menyimpan…"), add, partial(self._on_listed, said))

    def change_officer(self, name: str, role: str) -> None:
        """Give the chosen officer another name or role."""
        officer = self._state.officer
        findings = missing({"name": name, "role": role if role in _ROLES else ""})
        if findings or officer is None:
            return self._refuse(findings)
        work = partial(replan.change_officer, self._desk, officer.id, name, _ROLES[role])
        said = _("Petugas {name} diubah", name=" ".join(name.split()))
        return self._run(_("Menyimpan…"), work, partial(self._on_listed, said))

    def remove_sign_in(self, own_password: str) -> None:
        """Let the chosen officer sign in here no more."""
        officer = self._state.officer
        findings = missing({"own_password": own_password})
        if findings or officer is None:
            return self._refuse(findings)
        work = partial(replan.remove_sign_in, self._desk, officer.id, own_password)
        said = _("{name} tidak bisa masuk di sini lagi", name=officer.name)
        return self._run(_("Memeriksa kata sandi Anda…"), work, partial(self._on_listed, said))

    def set_password(self, password: str, again: str, own_password: str) -> None:
        """Let the chosen officer sign in here with this password."""
        officer = self._state.officer
        given = {"password": password, "own_password": own_password}
        findings = (*missing(given), *differs(password, again))
        if findings or officer is None:
            return self._refuse(findings)
        work = partial(plan.set_password, self._desk, officer.id, password, own_password)
        said = _("{name} bisa masuk di sini dengan kata sandi barunya", name=officer.name)
        return self._run(_("Memeriksa kata sandi Anda…"), work, partial(self._on_listed, said))

    def make_kit(self, station: str, events: str, folder: str) -> None:
        """Write a kit for a new station into a folder; ``events`` are ids between blanks."""
        findings = missing({"station": station, "folder": folder})
        if not events:
            findings += (Finding(level="error", code="event_not_chosen", field="events"),)
        if findings:
            return self._refuse(findings)
        work = partial(_make_kit, self._desk, station, events.split(), Path(folder))
        return self._run(_("Membuat dan menyegel paket…"), work, self._on_issued)

    def take_registered(self, file: str) -> None:
        """Add the people of a list who are registered elsewhere."""
        findings = missing({"file": file})
        if findings:
            return self._refuse(findings)
        work = partial(registered.take_registered, self._desk, Path(file))
        return self._run(_("Membaca daftar…"), work, self._on_taken)

    def forget_registered(self) -> None:
        """Empty the list of people who are registered elsewhere."""
        work = partial(registered.forget_registered, self._desk)
        self._run(_("Mengosongkan daftar…"), work, self._on_forgotten)

    def write_answer(self, station: StationLine, folder: Path) -> None:
        """Write what the office answers to a station into a folder."""
        work = partial(_write_answer, self._desk, station.id, folder)
        self._run(_("Menulis balasan…"), work, self._on_answer)

    def paper_name(self, station: StationLine) -> str:
        """The file's name that is proposed for the answer on paper."""
        from jamsos_desktop.services.answer_paper import answer_paper_name  # loads the printing

        return answer_paper_name(self._desk, station.code)

    def save_paper(self, station: StationLine, target: Path) -> None:
        """Write the last answer to a station as a PDF."""
        work = partial(_save_paper, self._desk, station.id, target)
        self._run(_("Menulis PDF…"), work, self._on_paper)

    def save_sheet(self, folder: str) -> None:
        """Write the office's recovery sheet into a folder."""
        findings = missing({"folder": folder})
        if findings:
            return self._refuse(findings)
        work = partial(_save_sheet, self._desk, Path(folder))
        return self._run(_("Membuat lembar pemulihan…"), work, self._on_sheet)

    def _run(self, busy: str, work: Callable[[], T], on_done: Callable[[T], None]) -> None:
        if not self._state.busy:
            self._show(replace(self._state, busy=busy, findings=(), error=None))
            self._jobs.start(work, on_done, self._on_error)

    def _refuse(self, findings: tuple[Finding, ...]) -> None:
        self._show(replace(self._state, findings=findings, error=None))

    def _on_listed(self, said: str, _answer: object) -> None:
        self._show(replace(self._clean("list"), tab="officers"))
        self._on_done(said)
        self.refresh()

    def _on_told(self, said: str, _answer: object) -> None:
        self._show(replace(self._clean("list"), tab="stations"))
        self._on_done(said)
        self.refresh()

    def _on_issued(self, issued: Issued) -> None:
        self._show(replace(self._clean("code"), tab="stations", issued=issued))
        self._on_done(_("Paket untuk {station} tersimpan", station=issued.station))
        self.refresh()

    def _on_taken(self, taken: RegisteredList) -> None:
        said = registered_words(taken)
        self._show(replace(self._clean("list"), tab="stations", success=said))
        self._on_done(_("Daftar yang sudah terdaftar bertambah"))
        self.refresh()

    def _on_forgotten(self, count: int) -> None:
        said = _("{count} NIK dihapus dari daftar.", count=count)
        self._show(replace(self._clean("list"), tab="stations", success=said))
        self._on_done(said)
        self.refresh()

    def _on_answer(self, path: Path) -> None:
        said = _(
            "Balasan tersimpan: {file}. Bawa ke laptop pos itu, lalu buka di halaman"
            " Kirim & terima.",
            file=path.name,
        )
        self._show(replace(self._clean("list"), success=said))
        self._on_done(_("Balasan tersimpan"))

    def _on_paper(self, path: Path) -> None:
        self._show(replace(self._clean("list"), success=_("{file} tersimpan", file=path.name)))
        self._on_done(_("{file} tersimpan", file=path.name))

    def _on_sheet(self, path: Path) -> None:
        saved = _(
            "Lembar pemulihan tersimpan di {path}. Cetak dua kali, simpan di dua amplop tertutup"
            " di tempat berbeda, lalu hapus berkasnya.",
            path=path,
        )
        self._show(replace(self._clean("list"), success=saved))
        self._on_done(_("Lembar pemulihan tersimpan"))
        self.refresh()

    def _on_known(self, known: Known) -> None:
        self._show(replace(self._state, known=known))

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self._state, busy="", error=explain(error)))

    def _clean(self, step: Step) -> State:
        """The state of another step: nothing of the last one stays."""
        now = self._state
        return State(now.rights, tab=now.tab, step=step, known=now.known)


def _make_kit(desk: Desk, station: str, events: list[str], folder: Path) -> Issued:
    from jamsos_desktop.services import kits  # loads what seals

    target = folder / kits.kit_file_name(desk, station)
    issued = kits.export_kit(desk, station, events, target)
    return Issued(
        f"{issued.station.name} ({issued.station.code})",
        issued.activation_code,
        issued.path.name,
        str(issued.path.parent),
    )


def _write_answer(desk: Desk, station_id: str, folder: Path) -> Path:
    from jamsos_desktop.services import receipts  # loads what seals

    return receipts.issue_receipt(desk, station_id, folder).path


def _save_paper(desk: Desk, station_id: str, target: Path) -> Path:
    from jamsos_desktop.services.answer_paper import answer_paper  # loads the printing
    from jamsos_desktop.services.papers_of_event import save_paper

    return save_paper(answer_paper(desk, station_id), target)


def _save_sheet(desk: Desk, folder: Path) -> Path:
    from jamsos_desktop.services import recovery  # loads the printing

    return recovery.save_recovery_sheet(desk, folder / recovery.sheet_file_name(desk))
