"""Getting in, being kept out, and coming back in by the recovery sheet."""

import pytest

from jamsos_desktop.bundle import keys
from jamsos_desktop.services import plan
from jamsos_desktop.services.sign_in import Welcome, look_in, reset_password, sign_in
from jamsos_desktop.storage import facts
from jamsos_desktop.storage.files import DATABASE, KEYRING, KEYRING_COPY
from tests.factories import ADMIN, ADMIN_PASSWORD, OFFICE_NAME, FixedClock, station_desk


@pytest.fixture
def closed(office):
    """The folder of the office and the identity on its recovery sheet."""
    with office.database.reading() as connection:
        identity = facts.read_secrets(connection).age_identity
    office.close()
    return office.data_dir, identity


def test_the_login_says_whose_data_they_are(closed, tmp_path):
    assert look_in(closed[0]) == Welcome(OFFICE_NAME, "office", False)
    assert look_in(tmp_path / "empty") is None


def test_a_folder_without_an_installation_is_told(tmp_path, refused):
    refused("not_set_up", sign_in, tmp_path, ADMIN, ADMIN_PASSWORD)
    refused("not_set_up", reset_password, tmp_path, "key", ADMIN, ADMIN_PASSWORD)
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_password_lets_nobody_in_and_frees_the_folder(closed, refused):
    refused("password_wrong", sign_in, closed[0], ADMIN, "salah-sekali", FixedClock())
    sign_in(closed[0], ADMIN, ADMIN_PASSWORD, FixedClock()).close()


def test_wrong_passwords_wait_across_restarts(closed, refused):
    clock = FixedClock()
    for _ in range(3):
        refused("password_wrong", sign_in, closed[0], ADMIN, "salah-sekali", clock)
    assert refused("too_many_tries", sign_in, closed[0], ADMIN, ADMIN_PASSWORD, clock)["wait"] == 5
    clock.go(seconds=5)
    sign_in(closed[0], ADMIN, ADMIN_PASSWORD, clock).close()


def test_two_officers_work_on_one_database(office):
    budi = next(i for i, o in plan.officers(office) if o.login == "budi")
    plan.set_password(office, budi, "rahasia-budi", ADMIN_PASSWORD)
    office.close()
    desk = sign_in(office.data_dir, "budi", "rahasia-budi")
    assert desk.officer_id == budi
    assert desk.author == (office.installation.station_id, budi)
    desk.close()
    sign_in(office.data_dir, ADMIN, ADMIN_PASSWORD).close()


def test_the_recovery_sheet_gives_a_new_password(closed, refused):
    folder, identity = closed
    clock = FixedClock()
    for _ in range(3):
        refused("password_wrong", sign_in, folder, ADMIN, "lupa-sekali", clock)
    reset_password(folder, identity, " ADMIN ", "sandi-baru")
    refused("password_wrong", sign_in, folder, ADMIN, ADMIN_PASSWORD, clock)
    sign_in(folder, ADMIN, "sandi-baru", clock).close()


def test_the_offices_sheet_opens_its_stations_too(closed, tmp_path):
    station = station_desk(tmp_path)
    station.close()
    reset_password(station.data_dir, closed[1], "budi", "sandi-baru")
    sign_in(station.data_dir, "budi", "sandi-baru").close()


def test_another_offices_sheet_changes_nothing(closed, refused):
    folder, identity = closed
    before = (folder / KEYRING).read_bytes()
    refused("recovery_wrong", reset_password, folder, keys.new_age_identity(), ADMIN, "sandi-baru")
    refused("officer_unknown", reset_password, folder, identity, "nobody", "sandi-baru")
    refused("password_short", reset_password, folder, identity, ADMIN, "pendek")
    assert (folder / KEYRING).read_bytes() == before
    sign_in(folder, ADMIN, ADMIN_PASSWORD).close()


def test_a_damaged_keyring_is_told_plainly(closed, refused):
    for name in (KEYRING, KEYRING_COPY):
        (closed[0] / name).write_bytes(b"{}")
    refused("keyring_damaged", sign_in, closed[0], ADMIN, ADMIN_PASSWORD)
    refused("keyring_damaged", look_in, closed[0])


def test_a_lost_database_is_told_plainly_and_not_made_anew(closed, refused):
    (closed[0] / DATABASE).unlink()
    refused("data_missing", sign_in, closed[0], ADMIN, ADMIN_PASSWORD)
    refused("data_missing", reset_password, closed[0], closed[1], ADMIN, "sandi-baru")
    assert not (closed[0] / DATABASE).exists()


def test_a_keyring_of_another_installation_opens_nothing(closed, tmp_path, refused):
    station = station_desk(tmp_path)
    station.close()
    for name in (KEYRING, KEYRING_COPY):
        (closed[0] / name).write_bytes((station.data_dir / name).read_bytes())
    refused("data_damaged", sign_in, closed[0], "dewi", "rahasia-dewi")


def test_a_desk_that_cannot_be_laid_leaves_nothing_open(closed, monkeypatch):
    def fail(_connection):
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(facts, "read_installation", fail)
        with pytest.raises(ZeroDivisionError):
            sign_in(closed[0], ADMIN, ADMIN_PASSWORD)
    assert not (closed[0] / f"{DATABASE}-wal").exists()
    sign_in(closed[0], ADMIN, ADMIN_PASSWORD).close()
