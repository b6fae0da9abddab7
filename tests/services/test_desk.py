"""One program at a time for each folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from jamsos_desktop.services.desk import LOCK, lock_folder, system_clock
from jamsos_desktop.services.sign_in import sign_in
from tests.factories import ADMIN, ADMIN_PASSWORD, office_desk

SOURCE = Path(__file__).parents[2] / "src"
SECOND = """
import sys
from pathlib import Path
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.sign_in import sign_in
try:
    sign_in(Path(sys.argv[1]), sys.argv[2], sys.argv[3]).close()
except UserError as error:
    print(error.code)
else:
    print("opened")
"""


def second_program(folder):
    done = subprocess.run(
        [sys.executable, "-c", SECOND, str(folder), ADMIN, ADMIN_PASSWORD],
        env={"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_a_second_program_is_told_that_the_folder_is_in_use(tmp_path):
    desk = office_desk(tmp_path)
    assert second_program(desk.data_dir) == "data_in_use"
    desk.close()
    sign_in(desk.data_dir, ADMIN, ADMIN_PASSWORD).close()


def test_within_one_program_the_folder_is_taken_once_too(tmp_path, refused):
    lock = lock_folder(tmp_path)
    values = refused("data_in_use", lock_folder, tmp_path)
    assert values == {"folder": str(tmp_path)}
    lock.release()
    lock_folder(tmp_path).release()


def test_a_lock_that_a_killed_program_left_does_not_hinder(tmp_path):
    (tmp_path / LOCK).touch()
    lock_folder(tmp_path).release()


def test_a_folder_that_cannot_be_made_is_told(tmp_path, refused):
    (tmp_path / "file").touch()
    refused("data_cannot_open", lock_folder, tmp_path / "file" / "data")


def test_the_clock_of_the_computer_has_a_zone():
    assert system_clock().tzinfo is not None


def test_a_desk_knows_whose_journal_it_writes(office):
    assert office.author == (office.installation.station_id, office.officer_id)
    with pytest.raises(AttributeError):
        office.officer_id = "somebody"
