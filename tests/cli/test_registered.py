"""``registered``: lists in, how many, and out again."""

from tests.journeys.world import OFFICE, POS1

NIK = "3576035708900001"


def test_a_list_is_taken_in_shown_and_forgotten(terminal, tmp_path):
    path = tmp_path / "bpjs.csv"
    path.write_text(f"NIK,Nama\n{NIK},Siti\nbukan,Budi\n", "utf-8")
    said = terminal.at(OFFICE, "registered", "import", path)
    assert (said.code, said.out) == (
        0,
        "1 NIK baru, 0 sudah ada, 1 baris tanpa NIK yang terbaca.\n",
    )
    shown = terminal.at(OFFICE, "registered", "show").out
    assert shown.startswith("1 NIK terdaftar di tempat lain")
    assert "bpjs.csv" in shown
    assert NIK not in shown
    assert terminal.at(OFFICE, "registered", "forget").out == "1 NIK dihapus dari daftar.\n"


def test_a_station_takes_no_list(terminal, tmp_path):
    path = tmp_path / "bpjs.csv"
    path.write_text(f"NIK\n{NIK}\n", "utf-8")
    said = terminal.at(POS1, "registered", "import", path)
    assert said.code == 3
    assert "kantor" in said.err
