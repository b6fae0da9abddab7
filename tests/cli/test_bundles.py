"""``bundle export | inspect | verify | import``."""

import re

import pytest
import sqlalchemy as sa

from jamsos_desktop.services import pictures
from jamsos_desktop.services.find import count_participants
from jamsos_desktop.storage.models import media
from tests.factories import enrol_one
from tests.journeys.world import OFFICE, POS1
from tests.pictures import encoded, face


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "flashdisk"
    folder.mkdir()
    return folder


def test_a_bundle_travels(world, terminal, stick):
    world.enrol(POS1, 0, 3)

    exported = terminal.at(POS1, "bundle", "export", "--out", stick, "--json")
    assert exported.code == 0
    assert (exported.json["participants"], exported.json["first_seq"]) == (3, 1)
    (path,) = stick.iterdir()
    assert exported.json["path"] == str(path)
    assert exported.json["size"] == path.stat().st_size

    inspected = terminal.at(OFFICE, "bundle", "inspect", path, "--json")
    assert inspected.json["sender"]["name"] == "pos1"
    assert inspected.json["counts"]["participants"] == 3
    assert "pos1" in terminal.at(OFFICE, "bundle", "inspect", path).out

    verified = terminal.at(OFFICE, "bundle", "verify", path, "--json")
    assert verified.json == {"good": True, "entries": exported.json["last_seq"]}
    assert count_participants(world[OFFICE]) == 0

    imported = terminal.at(OFFICE, "bundle", "import", path, "--json")
    assert imported.code == 0
    (report,) = imported.json["imported"]
    assert report["counts"] == {"new": 3, "changed": 0, "same": 0, "conflict": 0}
    assert len(report["rows"]) == 3
    assert report["before"] is None
    assert imported.json["refused"] == []


def test_importing_again_says_when_it_was_imported_before(world, terminal):
    world.enrol(POS1, 0, 2)
    path = world.export(POS1)
    terminal.at(OFFICE, "bundle", "import", path)
    state = world.state()

    again = terminal.at(OFFICE, "bundle", "import", path)

    assert again.code == 0
    assert re.search(r"Sudah pernah diimpor pada [0-9-]{10} [0-9:]{5} \S+\.", again.out)
    assert "  sudah ada  " in again.out
    assert "baru 0, berubah 0" in again.out
    assert world.state() == state


def test_of_several_files_the_good_ones_come_in_and_the_bad_ones_are_named(world, terminal, stick):
    world.enrol(POS1, 0, 2)
    good = world.export(POS1)
    bad = stick / "rusak.jamsos"
    bad.write_bytes(good.read_bytes()[:-10])

    said = terminal.at(OFFICE, "bundle", "import", bad, good, "--json")

    assert said.code == 3
    assert [report["file"] for report in said.json["imported"]] == [good.name]
    (refused,) = said.json["refused"]
    assert (refused["file"], refused["code"]) == ("rusak.jamsos", "bundle_truncated")
    assert "rusak.jamsos: Berkas ini tidak utuh" in said.err
    assert "Tidak ada data yang berubah." in said.err
    assert count_participants(world[OFFICE]) == 2


def test_only_an_office_imports(world, terminal):
    world.enrol(POS1, 0, 1)
    said = terminal.at(POS1, "bundle", "import", world.export(POS1))

    assert said.code == 3
    assert "Ini hanya bisa dilakukan di kantor." in said.err


def test_pictures_and_those_that_are_lacking_are_said(world, terminal, stick):
    desk = world[POS1]
    here, lost = (pictures.take_photo(desk, encoded(face(number))) for number in (1, 2))
    enrolled = [enrol_one(desk, n, photo=photo) for n, photo in enumerate((here, lost))]
    with desk.database.writing() as connection:
        connection.execute(sa.delete(media).where(media.c.sha256 == lost))
    world.close(POS1)

    exported = terminal.at(POS1, "bundle", "export", "--out", stick)
    assert "1 foto atau tanda tangan hilang atau rusak" in exported.out
    (path,) = stick.iterdir()
    assert "Foto dan tanda tangan: 1" in terminal.at(OFFICE, "bundle", "inspect", path).out
    imported = terminal.at(OFFICE, "bundle", "import", path).out
    assert "foto dan tanda tangan: 1" in imported
    assert f"gambar belum ada (tidak ikut): {enrolled[1].number}" in imported


def test_two_sticks_at_once_and_the_one_that_failed_is_said(world, terminal, tmp_path):
    world.enrol(POS1, 0, 1)
    one, two = tmp_path / "satu", tmp_path / "dua"
    one.mkdir()
    failed = terminal.at(POS1, "bundle", "export", "--out", one, "--second", two)
    assert failed.code == 0
    assert str(two) in failed.err
    two.mkdir()
    done = terminal.at(POS1, "bundle", "export", "--out", one, "--second", two, "--json")
    assert done.json["second"].startswith(str(two))
    assert done.json["failed"] is None
