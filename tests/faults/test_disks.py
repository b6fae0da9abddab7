"""Full, read-only, taken, newer, missing: what was saved stays, and the reason is told."""

import shutil
from itertools import count

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.messages import explain
from jamsos_desktop.services.find import count_participants
from jamsos_desktop.services.keep_journal import verify_journal
from jamsos_desktop.services.print_cards import choose_cards, save_cards
from tests.faults.disks import fill, make_read_only, mounted
from tests.journeys.terminal import program
from tests.journeys.world import LOGINS, PASSWORDS, POS1


@pytest.fixture
def small_disk(tmp_path):
    with mounted(tmp_path / "kecil", "size=3m") as folder:
        yield folder


def test_a_full_disk_while_registering_keeps_what_was_saved(world, small_disk):
    shutil.copytree(world.folder / POS1, small_disk / POS1)
    shutil.rmtree(world.folder / POS1)
    (world.folder / POS1).symlink_to(small_disk / POS1)
    try:
        saved = world.enrol(POS1, 0, 3)
        filler = fill(small_disk)
        with pytest.raises(UserError) as refused:
            saved.extend(one for n in count(3) for one in world.enrol(POS1, n, 1))
        assert refused.value.code == "disk_full"
        assert "Data yang sudah disimpan tetap aman" in explain(refused.value).data
        assert count_participants(world[POS1]) == len(saved)

        filler.unlink()
        saved += world.enrol(POS1, len(saved), 2)
        world.close()
        assert count_participants(world[POS1]) == len(saved)
        assert verify_journal(world[POS1]).good
    finally:
        world.close()


def test_a_full_stick_gets_no_bundle_and_no_cards(world, small_disk, terminal):
    world.enrol(POS1, 0, 40)
    fill(small_disk)

    bundle = terminal.at(POS1, "bundle", "export", "--out", small_disk)
    cards = terminal.at(POS1, "cards", "--event", world.event_id, "--out", small_disk / "kartu.pdf")

    for said in (bundle, cards):
        assert said.code == 3
        assert "tempat tujuan" in said.err.lower()
        assert "data di laptop ini tetap aman" in said.err
    assert [path.name for path in small_disk.iterdir()] == ["film.mp4"]
    assert count_printed(world) == 0


def test_a_read_only_stick_is_named(world, small_disk, terminal):
    world.enrol(POS1, 0, 2)
    make_read_only(small_disk)

    said = terminal.at(POS1, "bundle", "export", "--out", small_disk)

    assert said.code == 3
    assert "Tempat tujuan tidak boleh ditulisi." in said.err
    assert "Geser kunci pengaman flashdisk" in said.err


def test_a_stick_that_was_pulled_out_is_named(world, terminal, tmp_path):
    world.enrol(POS1, 0, 2)

    said = terminal.at(POS1, "bundle", "export", "--out", tmp_path / "tercabut")

    assert said.code == 3
    assert "flashdisk tercabut" in said.err


def test_a_data_folder_that_may_not_be_written_is_named(world, small_disk, terminal):
    shutil.copytree(world.folder / POS1, small_disk / POS1)
    make_read_only(small_disk)
    said = terminal.at(POS1, "--data", small_disk / POS1, "journal", "verify")

    assert said.code == 3
    assert "Folder data tidak" in said.err


def test_a_data_folder_that_cannot_be_made_is_named(terminal, tmp_path, monkeypatch):
    monkeypatch.setenv("JAMSOS_PASSWORD", "rahasia uji")
    (tmp_path / "berkas").write_text("bukan folder")

    said = terminal("--data", tmp_path / "berkas" / "x", "office", "init", "--name", "Kota Uji")

    assert said.code == 3
    assert "Folder data tidak bisa dibuka." in said.err


def test_a_second_program_on_the_same_folder_says_so_and_stops(world):
    world.enrol(POS1, 0, 1)  # this program is open

    said = program(
        *("--data", world.folder / POS1, "journal", "verify"),
        JAMSOS_LOGIN=LOGINS[POS1],
        JAMSOS_PASSWORD=PASSWORDS[POS1],
    )

    assert said.code == 3
    assert "Program ini sudah terbuka untuk data yang sama." in said.err
    world.enrol(POS1, 1, 1)
    assert count_participants(world[POS1]) == 2


def test_data_of_a_newer_program_are_left_alone(world, terminal):
    world.enrol(POS1, 0, 1)
    with world[POS1].database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    world.close()
    before = (world.folder / POS1 / "jamsos.db").read_bytes()

    said = terminal.at(POS1, "journal", "rebuild")

    assert said.code == 3
    assert "dibuat program yang lebih baru" in said.err
    assert "9999" in said.err
    assert (world.folder / POS1 / "jamsos.db").read_bytes() == before


def test_cards_that_do_not_fit_are_not_journalled(world, small_disk):
    world.enrol(POS1, 0, 5)
    fill(small_disk)
    chosen = choose_cards(world[POS1], world.event_id)

    with pytest.raises(UserError) as refused:
        save_cards(world[POS1], chosen, small_disk / "kartu.pdf")

    assert refused.value.code in {"target_full", "target_too_small"}
    assert count_printed(world) == 0


def count_printed(world):
    return len(choose_cards(world[POS1], world.event_id)) - len(
        choose_cards(world[POS1], world.event_id, not_printed=True)
    )
