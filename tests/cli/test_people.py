"""``station init`` and ``enrol``."""

from jamsos_desktop.domain.numbers import check_number
from jamsos_desktop.services.find import count_participants
from jamsos_desktop.services.sign_in import look_in
from tests.journeys.lists import HEADINGS, rows_of, write_list
from tests.journeys.world import POS1


def test_a_wrong_activation_code_makes_nothing(world, terminal, monkeypatch):
    monkeypatch.setenv("JAMSOS_ACTIVATION_CODE", "AAAA-BBBB-CCCC-DDDD")
    folder = world.folder / "baru"
    kit = world.folder / f"{POS1}.jamsos"
    said = terminal("--data", folder, "--login", "x", "station", "init", "--kit", kit)

    assert said.code == 3
    assert "Kata sandi untuk berkas ini salah." in said.err
    assert look_in(folder) is None


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


def test_a_list_of_people_whom_nobody_asked_enrols_nobody(world, terminal, tmp_path):
    path = write_list(tmp_path / "daftar.csv", rows_of(0, 2), headings=tuple(HEADINGS))

    said = terminal.at(POS1, "enrol", "--csv", path)

    assert said.code == 3
    assert "2: Salah: Persetujuan belum dicatat. Tanyakan kepada orangnya." in said.out
    assert count_participants(world[POS1]) == 0
