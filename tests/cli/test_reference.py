"""``reference``: what a regulation changes, from the terminal."""

import pytest

from jamsos_desktop.storage.reference import shipped_text
from tests.journeys.world import OFFICE, POS1


@pytest.fixture
def dearer(tmp_path):
    text = shipped_text("tariffs.toml").replace("version = 1", "version = 2")
    path = tmp_path / "tarif baru.toml"
    path.write_text(text.replace("jkk = 10_000", "jkk = 12_000"), "utf-8")
    return path


def test_a_tariff_is_checked_replaced_and_taken_back(world, terminal, dearer, tmp_path):
    listed = terminal.at(OFFICE, "reference", "list")
    assert "tariffs.toml  versi 1, bawaan program" in listed.out
    checked = terminal.at(OFFICE, "reference", "check", dearer, "--name", "tariffs.toml")
    assert "tariff pemerintah, transportasi, 2024-01 · jkk: 10000 → 12000" in checked.out
    told = terminal.at(OFFICE, "reference", "check", dearer, "--name", "tariffs.toml", "--json")
    assert (told.json["version"], len(told.json["differences"])) == (2, 6)

    done = ("reference", "replace", "tariffs.toml", dearer, "--reason", "PP 12/2026")
    assert terminal.at(OFFICE, *done).code == 0
    assert "versi 2, diganti" in terminal.at(OFFICE, "reference", "list").out
    assert "12_000" in terminal.at(OFFICE, "reference", "show", "tariffs.toml").out

    issued = terminal.at(OFFICE, "receipt", "issue", "--station", POS1, "--out", tmp_path, "--json")
    applied = terminal.at(POS1, "receipt", "apply", issued.json["path"])
    assert "Aturan baru: Tarif iuran" in applied.out
    assert terminal.at(POS1, "reference", "list", "--json").json["files"][0]["version"] == 2

    back = terminal.at(OFFICE, "reference", "restore", "tariffs.toml", "--reason", "dicabut")
    assert "bawaan program berlaku lagi" in back.out


def test_rules_of_a_city_are_added_and_a_broken_file_is_refused(world, terminal, tmp_path):
    path = tmp_path / "blitar-2026.toml"
    path.write_text(shipped_text("rules/standar.toml"), "utf-8")
    assert terminal.at(OFFICE, "reference", "add", path, "--reason", "Perwali").code == 0
    assert "rules/blitar-2026.toml" in terminal.at(OFFICE, "reference", "list").out
    broken = tmp_path / "kediri-2026.toml"
    broken.write_text("version = 1\n", "utf-8")
    refused = terminal.at(OFFICE, "reference", "add", broken, "--reason", "x")
    assert refused.code == 3
    assert "isian name tidak ada" in refused.err
