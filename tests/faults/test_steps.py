"""kill -9 between any two steps of export, import, receipt and its return: begin again, and go on.

A step is each call that opens, writes, flushes, names or removes a file, and each statement and
commit of a database. In the ordinary run every twentieth of those that leave nothing on a disk
stands for its neighbours; ``make faults`` dies before each.
"""

import os
import shutil

import pytest

from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import count_participants
from jamsos_desktop.services.import_bundle import import_bundle, verify_bundle
from jamsos_desktop.services.keep_journal import state_hash, verify_journal
from jamsos_desktop.services.receipts import apply_receipt, inspect_receipt, issue_receipt
from jamsos_desktop.services.sign_in import sign_in
from tests.faults.campaign import THOROUGH
from tests.histories.installations import scratch
from tests.journeys.world import LOGINS, OFFICE, PASSWORDS, POS1

PEOPLE = 5
#: These leave nothing behind before a commit or a flush.
_HARMLESS = ("execute", "executemany", "open", "close")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 and fork are POSIX")


class Trip:
    """A station, its office and the stick between them, in a folder that can be copied."""

    def __init__(self, folder):
        self.folder, self.stick = folder, folder / "stick"

    def order(self, name):
        """Where and as whom somebody dies."""
        data = self.folder / name
        return {"data": data, "login": LOGINS[name], "password": PASSWORDS[name]}

    def newest(self, beginning):
        """The file of this kind on the stick."""
        return max(self.stick.glob(f"{beginning}_*.jamsos"), key=lambda path: path.name)

    def copy(self, name):
        """The same once more, to die in."""
        made = Trip(self.folder.with_name(name))
        shutil.copytree(self.folder, made.folder)
        return made

    def open(self, name):
        return sign_in(self.folder / name, LOGINS[name], PASSWORDS[name])


@pytest.fixture
def trip(world):
    """Five people are registered, and nobody else knows of them."""
    world.enrol(POS1, 0, PEOPLE)
    world.close()
    made = Trip(scratch() / "perjalanan")  # in memory: a killed program is not a pulled plug
    made.stick.mkdir(parents=True)
    for name in (OFFICE, POS1):
        shutil.copytree(world.folder / name, made.folder / name)
    return made


def do_export(trip):
    return POS1, {"to": trip.stick}


def do_import(trip):
    return OFFICE, {"file": trip.newest("KIRIM")}


def do_issue(trip):
    station = trip.open(POS1)
    station_id = station.installation.station_id
    station.close()
    return OFFICE, {"station": station_id, "to": trip.stick}


def do_apply(trip):
    return POS1, {"file": trip.newest("BALASAN")}


PHASES = (("export", do_export), ("import", do_import), ("issue", do_issue), ("apply", do_apply))


@pytest.mark.parametrize("phase", range(len(PHASES)), ids=[name for name, _ in PHASES])
def test_whoever_dies_between_two_steps_goes_on_and_loses_nothing(trip, server, phase, tried):
    for name, prepare in PHASES[:phase]:
        carry_out(server, trip, name, prepare)
    name, prepare = PHASES[phase]
    steps = carry_out(server, trip.copy("hitung"), name, prepare)
    assert "commit" in steps

    for number in moments(steps):
        dying = trip.copy(f"mati-{number}")
        who, more = prepare(dying)
        code, _steps = server.steps(name, number, **dying.order(who), **more)
        assert code in {-9, 0}
        tried.case(lost=look_and_go_on(dying))
        shutil.rmtree(dying.folder)


def carry_out(server, trip, name, prepare):
    """Do it without dying; the steps that it took."""
    who, more = prepare(trip)
    code, steps = server.steps(name, **trip.order(who), **more)
    assert code == 0
    return steps


def moments(steps):
    """Before which steps to die, counted from 1."""
    every = 1 if THOROUGH else 20
    return [
        number
        for number, step in enumerate(steps, 1)
        if step not in _HARMLESS or number % every == 0
    ]


def look_and_go_on(trip):
    """Everything on the stick is whole; the round trip is begun again; how many are lost."""
    station, office = trip.open(POS1), trip.open(OFFICE)
    try:
        for path in trip.stick.glob("*.jamsos"):
            if path.name.startswith("KIRIM"):
                assert verify_bundle(office, path) >= PEOPLE
            else:
                assert inspect_receipt(station, path).kind == "receipt"
        assert verify_journal(station).good
        assert verify_journal(office).good
        assert count_participants(station) == PEOPLE
        assert count_participants(office) in {0, PEOPLE}

        exported = export_bundle(station, trip.stick)
        import_bundle(office, exported.path)
        issued = issue_receipt(office, station.installation.station_id, trip.stick)
        assert apply_receipt(station, issued.path).accepted_seq == exported.last_seq

        assert import_bundle(office, exported.path).added == 0
        state = state_hash(office)
        import_bundle(office, exported.path)
        assert state_hash(office) == state
        return PEOPLE - count_participants(office)
    finally:
        station.close()
        office.close()
