"""A first start: everything or nothing, tried again after every kind of interruption."""

import pytest

from jamsos_desktop.bundle import keys
from jamsos_desktop.domain.records import Officer
from jamsos_desktop.services import plan, set_up
from jamsos_desktop.services.keep_journal import verify_journal
from jamsos_desktop.services.sign_in import look_in, sign_in
from jamsos_desktop.storage import vault
from jamsos_desktop.storage.files import BEGUN, DATABASE, KEYRING, KEYRING_COPY
from tests.factories import ADMIN, ADMIN_PASSWORD, TODAY, FixedClock, built


def make(data_dir, **changes):
    values = {"office_name": "Kota Mojokerto", "login": ADMIN, "name": "Admin"}
    values |= {"password": ADMIN_PASSWORD, "clock": FixedClock()}
    return set_up.init_office(data_dir, **(values | changes))


def test_a_new_office_has_its_admin_at_the_desk(data_dir):
    desk = make(data_dir, office_name="  Kota   Mojokerto ", login=" Admin  Satu ", name=" Dewi ")
    assert desk.officer == Officer(login="Admin Satu", name="Dewi", role="admin")
    here = desk.installation
    assert (here.mode, here.name, here.office_name) == ("office", "Kota Mojokerto", here.name)
    assert here.station_id == here.office_id
    assert not here.practice
    assert verify_journal(desk).good
    desk.close()
    assert look_in(data_dir).name == "Kota Mojokerto"
    assert sorted(p.name for p in data_dir.iterdir()) == sorted(
        ["jamsos.lock", DATABASE, KEYRING, KEYRING_COPY]
    )


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"office_name": "  "}, "office_name_empty"),
        ({"login": " "}, "login_empty"),
        ({"name": ""}, "login_empty"),
        ({"password": "pendek"}, "password_short"),
    ],
)
def test_what_is_missing_is_said_before_anything_exists(data_dir, refused, changes, code):
    refused(code, make, data_dir, **changes)
    assert not data_dir.exists()


def test_a_folder_that_is_set_up_is_not_set_up_again(data_dir, refused):
    make(data_dir).close()
    before = (data_dir / DATABASE).read_bytes(), (data_dir / KEYRING).read_bytes()
    refused("already_set_up", make, data_dir, office_name="Kota Surabaya")
    assert ((data_dir / DATABASE).read_bytes(), (data_dir / KEYRING).read_bytes()) == before
    sign_in(data_dir, ADMIN, ADMIN_PASSWORD).close()


class PulledPlugError(BaseException):
    """What a kill looks like from inside: nothing after it runs but what Python unwinds."""


def pull(*_arguments, **_named):
    raise PulledPlugError


@pytest.mark.parametrize(
    "step",
    [
        "jamsos_desktop.services.set_up.replace_file",
        "jamsos_desktop.services.set_up.open_database",
        "jamsos_desktop.services.set_up.facts.write_installation",
        "jamsos_desktop.services.set_up.facts.write_secrets",
        "jamsos_desktop.services.set_up.journal.append",
        "jamsos_desktop.services.set_up.vault.write_keyring",
        "jamsos_desktop.services.set_up.sign_in",
    ],
)
def test_a_set_up_that_was_killed_anywhere_can_be_done_again(data_dir, monkeypatch, step):
    with monkeypatch.context() as patch:
        patch.setattr(step, pull)
        with pytest.raises(PulledPlugError):
            make(data_dir)
    if step.endswith("sign_in"):  # everything was there already
        desk = sign_in(data_dir, ADMIN, ADMIN_PASSWORD)
    else:
        assert look_in(data_dir) is None
        desk = make(data_dir)
    assert verify_journal(desk).good
    assert len(plan.officers(desk)) == 1
    desk.close()
    assert not (data_dir / BEGUN).exists()


def test_a_kill_after_the_keyring_leaves_an_office_that_opens(data_dir, monkeypatch):
    written = vault.write_keyring

    def write_and_pull(*arguments):
        written(*arguments)
        raise PulledPlugError

    with monkeypatch.context() as patch:
        patch.setattr(vault, "write_keyring", write_and_pull)
        with pytest.raises(PulledPlugError):
            make(data_dir)
    sign_in(data_dir, ADMIN, ADMIN_PASSWORD).close()
    assert not (data_dir / BEGUN).exists()


def test_a_lost_keyring_never_costs_the_database(data_dir, refused):
    """Setting up again over it would delete what the keyring's backup can still open."""
    make(data_dir).close()
    kept = (data_dir / KEYRING).read_bytes()
    before = (data_dir / DATABASE).read_bytes()
    for name in (KEYRING, KEYRING_COPY):
        (data_dir / name).unlink()
    refused("keyring_missing", look_in, data_dir)
    refused("keyring_missing", sign_in, data_dir, ADMIN, ADMIN_PASSWORD)
    refused("keyring_missing", make, data_dir)
    assert (data_dir / DATABASE).read_bytes() == before
    (data_dir / KEYRING).write_bytes(kept)
    sign_in(data_dir, ADMIN, ADMIN_PASSWORD).close()


def test_practice_is_beside_the_real_thing_and_says_so(data_dir):
    desk = set_up.start_practice(data_dir, FixedClock())
    assert desk.data_dir == data_dir / "latihan"
    assert desk.installation.practice
    assert look_in(desk.data_dir).practice
    ((_id, event),) = plan.events(desk)
    assert event.date == TODAY
    desk.close()
    assert look_in(data_dir) is None


def test_practice_is_opened_again_where_it_is(data_dir):
    first = set_up.start_practice(data_dir, FixedClock())
    station_id = first.installation.station_id
    first.close()
    again = set_up.start_practice(data_dir, FixedClock())
    assert again.installation.station_id == station_id
    assert len(plan.events(again)) == 1
    again.close()


def test_practice_that_was_killed_before_its_event_gets_one(data_dir, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(set_up, "plan_practice_event", pull)
        with pytest.raises(PulledPlugError):
            set_up.start_practice(data_dir, FixedClock())
    desk = set_up.start_practice(data_dir, FixedClock())
    assert len(plan.events(desk)) == 1
    desk.close()


@pytest.fixture
def kit():
    return built().kits["Pos 1"]


def officer_in(kit, login="dewi"):
    return next(i for i, officer in kit.officers.items() if officer.login == login)


def test_a_station_from_its_kit_knows_office_events_and_officers(kit, office, data_dir):
    desk = set_up.init_station(data_dir, kit, officer_in(kit), "rahasia-dewi", FixedClock())
    here = desk.installation
    assert (here.mode, here.name, here.code) == ("station", "Pos 1", "MJK1")
    assert here.office_id == office.installation.office_id
    assert here.station_id != here.office_id
    assert desk.officer.login == "dewi"
    assert dict(plan.events(desk)) == dict(plan.events(office))
    assert {o.login for _i, o in plan.officers(desk)} == {"admin", "dewi", "budi"}
    verdict = verify_journal(desk)
    assert verdict.good
    desk.close()


def test_a_station_cannot_open_what_is_sealed_to_its_office(kit, data_dir):
    own = keys.age_recipient_of(kit.secrets.age_identity)
    assert own != kit.installation.office_recipient
    assert kit.secrets.signing_key


def test_somebody_who_is_not_in_the_kit_cannot_sit_down(kit, data_dir, refused):
    refused("officer_unknown", set_up.init_station, data_dir, kit, "gone", "rahasia-sekali")
    refused("password_short", set_up.init_station, data_dir, kit, officer_in(kit), "pendek")
    assert not data_dir.exists()


def test_a_station_that_was_killed_half_way_is_made_again(kit, data_dir, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(vault, "write_keyring", pull)
        with pytest.raises(PulledPlugError):
            set_up.init_station(data_dir, kit, officer_in(kit), "rahasia-dewi")
    set_up.init_station(data_dir, kit, officer_in(kit), "rahasia-dewi").close()
