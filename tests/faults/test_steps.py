"""kill -9 between any two steps of export, import, receipt and its return: begin again, and go on.

The bundle brings a photo, the receipt the city's look. A step is each call that opens, writes,
flushes, names or removes a file, and each statement and commit of a database. The ordinary run
dies before some forty of each, ``make faults`` before every one.
"""

import shutil

import pytest

from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import count_participants
from jamsos_desktop.services.import_bundle import import_bundle, verify_bundle
from jamsos_desktop.services.keep_journal import state_hash, verify_journal
from jamsos_desktop.services.pictures import show_picture
from jamsos_desktop.services.receipts import apply_receipt, inspect_receipt, issue_receipt
from jamsos_desktop.storage import facts
from tests.faults.trips import CITY, NEEDS_FORK, PEOPLE, carry_out, moments
from tests.journeys.world import OFFICE, POS1

pytestmark = NEEDS_FORK


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

    for number in moments(steps, most=40):
        dying = trip.copy(f"mati-{number}")
        who, more = prepare(dying)
        code, _steps = server.steps(name, number, **dying.order(who), **more)
        assert code in {-9, 0}
        tried.case(lost=look_and_go_on(dying))
        shutil.rmtree(dying.folder)


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
        assert show_picture(office, trip.picture) == show_picture(station, trip.picture)
        assert show_picture(office, trip.picture)
        with station.database.reading() as connection:
            assert facts.read_print_settings(connection).city == CITY

        assert import_bundle(office, exported.path).added == 0
        state = state_hash(office)
        import_bundle(office, exported.path)
        assert state_hash(office) == state
        return PEOPLE - count_participants(office)
    finally:
        station.close()
        office.close()
