"""From the doors of the first windows into real installations."""

import pytest

from jamsos_desktop.domain.records import Officer
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.doors import doors_of, set_up_in
from jamsos_desktop.storage import facts
from tests.factories import ADMIN, ADMIN_PASSWORD, STATIONS, built, office_desk


def refused(code, door, *given):
    with pytest.raises(UserError) as error:
        door(*given)
    assert error.value.code == code


def test_a_kit_and_its_code_make_a_station(data_dir):
    issued = built().issued["Pos 1"]
    doors = set_up_in(data_dir)
    refused("bundle_bad_passphrase", doors.read_kit, issued.path, "AAAA-AAAA-AAAA-AAAA")
    kit = doors.read_kit(issued.path, issued.activation_code)
    login, _password = STATIONS["Pos 1"]
    officer_id = next(key for key, officer in kit.officers.items() if officer.login == login)
    desk = doors.init_station(kit, officer_id, "kata-sandi-baru")
    assert (desk.installation.mode, desk.installation.name) == ("station", "Pos 1")
    desk.close()
    again = doors_of(data_dir).sign_in(login, "kata-sandi-baru")
    assert again.officer_id == officer_id
    again.close()


def test_an_office_is_made_and_entered(data_dir):
    desk = set_up_in(data_dir).init_office("Disnaker Pasuruan", "rina", "Rina", "rahasia-rina")
    assert isinstance(desk.officer, Officer)
    desk.close()
    refused("password_wrong", doors_of(data_dir).sign_in, "rina", "rahasia-rani")


def test_practice_is_one_press(data_dir):
    desk = set_up_in(data_dir).start_practice()
    assert desk.installation.practice
    desk.close()


def test_the_recovery_sheet_gives_a_new_password(tmp_path):
    desk = office_desk(tmp_path)
    with desk.database.reading() as connection:
        identity = facts.read_secrets(connection).age_identity  # as printed on the sheet
    desk.close()
    doors = doors_of(tmp_path / "office")
    doors.reset_password(identity, ADMIN, "sandi-yang-baru")
    refused("password_wrong", doors.sign_in, ADMIN, ADMIN_PASSWORD)
