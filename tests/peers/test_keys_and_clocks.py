"""Lost keys, shared passwords, and dates that moved by a day (peers.md 2.5 and 2.6)."""

import calendar
import dataclasses
import datetime as dt
import time

import msgspec
import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.services import enrol
from jamsos_desktop.services.find import count_participants, look_at
from jamsos_desktop.services.keep_journal import verify_journal
from jamsos_desktop.services.kits import read_kit
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.services.sign_in import reset_password, sign_in
from jamsos_desktop.storage import facts
from tests.journeys.world import LOGINS, OFFICE, PASSWORDS, POS1, POS2


def test_openimis_no_password_in_the_code(world):
    """openIMIS: one default password for files was compiled into the program."""
    codes = [(world.folder / f"{pos}.kode").read_text() for pos in (POS1, POS2)]
    assert codes[0] != codes[1]

    with pytest.raises(UserError, match="bundle_bad_passphrase"):
        read_kit(world.folder / f"{POS1}.jamsos", codes[1])


def test_getodk_central_493_a_forgotten_password_is_not_the_end(world):
    """getodk/central #493, #174: the passphrase was lost and the data with it."""
    world.enrol(POS1, 0, 2)
    with world[OFFICE].database.reading() as connection:
        identity = facts.read_secrets(connection).age_identity
    world.close()

    reset_password(world.folder / POS1, identity, LOGINS[POS1], "kata sandi baru")

    desk = sign_in(world.folder / POS1, LOGINS[POS1], "kata sandi baru")
    assert count_participants(desk) == 2
    desk.close()


@pytest.fixture
def elsewhere(monkeypatch):
    """Move this computer to another time zone."""

    def move(zone):
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has one zone for all programs")
@pytest.mark.parametrize("zone", ["Asia/Jakarta", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_opencrvs_8885_a_birth_date_does_not_depend_on_the_time_zone(world, elsewhere, zone):
    """opencrvs-core #11955, #8885, #6719: dates were one day off."""
    elsewhere(zone)
    rules = rules_of(world[POS1], world.event_id)
    typed = invented_form(0, rules).birth_date
    (person,) = world.enrol(POS1, 0, 1)
    world.take_in(world.export(POS1))
    elsewhere("Pacific/Pago_Pago" if zone != "Pacific/Pago_Pago" else "Pacific/Kiritimati")
    world.close()

    born = look_at(world[OFFICE], person.record_id).body.birth_date

    assert f"{born:%d-%m-%Y}" == typed
    assert not isinstance(born, dt.datetime)


@pytest.mark.parametrize("year", [1971, 1996])
def test_avni_203_birth_date_is_not_a_day_off(world, year):
    """avniproject/avni-client #203: the birth date was one day before."""
    rules = rules_of(world[POS1], world.event_id)
    for month in range(1, 13):
        for day in (1, calendar.monthrange(year, month)[1]):
            form = enrol.EnrolmentForm(birth_date=f"{day:02d}-{month:02d}-{year}")
            born = enrol.enrolment_form.read(form, "", rules).birth_date
            stored = msgspec.json.decode(msgspec.json.encode(born), type=dt.date)
            assert stored == dt.date(year, month, day)


def test_opencrvs_10167_a_clock_that_was_set_back_stops_nothing(world):
    """opencrvs-core #10167: the issue date was earlier than the registration."""
    desk = world[POS1]
    rules = rules_of(desk, world.event_id)
    back = desk.clock() - dt.timedelta(days=4000)
    wrong = dataclasses.replace(desk, clock=lambda: back)
    numbers = []
    for number, at in enumerate((desk, wrong, desk)):
        draft = enrol.start_draft(at, rules.event_id, invented_form(number, rules))
        numbers.append(enrol.enrol(at, draft, rules).number)

    assert numbers == sorted(numbers)
    assert len(set(numbers)) == 3
    assert verify_journal(desk).good
    assert world.take_in(world.export(POS1)).counts["new"] == 3


def test_mosip_guide_a_wrong_clock_does_not_lock_anybody_out(world):
    """MOSIP's installation guide: login is refused when the clock is five minutes off."""
    world.close()
    long_ago = dt.datetime(2001, 1, 1, tzinfo=dt.UTC)

    desk = sign_in(world.folder / POS1, LOGINS[POS1], PASSWORDS[POS1], lambda: long_ago)

    assert desk.officer.login == LOGINS[POS1]
    desk.close()
