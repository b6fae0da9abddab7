"""What an installation keeps for itself."""

import pytest

from jamsos_desktop.domain.calibration import Calibration
from jamsos_desktop.domain.destination import FolderPlace, S3Place, SftpPlace, WebDavPlace
from jamsos_desktop.domain.installation import Secrets
from jamsos_desktop.domain.print_settings import PrintSettings
from jamsos_desktop.storage import facts
from jamsos_desktop.storage.database import open_database
from tests.factories import KEY, empty_database, office_desk


@pytest.fixture
def database(tmp_path):
    made = empty_database(tmp_path)
    yield made
    made.close()


def spend(database, name="n"):
    with database.writing() as connection:
        return facts.next_number(connection, name)


def test_numbers_count_from_one_each_for_itself(database):
    assert [spend(database), spend(database), spend(database, "m"), spend(database)] == [1, 2, 1, 3]


def test_a_spent_number_stays_spent_after_a_restart(database, tmp_path):
    assert [spend(database), spend(database)] == [1, 2]
    database.close()
    again = open_database(tmp_path, KEY)
    assert spend(again) == 3
    again.close()


def test_secrets_come_back_and_are_replaced(database):
    for secrets in (Secrets(signing_key="aa"), Secrets(signing_key="bb", age_identity="cc")):
        with database.writing() as connection:
            facts.write_secrets(connection, secrets)
        with database.reading() as connection:
            assert facts.read_secrets(connection) == secrets


def test_an_installation_comes_back(database, tmp_path):
    desk = office_desk(tmp_path / "desks")
    with database.writing() as connection:
        facts.write_installation(connection, desk.installation)
    with database.reading() as connection:
        assert facts.read_installation(connection) == desk.installation
    desk.close()


def test_how_an_installation_prints_is_kept_with_its_printers(database):
    with database.writing() as connection:
        assert facts.read_print_settings(connection) == PrintSettings()
        measured = {"HP balai": Calibration(left=31.5, across=149)}
        chosen = PrintSettings(sheet="cr80", logo=b"\x00\xff", calibrations=measured)
        facts.write_print_settings(connection, chosen)
        assert facts.read_print_settings(connection) == chosen


def test_columns_are_remembered_for_each_set_of_headings(database):
    at = "2025-11-12T09:00:00+07:00"
    with database.writing() as connection:
        for number in range(60):
            known = facts.ColumnSet((f"nama{number}",), ("name",), at)
            facts.write_columns(connection, known)
        facts.write_columns(connection, facts.ColumnSet(("nama59",), ("note",), at))
    with database.reading() as connection:
        assert facts.read_columns(connection, ("nama59",)).fields == ("note",)
        assert facts.read_columns(connection, ("nama30",)).fields == ("name",)
        assert facts.read_columns(connection, ("nama1",)) is None  # the oldest are forgotten


PLACES = (
    FolderPlace(path="/share/kirim"),
    WebDavPlace(url="https://awan.contoh.id/kirim", user="pos1", password="rahasia-1"),
    SftpPlace(host="contoh.id", user="pos1", password="rahasia-2", private_key="rahasia-3"),
    S3Place(endpoint="https://s3.contoh.id", bucket="kirim", secret_key="rahasia-4"),
)


def test_where_to_upload_is_kept_and_forgotten(database):
    with database.writing() as connection:
        assert facts.read_destination(connection) is None
        for place in PLACES:
            facts.write_destination(connection, place)
            assert facts.read_destination(connection) == place
        facts.forget_destination(connection)
        assert facts.read_destination(connection) is None


def test_a_destination_shows_its_address_and_no_secret():
    for place in PLACES:
        assert place.address in repr(place)
        assert "rahasia" not in f"{place!r} {place} {place.address} {place.key}"
    assert len({place.key for place in PLACES}) == len(PLACES)
