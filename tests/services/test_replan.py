"""Changing what was planned: programmes, events, officers, and who signs in here."""

import msgspec
import pytest

from jamsos_desktop.services import plan, replan
from jamsos_desktop.services.kits import export_kit, read_kit
from jamsos_desktop.services.sign_in import sign_in
from jamsos_desktop.storage import journal, records
from tests.factories import ADMIN_PASSWORD, enrol_one, event_of


@pytest.fixture
def programme(office):
    return plan.programmes(office)[0]


def officer(desk, login):
    return next((key, one) for key, one in plan.officers(desk) if one.login == login)


def revisions(desk, record_id):
    with desk.database.reading() as connection:
        return [e.body for e in journal.history_of(connection, record_id) if e.kind == "revision"]


def test_a_programme_is_changed_and_its_history_shows_both(office, programme):
    key, before = programme
    changed = msgspec.structs.replace(before, retention="sampai 2030", legal_basis="Perwal 1/2026")
    replan.change_programme(office, key, changed)
    assert dict(plan.programmes(office))[key] == changed
    assert len(revisions(office, key)) == 2
    replan.change_programme(office, key, changed)
    assert len(revisions(office, key)) == 2  # nothing new


def test_what_a_newer_version_added_stays(office, programme):
    key, before = programme
    with office.database.writing() as connection:
        heads = records.get(connection, key).heads
        news = [journal.New(key, before, heads, {"colour": "biru"})]
        journal.append(connection, office.author, office.clock(), news)
    replan.change_programme(office, key, msgspec.structs.replace(before, name="Lain"))
    with office.database.reading() as connection:
        assert records.get(connection, key).unknown == {"colour": "biru"}


def test_an_event_is_moved_and_its_people_stay(office):
    key, before = plan.events(office)[0]
    person = enrol_one(office)
    replan.change_event(office, key, msgspec.structs.replace(before, place="Balai RW 07", target=9))
    after = dict(plan.events(office))[key]
    assert (after.place, after.target, after.name) == ("Balai RW 07", 9, before.name)
    assert person.number
    assert event_of(office) == key


def test_the_next_kit_brings_the_change(office, stick):
    key, before = plan.events(office)[0]
    replan.change_event(office, key, msgspec.structs.replace(before, name="Pindah"))
    issued = export_kit(office, "Pos 9", [key], stick / "kit.jamsos")
    kit = read_kit(issued.path, issued.activation_code)
    assert [event.name for event in kit.events.values()] == ["Pindah"]


def test_what_is_not_there_cannot_be_changed(office, programme, refused):
    key, before = programme
    event_id, event = plan.events(office)[0]
    lost = msgspec.structs.replace(event, programme_id="nobody")
    refused("programme_unknown", replan.change_event, office, event_id, lost)
    refused("event_unknown", replan.change_event, office, key, event)
    refused("programme_unknown", replan.change_programme, office, "nobody", before)
    refused("officer_unknown", replan.change_officer, office, key, "Siti", "kader")


def test_a_station_changes_no_plans(station, refused):
    event_id, event = plan.events(station)[0]
    refused("office_only", replan.change_event, station, event_id, event)


def test_an_officer_gets_another_name_and_role(office, refused):
    key, before = officer(office, "dewi")
    replan.change_officer(office, key, " Dewi  Lestari ", "koordinator")
    after = officer(office, "dewi")[1]
    assert (after.name, after.role, after.login) == ("Dewi Lestari", "koordinator", before.login)
    refused("login_empty", replan.change_officer, office, key, "  ", "kader")


def test_nobody_takes_their_own_role_away(office, refused):
    replan.change_officer(office, office.officer_id, "Admin Baru", "admin")
    assert officer(office, "admin")[1].name == "Admin Baru"
    refused("own_role", replan.change_officer, office, office.officer_id, "Admin", "kader")


def test_who_may_sign_in_no_more_is_not_let_in(office, refused):
    key, _one = officer(office, "dewi")
    plan.set_password(office, key, "rahasia-dewi", ADMIN_PASSWORD)
    assert key in plan.can_sign_in(office)
    refused("password_wrong", replan.remove_sign_in, office, key, "salah")
    assert key in plan.can_sign_in(office)
    replan.remove_sign_in(office, key, ADMIN_PASSWORD)
    assert plan.can_sign_in(office) == {office.officer_id}
    assert officer(office, "dewi")[1].name == "Petugas dewi"
    refused("officer_unknown", replan.remove_sign_in, office, key, ADMIN_PASSWORD)
    folder = office.data_dir
    office.close()
    refused("password_wrong", sign_in, folder, "dewi", "rahasia-dewi")


def test_nobody_locks_themselves_out_and_no_cadre_locks_out_others(office, station, refused):
    refused("own_sign_in", replan.remove_sign_in, office, office.officer_id, ADMIN_PASSWORD)
    refused("coordinator_only", replan.remove_sign_in, station, "somebody", "rahasia-dewi")
