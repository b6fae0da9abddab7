"""Rules are listed, looked at before they hold, and taken back."""

import pytest

from jamsos_desktop.domain.records import ReferenceFile
from jamsos_desktop.domain.reference_file import record_id_of
from jamsos_desktop.gui.reference.presenter import ReferencePresenter
from jamsos_desktop.gui.reference.state import State
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.services.reference import in_force
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.reference import shipped_names, shipped_text
from tests.fakes import InlineJobs


class View:
    state = State()

    def display(self, state):
        self.state = state


def open_part(desk):
    said = []
    presenter = ReferencePresenter(View(), InlineJobs(), desk, said.append)
    presenter.said = said
    presenter.refresh()
    return presenter


@pytest.fixture
def part(office):
    return open_part(office)


def line_of(part, name):
    return next(line for line in part.state.lines if line.name == name)


def test_every_file_is_listed_with_its_origin(part):
    assert [line.name for line in part.state.lines] == list(shipped_names())
    line = line_of(part, "rules/standar.toml")
    assert (line.kind, line.title, line.version) == ("Aturan peserta", "Standar", "1")
    assert (line.origin, line.tone) == ("bawaan program", "neutral")
    assert line.why_not_restore
    assert line_of(part, "texts/consent-1.id.toml").why_not_replace


def test_a_file_is_looked_at_and_then_holds(part, office, dearer):
    part.look_at("tariffs.toml", dearer)
    look = part.state.look
    assert look.what == "Ganti tariffs.toml"
    assert look.more == ("Berkasnya bisa dipakai: versi 1 menjadi versi 2. 6 isian berubah.")
    assert in_force(office).tariffs[0].jkk == 10_000
    part.accept("PP 12/2026")
    assert in_force(office).tariffs[0].jkk == 12_000
    assert part.state.look is None
    assert part.said == ["tariffs.toml berlaku mulai sekarang"]
    line = line_of(part, "tariffs.toml")
    assert (line.version, line.origin) == ("2", "diganti 22-11-2026")
    assert "oleh Admin Kantor: PP 12/2026 · bawaan program: versi 1" in line.more

    part.look_at_shipped("tariffs.toml")
    assert "versi 1 bawaan program berlaku" in part.state.look.more
    part.accept("dicabut")
    assert in_force(office).tariffs[0].jkk == 10_000
    assert part.said[-1] == "tariffs.toml: bawaan program berlaku lagi"


def test_what_is_looked_at_can_be_left(part, office, dearer):
    part.look_at("tariffs.toml", dearer)
    part.leave()
    assert part.state.look is None
    part.accept("x")  # nothing is looked at any more
    assert in_force(office).tariffs[0].jkk == 10_000


def test_a_broken_file_is_refused_in_three_parts(part, dearer):
    dearer.write_text("version = 2\n[[tariff]]\n", "utf-8")
    part.look_at("tariffs.toml", dearer)
    assert part.state.look is None
    assert "di tariff ke-1" in part.state.error.what
    assert part.state.error.todo


def test_without_a_reason_nothing_holds(part, office, dearer):
    part.look_at("tariffs.toml", dearer)
    part.accept("  ")
    assert part.state.error is not None
    assert part.state.look is not None
    assert in_force(office).tariffs[0].jkk == 10_000


def test_rules_of_a_city_are_added_and_taken_away(part, tmp_path):
    path = tmp_path / "blitar-2026.toml"
    path.write_text(shipped_text("rules/standar.toml").replace("Standar", "Blitar"), "utf-8")
    part.look_at_new([path])
    assert part.state.look.what == "Tambah rules/blitar-2026.toml"
    assert part.state.look.differences == ()
    part.accept("Perwali")
    assert line_of(part, "rules/blitar-2026.toml").origin == "ditambah 22-11-2026"
    part.look_at_shipped("rules/blitar-2026.toml")
    assert "tidak punya bawaannya" in part.state.look.more


def test_the_file_that_holds_is_saved_for_editing(part, tmp_path):
    part.save("tariffs.toml", tmp_path / "edit.toml")
    assert "Ubah dengan penyunting teks" in part.state.success
    assert (tmp_path / "edit.toml").read_text("utf-8") == shipped_text("tariffs.toml")


def test_a_station_reads_and_is_told_what_it_cannot_read(office, station, dearer, tmp_path):
    name = "rules/surabaya.toml"
    with office.database.writing() as connection:
        body = ReferenceFile(name=name, content="version = 9", reason="baru")
        news = [journal.New(record_id_of(name), body)]
        journal.append(connection, office.author, office.clock(), news)
    issued = issue_receipt(office, station.installation.station_id, tmp_path)
    apply_receipt(station, issued.path)
    part = open_part(station)
    assert part.state.warning == (
        "Aturan baru dari kantor tidak dapat dibaca program versi ini: Aturan peserta surabaya."
        " Yang lama tetap berlaku. Perbarui program ini."
    )
    assert line_of(part, name).tone == "warning"
    assert part.state.why_not
    part.look_at("tariffs.toml", dearer)
    assert part.state.look is None
