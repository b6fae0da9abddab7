"""Preparing at the office: programmes, events, officers, passwords."""

import datetime as dt

import msgspec
import pytest

from jamsos_desktop.domain.records import CommunityEvent, Programme
from jamsos_desktop.services import plan
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.services.sign_in import sign_in
from jamsos_desktop.storage.files import KEYRING, KEYRING_COPY
from tests.factories import ADMIN_PASSWORD, NOW, event_of


def event_on(office, day, **changes):
    programme_id = plan.programmes(office)[0][0]
    values = {"name": f"Kegiatan {day}", "place": "Balai RW", "region": "35.76"}
    return plan.add_event(
        office, CommunityEvent(**values, date=day, programme_id=programme_id, **changes)
    )


def officer(office, login):
    return next(i for i, o in plan.officers(office) if o.login == login)


def test_a_programme_and_its_event_are_kept(office):
    programme_id = plan.add_programme(office, Programme(name="CSR Pabrik", fund="CSR"))
    assert dict(plan.programmes(office))[programme_id].fund == "CSR"
    event = CommunityEvent(
        name="Pasar", place="Pasar", date=dt.date(2027, 1, 2), programme_id=programme_id, region=""
    )
    event_id = plan.add_event(office, event)
    assert plan.events(office)[0] == (event_id, event)  # the latest first


def test_an_event_needs_a_programme(office, refused):
    event = CommunityEvent(
        name="x", place="x", date=NOW.date(), programme_id=event_of(office), region=""
    )
    refused("programme_unknown", plan.add_event, office, event)


def test_an_officer_has_a_login_of_their_own(office, refused):
    officer_id = plan.add_officer(office, " sri  wahyuni ", " Sri Wahyuni ", "koordinator")
    made = dict(plan.officers(office))[officer_id]
    assert (made.login, made.name, made.role) == ("sri wahyuni", "Sri Wahyuni", "koordinator")
    refused("login_taken", plan.add_officer, office, "SRI WAHYUNI", "Lain", "kader")
    refused("login_empty", plan.add_officer, office, " ", "Lain", "kader")
    refused("login_empty", plan.add_officer, office, "lain", " ", "kader")


def test_a_password_for_somebody_else_is_confirmed_with_ones_own(office, refused):
    dewi = officer(office, "dewi")
    assert dewi not in plan.can_sign_in(office)
    refused("password_wrong", plan.set_password, office, dewi, "rahasia-dewi", "salah-sekali")
    refused("password_short", plan.set_password, office, dewi, "pendek", ADMIN_PASSWORD)
    refused("officer_unknown", plan.set_password, office, "gone", "rahasia-dewi", ADMIN_PASSWORD)
    assert dewi not in plan.can_sign_in(office)
    plan.set_password(office, dewi, "rahasia-dewi", ADMIN_PASSWORD)
    assert plan.can_sign_in(office) == {dewi, office.officer_id}
    office.close()
    sign_in(office.data_dir, "dewi", "rahasia-dewi").close()


def test_ones_own_password_is_changed_with_the_old_one(office, refused):
    refused("password_wrong", plan.change_password, office, "salah-sekali", "rahasia-baru")
    refused("password_short", plan.change_password, office, ADMIN_PASSWORD, "pendek")
    plan.change_password(office, ADMIN_PASSWORD, "rahasia-baru")
    assert plan.can_sign_in(office) == {office.officer_id}
    office.close()
    folder, login = office.data_dir, office.officer.login
    refused("password_wrong", sign_in, folder, login, ADMIN_PASSWORD)
    sign_in(folder, login, "rahasia-baru").close()


def test_a_changed_password_opens_by_either_copy_of_the_keyring(office):
    plan.change_password(office, ADMIN_PASSWORD, "rahasia-baru")
    office.close()
    folder, login = office.data_dir, office.officer.login
    assert (folder / KEYRING).read_bytes() == (folder / KEYRING_COPY).read_bytes()
    (folder / KEYRING).write_bytes(b"torn")
    sign_in(folder, login, "rahasia-baru").close()


def test_guessing_the_old_password_has_to_wait(office, refused):
    for _ in range(3):
        refused("password_wrong", plan.change_password, office, "salah-sekali", "rahasia-baru")
    wait = refused("too_many_tries", plan.change_password, office, ADMIN_PASSWORD, "rahasia-baru")
    assert wait["wait"] > 0


def test_an_event_is_found_by_the_beginning_of_its_id(office, refused):
    event_id = event_of(office)
    assert plan.find_event(office, event_id[:8])[0] == event_id
    event_on(office, NOW.date())
    assert refused("event_unknown", plan.find_event, office, "zz") == {"found": 0}
    assert refused("event_unknown", plan.find_event, office, "") == {"found": 2}


@pytest.mark.parametrize(
    ("days", "expected"),
    [([0, 3, -1], 0), ([3, 1, -1], 1), ([-5, -2], -2), ([400, -1], 400), ([], None)],
)
def test_todays_event_is_today_or_the_next_or_the_last(office, clock, days, expected):
    clock.go(days=1000)  # far behind the event that is there
    today = clock().date()
    for day in days:
        event_on(office, today + dt.timedelta(days=day))
    _id, event = plan.todays_event(office)
    assert event.date == (NOW.date() if expected is None else today + dt.timedelta(days=expected))


def test_ids_do_not_come_twice():
    assert len({plan.new_id() for _ in range(1000)}) == 1000


def test_ids_with_a_moment_come_in_its_order_and_do_not_come_twice():
    earlier, later = plan.new_id_at(NOW), plan.new_id_at(NOW + dt.timedelta(milliseconds=1))
    assert earlier < later
    assert len(earlier) == len(plan.new_id())
    assert len({plan.new_id_at(NOW) for _ in range(1000)}) == 1000


def test_of_two_events_on_one_day_a_station_takes_its_own(office, station, stick):
    own = plan.events(station)[0][0]
    for number in range(6):  # ids are random: one of these would come first by chance
        twin = msgspec.structs.replace(plan.events(office)[0][1], name=f"Kelurahan {number}")
        plan.add_event(office, twin)
    apply_receipt(station, issue_receipt(office, station.installation.station_id, stick).path)
    assert len(plan.events(station)) == 7
    assert plan.todays_event(station)[0] == own
