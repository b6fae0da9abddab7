"""``inbox …`` and what ``bundle inspect | import`` say of a bundle that stops."""

import pytest

from tests.factories import enrol_one
from tests.gui.inbox.strange import strange_bundle
from tests.journeys.world import OFFICE, POS1, POS2


@pytest.fixture
def twice(world, terminal, tmp_path):
    """Six people whom both stations registered; the bundle of the second."""
    for number in range(6):
        enrol_one(world[POS1], number)
        enrol_one(world[POS2], number)
    first, second = world.export(POS1), world.export(POS2)
    assert terminal.at(OFFICE, "bundle", "import", first).code == 0
    return second


def test_a_bundle_with_too_many_duplicates_needs_a_reason(terminal, twice, tmp_path):
    seen = terminal.at(OFFICE, "bundle", "inspect", twice)
    assert "BERHENTI: 6 dari 6 orang baru sudah terdaftar" in seen.out
    assert terminal.at(OFFICE, "bundle", "inspect", twice, "--json").json["would"]["duplicates"]

    refused = terminal.at(OFFICE, "bundle", "import", twice)
    assert refused.code == 3
    assert "berhenti untuk ditanyakan" in refused.err

    sheet = tmp_path / "laporan.csv"
    why = ("--anyway", "Dua pos di satu acara", "--save", sheet)
    done = terminal.at(OFFICE, "bundle", "import", twice, *why)
    assert done.code == 0
    assert "baru 6" in done.out
    assert sheet.read_text("utf-8-sig").count("NIK sama") == 6


def test_the_office_sets_its_own_brake(terminal, world):
    assert terminal.at(OFFICE, "inbox", "brake", "--json").json == {"share": 20, "least": 5}
    assert "35 %" in terminal.at(OFFICE, "inbox", "brake", "--share", 35).out
    assert terminal.at(OFFICE, "inbox", "brake", "--least", 0).code == 3


def test_what_is_set_aside_is_listed_and_read_again(terminal, world, tmp_path):
    assert terminal.at(OFFICE, "inbox", "quarantine", "--json").json == []
    assert "Disisihkan: 0 catatan." in terminal.at(OFFICE, "inbox", "quarantine").out
    why = ("--anyway", "Sudah ditanyakan")
    told = terminal.at(OFFICE, "bundle", "import", strange_bundle(world, tmp_path), *why)
    assert told.code == 0
    listed = terminal.at(OFFICE, "inbox", "quarantine").out
    assert "(pendaftaran): ditulis program yang lebih baru" in listed
    assert "Perbarui program di komputer ini" in listed
    assert "Disisihkan: 3 catatan." in listed
    rows = terminal.at(OFFICE, "inbox", "quarantine", "--json").json
    assert [row["why"] for row in rows] == ["newer", "unreadable", "oversteps"]
    again = terminal.at(OFFICE, "inbox", "read-again", "--json").json
    assert again == {"taken": 0, "left": 3}
    assert "Masih disisihkan: 3." in terminal.at(OFFICE, "inbox", "read-again").out
