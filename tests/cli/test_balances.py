"""``balance``."""

from tests.journeys.world import OFFICE, POS1


def test_the_office_sees_what_arrived_and_saves_it(world, terminal, tmp_path):
    world.enrol(POS1, 0, 2)
    terminal.at(OFFICE, "bundle", "import", world.export(POS1))
    looked = terminal.at(OFFICE, "balance", "--out", tmp_path / "neraca.csv")
    assert "Neraca cocok: 2 pendaftaran ada di kantor." in looked.out
    assert "Tiba 2" in looked.out
    assert (tmp_path / "neraca.csv").exists()
    found = terminal.at(OFFICE, "balance", "--json", "--days", "3").json
    assert found["balances"] is True
    assert [one["claimed"] for one in found["days"]] == [2]
    terminal.at(OFFICE, "balance", "--out", tmp_path / "neraca.pdf")
    assert (tmp_path / "neraca.pdf").read_bytes().startswith(b"%PDF")
