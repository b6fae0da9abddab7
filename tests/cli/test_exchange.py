"""``exchange write | read``."""

import pytest

from jamsos_desktop.domain.destination import FolderPlace
from jamsos_desktop.storage import facts
from tests.journeys.world import POS1, POS2


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "bersama"
    made.mkdir()
    return made


def test_two_laptops_tell_each_other_whom_they_registered(world, terminal, folder):
    world.enrol(POS1, 0, 2)
    world.enrol(POS2, 5, 1)
    first = terminal.at(POS1, "exchange", "write", "--out", folder)
    assert first.code == 0
    assert "2 pendaftaran dari laptop ini" in first.out
    assert "Belum ada berkas dari laptop lain." in first.out
    second = terminal.at(POS2, "exchange", "write", "--out", folder, "--json")
    (one,) = second.json["others"]
    assert (one["people"], second.json["people"]) == (2, 1)
    own = second.json["written"]
    read = terminal.at(POS1, "exchange", "read", own)
    assert "1 pendaftaran" in read.out
    assert len(terminal.at(POS1, "exchange", "read", folder, "--json").json["others"]) == 1
    assert terminal.at(POS2, "exchange", "read", own).code == 3


def test_what_is_refused_is_named_and_the_rest_goes_on(world, terminal, folder):
    broken = folder / "TUKAR_kota-mojokerto_MJK9_000001-000003_20261122-0900.jamsos"
    broken.write_bytes(b"x" * 99)
    read = terminal.at(POS1, "exchange", "read", folder)
    assert read.code == 0
    assert broken.name in read.err
    assert broken.exists()


def test_an_event_that_nobody_knows_is_refused(terminal, folder):
    refused = terminal.at(POS1, "exchange", "write", "--out", folder, "--event", "zzz")
    assert refused.code == 3
    assert list(folder.iterdir()) == []


def test_they_may_meet_where_files_are_uploaded_to(world, terminal, folder):
    world.enrol(POS1, 0, 2)
    for pos in (POS1, POS2):
        with world[pos].database.writing() as connection:
            facts.write_destination(connection, FolderPlace(path=str(folder)))
    assert terminal.at(POS1, "exchange", "write", "--place").code == 0
    done = terminal.at(POS2, "exchange", "write", "--place", "--json")
    assert [one["people"] for one in done.json["others"]] == [2]
    assert terminal.at(POS1, "exchange", "write").code == 2
    assert terminal.at(POS1, "exchange", "write", "--place", "--out", folder).code == 2
