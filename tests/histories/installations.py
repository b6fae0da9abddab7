"""An office and six stations, made once for each test process by the services, and copied.

Kits are sealed to a key here: an activation code costs a second each time, and has its own tests.
"""

import atexit
import shutil
import tempfile
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

import pytest
import sqlalchemy as sa

from jamsos_desktop.bundle import keys
from jamsos_desktop.bundle.open import open_bundle
from jamsos_desktop.bundle.seal import seal
from jamsos_desktop.domain.records import Candidate
from jamsos_desktop.services import kits, plan, set_up
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.services.sign_in import sign_in
from jamsos_desktop.storage import journal, vault
from tests.factories import ADMIN, ADMIN_PASSWORD, CHEAP, EVENT_NAME, OFFICE_NAME, TODAY, FixedClock

OFFICE = "kantor"
STATIONS = tuple(f"pos{number}" for number in range(1, 7))
_PASSWORD = "rahasia-histori"
_MEMORY = Path("/dev/shm")  # a disk in memory, where there is one: nobody pulls a plug here


class Built(NamedTuple):
    """Where the installations lie, and what all of them know."""

    folder: Path
    event_id: str
    programme_id: str


def scratch():
    """A folder for databases and sticks, gone when the process ends."""
    where = _MEMORY if _MEMORY.is_dir() else None
    folder = Path(tempfile.mkdtemp(prefix="jamsos-histories-", dir=where))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def built():
    """The office and its stations; cadres work at those with odd numbers, coordinators beside."""
    folder = scratch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault, "KDF", CHEAP)
        quick_kits(patch)
        clock = FixedClock()
        office = set_up.init_office(
            folder / OFFICE, OFFICE_NAME, ADMIN, "Admin Kantor", ADMIN_PASSWORD, clock=clock
        )
        event_id = set_up.plan_practice_event(office, EVENT_NAME, "Pendopo", TODAY)
        _expect_some(office)
        for number, name in enumerate(STATIONS):
            role = "koordinator" if number % 2 else "kader"
            plan.add_officer(office, name, f"Petugas {name}", role)
        for name in STATIONS:
            _make_station(office, event_id, folder / name)
        programme_id = plan.programmes(office)[0][0]
        office.close()
    return Built(folder, event_id, programme_id)


def _expect_some(office):
    """A list of candidates: some are people who will come to register, some will not."""
    rules = rules_of(office, plan.events(office)[0][0])
    with office.database.writing() as connection:
        news = [
            journal.New(f"calon-{number}", _candidate(invented_form(number, rules), rules))
            for number in (0, 1, 50, 51)
        ]
        journal.append(connection, office.author, office.clock(), news)


def _candidate(form, rules):
    return Candidate(
        programme_id=rules.programme_id, name=form.name, nik=form.nik, village=form.village
    )


def quick_kits(patch):
    """Seal kits to a key, whatever the activation code."""
    identity = keys.new_age_identity()
    patch.setattr(kits, "seal", partial(_seal_to, keys.age_recipient_of(identity)))
    patch.setattr(kits, "open_bundle", lambda path, passphrase: open_bundle(path, [identity]))


def _seal_to(recipient, target, manifest, parts, *, signing_key, passphrase):
    return seal(target, manifest, parts, signing_key=signing_key, recipients=[recipient])


def _make_station(office, event_id, data_dir):
    name = data_dir.name
    issued = kits.export_kit(office, name, [event_id], data_dir.with_suffix(".jamsos"))
    kit = kits.read_kit(issued.path, issued.activation_code)
    officer_id = next(i for i, officer in kit.officers.items() if officer.login == name)
    set_up.init_station(data_dir, kit, officer_id, _PASSWORD, FixedClock()).close()


def compile_once(patch):
    """Let all databases of this process share one dialect, and so what SQLAlchemy has compiled.

    A history opens ten databases and asks each some few things: half of its time went into
    compiling the same statements again.
    """
    make, kept = sa.create_engine, {}

    def make_engine(*arguments, **options):
        engine = make(*arguments, **options)
        first = kept.setdefault("engine", engine)
        engine.dialect = engine.pool._dialect = first.dialect
        engine._compiled_cache = first._compiled_cache
        return engine

    patch.setattr(sa, "create_engine", make_engine)


def open_desk(data_dir, clock, name):
    """Sign in at the installation ``name`` that lies in this folder."""
    if name == OFFICE:
        return sign_in(data_dir, ADMIN, ADMIN_PASSWORD, clock)
    return sign_in(data_dir, name, _PASSWORD, clock)
