"""Valid objects by default: forms, rules, entries, databases and desks. Only invented people.

Installations are made once for each test process, by the services themselves, and copied for each
test; their passwords are stretched cheaply, which the keyring itself records.
"""

import atexit
import datetime as dt
import hashlib
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from jamsos_desktop.domain.activities import Activity
from jamsos_desktop.domain.enrolment_form import EnrolmentForm, Rules
from jamsos_desktop.domain.explanation import terms_of
from jamsos_desktop.domain.invented import invented_consent
from jamsos_desktop.domain.journal import GENESIS, Entry, digest_body, encode_body, hash_entry
from jamsos_desktop.domain.records import Candidate, Participant, Programme
from jamsos_desktop.domain.visitor import Visitor
from jamsos_desktop.services import plan, queue, set_up
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.enrol import Enrolled, enrol, start_draft
from jamsos_desktop.services.kits import IssuedKit, Kit, export_kit, read_kit
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import regions, rules_of, shipped
from jamsos_desktop.services.sign_in import sign_in
from jamsos_desktop.storage import journal, records, vault
from jamsos_desktop.storage.database import Database, open_database
from jamsos_desktop.storage.files import DATABASE

ZONE = dt.timezone(dt.timedelta(hours=7))
NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=ZONE)
TODAY = NOW.date()
CHEAP = vault.KdfCost(time=1, memory_kib=8, lanes=1)
KEY = bytes(range(32))

OFFICE_NAME = "Kota Mojokerto"
ADMIN, ADMIN_PASSWORD = "admin", "rahasia-admin"
STATIONS = {"Pos 1": ("dewi", "rahasia-dewi"), "Pos 2": ("budi", "rahasia-budi")}
EVENT_NAME = "Sosialisasi DBHCHT"


class FixedClock:
    """A clock that goes only when it is told to."""

    def __init__(self, now: dt.datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now

    def go(self, **passed: float) -> None:
        """Let time pass; a negative one sets the clock back."""
        self.now += dt.timedelta(**passed)


# --- people and rules -----------------------------------------------------------------------------


def make_form(**changes: object) -> EnrolmentForm:
    """A woman of 36 from Kranggan who may be enrolled as she stands."""
    values: dict[str, object] = {
        "nik": "3576035708900001",
        "name": "Siti Aminah",
        "birth_date": "17-08-1990",
        "sex": "P",
        "village": "35.76.03.1001",
        "rt": "001",
        "rw": "002",
        "occupation": "pedagang_keliling",
        "coverage_start": "2026-11",
        "coverage_months": "3",
        "consent": invented_consent(TODAY, "petugas"),
    }
    return EnrolmentForm(**(values | changes))  # type: ignore[arg-type]


def make_rules(**changes: object) -> Rules:
    """The rules of an event in Kota Mojokerto whose contributions the government pays."""
    values: dict[str, object] = {
        "today": TODAY,
        "event_id": "event",
        "programme_id": "programme",
        "programme": Programme(name="DBHCHT", coverage_start="2026-11"),
        "region": "35.76",
        "places": regions(),
        "occupations": shipped().occupations,
        "tariffs": shipped().tariffs,
        "income_bands": shipped().income_bands,
        "book": shipped().rule_book("standar"),
        "terms": terms_of(
            shipped().texts.consent,
            shipped().texts.consent_facts,
            Programme(name="DBHCHT"),
            OFFICE_NAME,
        ),
        "officer_id": "petugas",
        "may_decide": True,
    }
    return Rules(**(values | changes))  # type: ignore[arg-type]


def make_participant(**changes: object) -> Participant:
    """What the form above becomes."""
    values: dict[str, object] = {
        "number": "MJK1-00001-A",
        "event_id": "event",
        "programme_id": "programme",
        "nik": "3576035708900001",
        "name": "Siti Aminah",
        "birth_date": dt.date(1990, 8, 17),
        "sex": "P",
        "village": "35.76.03.1001",
        "rt": "001",
        "rw": "002",
        "occupation": "pedagang_keliling",
        "coverage_start": "2026-11",
        "coverage_months": 3,
    }
    return Participant(**(values | changes))  # type: ignore[arg-type]


# --- journals -------------------------------------------------------------------------------------


class Chain:
    """One station's journal, written without a database."""

    def __init__(self, station_id: str) -> None:
        self.station_id = station_id
        self.entries: list[Entry] = []

    def add(
        self,
        record_id: str,
        body: object,
        parents: tuple[str, ...] = (),
        *,
        lamport: int | None = None,
        recorded_at: str = NOW.isoformat(),
        unknown: dict[str, object] | None = None,
    ) -> Entry:
        """The next entry: properly numbered, hashed and chained. ``body`` may be raw bytes."""
        raw = body if isinstance(body, bytes) else encode_body(body, unknown)  # type: ignore[arg-type]
        seq = len(self.entries) + 1
        salt = hashlib.sha256(f"{self.station_id}{seq}".encode()).hexdigest()[:32]
        made = Entry(
            station_id=self.station_id,
            seq=seq,
            lamport=lamport or seq,
            recorded_at=recorded_at,
            author_id="officer",
            kind="activity" if isinstance(body, Activity) else "revision",
            record_id=record_id,
            parents=parents,
            body_digest=digest_body(salt, raw),
            prev_hash=self.entries[-1].entry_hash if self.entries else GENESIS,
            entry_hash="",
            body=msgspec.Raw(raw),
            salt=salt,
        )
        self.entries.append(msgspec.structs.replace(made, entry_hash=hash_entry(made)))
        return self.entries[-1]


def office_of(desk: Desk) -> journal.Author:
    """Who says at a desk what only its office may say: those entries come with receipts."""
    return journal.Author(desk.installation.office_id, "admin")


# --- databases ------------------------------------------------------------------------------------


@cache
def _empty_file() -> bytes:
    with tempfile.TemporaryDirectory(prefix="jamsos-empty-") as folder:
        open_database(Path(folder), KEY, new=True).close()
        return (Path(folder) / DATABASE).read_bytes()


def empty_database(folder: Path) -> Database:
    """A new encrypted database with all tables, under :data:`KEY`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / DATABASE).write_bytes(_empty_file())
    return open_database(folder, KEY)


# --- desks ----------------------------------------------------------------------------------------


class Built(NamedTuple):
    """The installations on the disk, and the kits that the stations came from."""

    folder: Path
    issued: dict[str, IssuedKit]
    kits: dict[str, Kit]


@cache
def built() -> Built:
    """``office`` and one folder for each station, made with real kits (a second for each)."""
    folder = Path(tempfile.mkdtemp(prefix="jamsos-desks-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = Built(folder, {}, {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault, "KDF", CHEAP)
        office = make_office(folder / "office")
        for number, (name, (login, password)) in enumerate(STATIONS.items()):
            event_id = plan.events(office)[0][0]
            issued = export_kit(office, name, [event_id], folder / f"kit{number}.jamsos")
            kit = read_kit(issued.path, issued.activation_code)
            made.issued[name], made.kits[name] = issued, kit
            officer_id = next(i for i, o in kit.officers.items() if o.login == login)
            set_up.init_station(folder / name, kit, officer_id, password, FixedClock()).close()
        office.close()
    return made


def make_office(data_dir: Path, name: str = OFFICE_NAME, *, practice: bool = False) -> Desk:
    """An office made now, with an event of today and the officers of both stations."""
    desk = set_up.init_office(
        data_dir, name, ADMIN, "Admin Kantor", ADMIN_PASSWORD, practice=practice, clock=FixedClock()
    )
    set_up.plan_practice_event(desk, EVENT_NAME, "Pendopo", TODAY)
    for login, _password in STATIONS.values():
        plan.add_officer(desk, login, f"Petugas {login}", "kader")
    return desk


def office_desk(folder: Path, clock: FixedClock | None = None) -> Desk:
    """The office's desk in ``folder/office``; the same office each time, before any bundle."""
    data_dir = folder / "office"
    if not data_dir.exists():
        shutil.copytree(built().folder / "office", data_dir)
    return sign_in(data_dir, ADMIN, ADMIN_PASSWORD, clock or FixedClock())


def station_desk(folder: Path, name: str = "Pos 1", clock: FixedClock | None = None) -> Desk:
    """The desk of one of the office's stations in ``folder/<name>``."""
    data_dir = folder / name
    if not data_dir.exists():
        shutil.copytree(built().folder / name, data_dir)
    login, password = STATIONS[name]
    return sign_in(data_dir, login, password, clock or FixedClock())


def event_of(desk: Desk) -> str:
    """The id of the desk's event."""
    return plan.events(desk)[0][0]


def make_candidate(number: int = 0, **changes: object) -> Candidate:
    """The ``number``-th person whom an office expects in Kranggan, RW 002."""
    values: dict[str, object] = {
        "programme_id": "programme",
        "name": f"Siti Aminah {number}",
        "nik": f"357603570890{number + 1:04d}",
        "birth_date": dt.date(1990, 8, 17),
        "village": "35.76.03.1001",
        "rt": "001",
        "rw": "002",
    }
    return Candidate(**(values | changes))  # type: ignore[arg-type]


def expect(office: Desk, *people: Candidate) -> list[str]:
    """Let the office journal candidates as they are; their ids."""
    news = [journal.New(plan.new_id_at(office.clock()), one) for one in people]
    with office.database.writing() as connection:
        journal.append(connection, office.author, office.clock(), news)
    return [new.record_id for new in news]


def read_candidate(desk: Desk, record_id: str) -> Candidate:
    """What a candidate's record says now."""
    with desk.database.reading() as connection:
        stored = records.get(connection, record_id)
    assert stored is not None
    assert isinstance(stored.body, Candidate)
    return stored.body


def enrol_one(desk: Desk, number: int = 0, **changes: object) -> Enrolled:
    """Enrol the ``number``-th invented person at the desk's event."""
    rules = rules_of(desk, event_of(desk))
    form = msgspec.structs.replace(invented_form(number, rules), **changes)
    return enrol(desk, start_draft(desk, rules.event_id, form), rules)


def enrol_from_queue(desk: Desk, number: int = 0) -> Enrolled:
    """Enrol the ``number``-th invented person, who drew the next number of the desk's queue."""
    rules = rules_of(desk, event_of(desk))
    ticket = queue.give_number(desk, rules.event_id, Visitor())
    queue.call_next(desk, rules.event_id)
    form = invented_form(number, rules)
    return enrol(desk, start_draft(desk, rules.event_id, form, ticket.record_id), rules)
