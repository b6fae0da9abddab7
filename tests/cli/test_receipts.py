"""``receipt issue | inspect | apply``."""

import pytest

from tests.journeys.world import OFFICE, POS1


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "flashdisk"
    folder.mkdir()
    return folder


def test_an_answer_travels_back(world, terminal, stick):
    world.enrol(POS1, 0, 3)
    terminal.at(OFFICE, "bundle", "import", world.export(POS1))

    issued = terminal.at(OFFICE, "receipt", "issue", "--station", "POS1", "--out", stick, "--json")
    assert issued.code == 0
    (path,) = stick.iterdir()
    assert issued.json == {"path": str(path), "accepted_seq": 3}

    inspected = terminal.at(POS1, "receipt", "inspect", path)
    assert "Diterima kantor sampai catatan 3." in inspected.out
    assert terminal.at(POS1, "receipt", "inspect", path, "--json").json["kind"] == "receipt"

    applied = terminal.at(POS1, "receipt", "apply", path)
    assert "Diterima kantor sampai catatan 3 dari 4." in applied.out
    again = terminal.at(POS1, "receipt", "apply", path, "--json")
    assert (again.json["added"], again.json["other_branch"]) == (0, False)


def test_a_station_that_nobody_knows_is_refused(terminal, stick):
    refused = terminal.at(OFFICE, "receipt", "issue", "--station", "pos9", "--out", stick)
    assert refused.code == 3
    assert list(stick.iterdir()) == []


def test_the_answer_is_written_as_a_pdf_at_both_ends(world, terminal, stick, tmp_path):
    world.enrol(POS1, 0, 1)
    terminal.at(OFFICE, "bundle", "import", world.export(POS1))
    assert terminal.at(POS1, "receipt", "paper", "--out", tmp_path / "x.pdf").code == 3
    terminal.at(OFFICE, "receipt", "issue", "--station", "POS1", "--out", stick)
    (answer,) = stick.iterdir()
    terminal.at(POS1, "receipt", "apply", answer)
    for where, named in ((OFFICE, ("--station", "mjk1")), (POS1, ())):
        out = tmp_path / f"{where}.pdf"
        assert terminal.at(where, "receipt", "paper", *named, "--out", out).code == 0
        assert out.read_bytes().startswith(b"%PDF")
