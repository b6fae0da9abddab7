"""``enrol``, ``cards``, ``bundle`` and ``journal``: an event's day from a terminal."""

import pytest

from jamsos_desktop.domain.numbers import check_number
from jamsos_desktop.services.find import count_participants
from tests.journeys.lists import rows_of, write_list
from tests.journeys.world import OFFICE, POS1


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "flashdisk"
    folder.mkdir()
    return folder


def test_a_list_is_enrolled_and_its_report_balances(world, terminal, tmp_path):
    rows = rows_of(0, 6)
    rows[2]["NIK"] = "123"
    rows[4] = rows[0]
    path = write_list(tmp_path / "daftar.csv", rows)

    said = terminal.at(POS1, "enrol", "--csv", path, "--json")

    assert said.code == 0
    result = said.json
    assert (result["enrolled"], result["refused"]) == (4, 2)
    assert [row["line"] for row in result["rows"]] == [2, 3, 4, 5, 6, 7]
    for row in result["rows"]:
        if row["number"]:
            assert check_number(row["number"])
            assert row["findings"] == []
    (short,) = result["rows"][2]["findings"]
    assert (short["level"], short["code"], short["field"]) == ("error", "nik_length", "nik")
    assert "16 angka" in short["message"]
    assert [f["code"] for f in result["rows"][4]["findings"]] == ["nik_twice_in_list"]
    assert count_participants(world[POS1]) == 4


def test_the_same_list_again_enrols_nobody(world, terminal, tmp_path):
    path = write_list(tmp_path / "daftar.csv", rows_of(0, 3))
    terminal.at(POS1, "enrol", "--csv", path)

    again = terminal.at(POS1, "enrol", "--csv", path)

    assert again.code == 3
    assert "0 terdaftar, 3 ditolak." in again.out
    assert "NIK ini sudah terdaftar" in again.out
    assert count_participants(world[POS1]) == 3


def test_cards_of_an_event_are_saved_once_and_only_what_is_new(world, terminal, tmp_path):
    enrolled = world.enrol(POS1, 0, 2)
    event = world.event_id[:6]
    first = terminal.at(POS1, "cards", "--event", event, "--out", tmp_path / "kartu.pdf")
    assert first.code == 0
    assert "2 kartu" in first.out
    assert (tmp_path / "kartu.pdf").read_bytes().startswith(b"%PDF")

    nothing = terminal.at(
        POS1, "cards", "--event", event, "--out", tmp_path / "baru.pdf", "--not-printed"
    )
    assert nothing.code == 3
    assert "Tidak ada kartu yang dipilih." in nothing.err
    assert not (tmp_path / "baru.pdf").exists()

    again = terminal.at(POS1, "cards", "--event", event, "--out", tmp_path / "kartu.pdf")
    assert "kartu (2).pdf" in again.out
    assert len(enrolled) == 2


def test_an_event_that_is_not_known_is_refused(terminal, tmp_path):
    said = terminal.at(POS1, "cards", "--event", "zzzz", "--out", tmp_path / "x.pdf")

    assert said.code == 3
    assert "Kegiatan itu tidak ditemukan" in said.err


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
    assert "Sudah pernah diimpor pada" in again.out
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


def test_the_journal_is_verified_rebuilt_and_compared(world, terminal):
    world.enrol(POS1, 0, 4)
    before = terminal.at(POS1, "journal", "state-hash")
    assert before.code == 0
    assert len(before.out.strip()) == 64

    verified = terminal.at(POS1, "journal", "verify", "--json")
    assert (verified.code, verified.json["good"]) == (0, True)
    assert (verified.json["broken"], verified.json["gaps"], verified.json["forks"]) == ([], [], [])
    assert "Jurnal utuh." in terminal.at(POS1, "journal", "verify").out

    rebuilt = terminal.at(POS1, "journal", "rebuild")
    assert rebuilt.code == 0
    assert str(verified.json["entries"]) in rebuilt.out
    assert terminal.at(POS1, "journal", "state-hash").out == before.out


def test_a_journal_that_was_tampered_with_is_told_and_refused(world, terminal):
    world.enrol(POS1, 0, 3)
    with world[POS1].database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE entry SET recorded_at = '2020-01-01T00:00:00.000+07:00' "
            "WHERE id = (SELECT max(id) - 1 FROM entry)"
        )

    said = terminal.at(POS1, "journal", "verify")

    assert said.code == 3
    assert "Rusak: jurnal" in said.out
    assert "Jurnal perlu diperiksa." in said.out
