"""``office candidates import`` and ``list``."""

import pytest

from jamsos_desktop.services import plan
from jamsos_desktop.services.candidates import find_candidates
from jamsos_desktop.storage.candidates import Filter
from tests.journeys.world import OFFICE


@pytest.fixture
def path(tmp_path):
    """Two good rows and one whose NIK a spreadsheet rounded."""
    made = tmp_path / "calon.csv"
    made.write_text(
        "NIK;Nama;Tgl Lahir;Kelurahan;RT;RW\n"
        "3576035708900001;Siti Aminah;17-08-1990;Kranggan;1;2\n"
        "3,57603E+15;Budi;17-08-1985;Kranggan;1;2\n"
        ";Tini;17-08-1970;Kranggan;1;3\n"
    )
    return made


def test_a_list_is_checked_taken_in_and_named(world, terminal, path):
    base = ("office", "candidates")
    checked = terminal.at(OFFICE, *base, "import", "--file", path, "--check", "--json")
    assert (checked.code, checked.json["new"], checked.json["refused"]) == (0, 2, 1)
    assert find_candidates(world[OFFICE], Filter()) == []

    said = terminal.at(OFFICE, *base, "import", "--file", path)
    assert said.code == 0
    assert "3: Salah: NIK ini tersimpan sebagai bilangan" in said.out
    assert "2 baru, 0 berubah, 0 tetap, 1 ditolak." in said.out

    again = terminal.at(OFFICE, *base, "import", "--file", path)
    assert "0 baru, 0 berubah, 2 tetap, 1 ditolak." in again.out

    listed = terminal.at(OFFICE, *base, "list", "--unregistered", "--json")
    assert [(one["name"], one["nik"]) for one in listed.json] == [
        ("Siti Aminah", "3576••••••••0001"),
        ("Tini", ""),
    ]
    plain = terminal.at(OFFICE, *base, "list", "--village", "35.76.03")
    assert "Siti Aminah  3576••••••••0001" in plain.out


def test_a_list_of_nothing_but_errors_is_refused(world, terminal, path):
    path.write_text("NIK;Nama\n123;Siti\n")
    said = terminal.at(OFFICE, "office", "candidates", "import", "--file", path)
    assert said.code == 3


def test_a_programme_is_named_by_the_beginning_of_its_id(world, terminal, path):
    programme_id = plan.programmes(world[OFFICE])[0][0]
    args = ("office", "candidates", "import", "--file", path, "--programme")
    assert terminal.at(OFFICE, *args, programme_id[:6]).code == 0
    assert terminal.at(OFFICE, *args, "tidak ada").code == 3
