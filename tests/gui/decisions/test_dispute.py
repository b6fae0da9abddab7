"""Values that compete, in words, with their authors and with what stood there before."""

from jamsos_desktop.gui.decisions.dispute import read_dispute
from jamsos_desktop.services.find import look_at
from tests.journeys.world import OFFICE


def test_each_value_has_its_author_and_the_old_one_stands_last(world, disputes):
    dispute = read_dispute(world[OFFICE], disputes[0])
    assert [row.name for row in dispute.rows] == ["name", "mother_name"]
    name = dispute.rows[0]
    assert dispute.titles == ("Nilai", "Nilai", "Semula")
    assert name.cells[2].text == "Siti Aminah"
    said = {cell.text: cell.note for cell in name.cells}
    assert said["Siti Amanah"].startswith("Admin Kantor (Kota Mojokerto)\n")
    assert said["Siti Aminatun"].startswith("Petugas pos1 (pos1)\n")
    place = [cell.text for cell in name.cells].index("Siti Aminatun")
    assert dispute.value("name", place) == "Siti Aminatun"
    assert dispute.value("name", 2) == "Siti Aminah"
    assert dispute.has("name", 2)
    assert not dispute.has("name", 3)
    assert name.cells[place].spans


def test_whole_numbers_are_shown_where_somebody_asks(world, disputes):
    before = len(look_at(world[OFFICE], disputes[0]).history)
    assert read_dispute(world[OFFICE], disputes[0], uncovered=True).uncovered
    assert len(look_at(world[OFFICE], disputes[0]).history) == before + 1
