"""An office and two stations as they lie on their disks, built once and copied for each test.

Everything is real; only the passwords are stretched cheaply (tests/conftest.py), which the keyring
itself records, so that other processes open them as quickly.
"""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from jamsos_desktop.services import set_up
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.enrol import Enrolled, enrol, start_draft
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.import_report import ImportReport
from jamsos_desktop.services.keep_journal import state_hash
from jamsos_desktop.services.kits import export_kit, read_kit
from jamsos_desktop.services.plan import add_officer, events
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.services.sign_in import sign_in

OFFICE, POS1, POS2 = "kantor", "pos1", "pos2"
LOGINS = {OFFICE: "admin", POS1: "kader-satu", POS2: "kader-dua"}
PASSWORDS = {name: f"rahasia-{name}" for name in LOGINS}
EVENT_NAME = "Sosialisasi DBHCHT"


@cache
def built() -> Path:
    """The folder with ``kantor``, ``pos1``, ``pos2`` and the kits; one for each test process."""
    folder = Path(tempfile.mkdtemp(prefix="jamsos-world-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    build_office(folder / OFFICE)
    for name in (POS1, POS2):
        build_station(folder, name)
    return folder


def build_office(data_dir: Path, name: str = "Kota Mojokerto", *, practice: bool = False) -> None:
    """An office with an event of today and the two cadres."""
    login, password = LOGINS[OFFICE], PASSWORDS[OFFICE]
    desk = set_up.init_office(data_dir, name, login, "Admin Kantor", password, practice=practice)
    today = desk.clock().date()
    set_up.plan_practice_event(desk, EVENT_NAME, "Pendopo", today)
    for pos in (POS1, POS2):
        add_officer(desk, LOGINS[pos], f"Petugas {pos}", "kader")
    desk.close()


def build_station(folder: Path, name: str) -> None:
    """A station from a kit of the office that lies beside it."""
    office = sign_in(folder / OFFICE, LOGINS[OFFICE], PASSWORDS[OFFICE])
    issued = export_kit(office, name, [events(office)[0][0]], folder / f"{name}.jamsos")
    office.close()
    (folder / f"{name}.kode").write_text(issued.activation_code)
    kit = read_kit(issued.path, issued.activation_code)
    officer_id = next(i for i, o in kit.officers.items() if o.login == LOGINS[name])
    set_up.init_station(folder / name, kit, officer_id, PASSWORDS[name]).close()


class World:
    """A copy of the installations, with the desks that a test has opened."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(built(), folder, dirs_exist_ok=True)
        self.folder = folder
        self._desks: dict[str, Desk] = {}

    def __getitem__(self, name: str) -> Desk:
        """The desk of an installation, signed in at the first use."""
        if name not in self._desks:
            kind = name if name in LOGINS else OFFICE
            self._desks[name] = sign_in(self.folder / name, LOGINS[kind], PASSWORDS[kind])
        return self._desks[name]

    def close(self, *names: str) -> None:
        """Close these desks, or all of them."""
        for name in names or tuple(self._desks):
            if name in self._desks:
                self._desks.pop(name).close()

    def second_office(self, name: str) -> Desk:
        """The office as it lies now, once more under another name."""
        self.close(OFFICE)
        shutil.copytree(self.folder / OFFICE, self.folder / name)
        return self[name]

    @property
    def event_id(self) -> str:
        return events(self[OFFICE])[0][0]

    def enrol(self, name: str, first: int, count: int) -> list[Enrolled]:
        """Enrol the invented people ``first``, ``first + 1`` ... one after the other."""
        desk = self[name]
        event_id = events(desk)[0][0]
        rules = rules_of(desk, event_id)
        people = range(first, first + count)
        return [
            enrol(desk, start_draft(desk, event_id, invented_form(n, rules)), rules) for n in people
        ]

    def export(self, name: str) -> Path:
        """A bundle of this station, in a folder of its own."""
        stick = self.folder / "flashdisk"
        stick.mkdir(exist_ok=True)
        return export_bundle(self[name], stick).path

    def take_in(self, path: Path, name: str = OFFICE) -> ImportReport:
        """Import a bundle at the office."""
        return import_bundle(self[name], path)

    def state(self, name: str = OFFICE) -> str:
        """What all records say, as one hash."""
        return state_hash(self[name])
