"""Two registrations side by side, in words, and what may be seen of their numbers."""

from jamsos_desktop.domain.records import Duplicate
from jamsos_desktop.gui.decisions.sides import read_sheet
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.side_by_side import look_side_by_side
from tests.factories import enrol_one
from tests.journeys.world import OFFICE, POS1, POS2


def row(sheet, name):
    return next(row for row in sheet.rows if row.name == name)


def test_each_field_stands_beside_the_other_ones(world, twins):
    sheet = read_sheet(world[OFFICE], twins[0])
    assert sheet.ids == twins[0]
    assert [side.name for side in sheet.sides] == ["Siti Aminah", "St. Amina"]
    assert [cell.text for cell in row(sheet, "name").cells] == ["Siti Aminah", "St. Amina"]
    assert (row(sheet, "name").differs, row(sheet, "birth_date").differs) == (True, False)
    assert [cell.text for cell in row(sheet, "phone").cells] == ["—", "0812-3456-7890"]
    assert "nik" not in sheet.differing()
    assert set(sheet.differing()) == {"name", "phone"}
    assert sheet.reasons[0] == "NIK sama"
    made = sheet.rows[0].cells
    assert [cell.text for cell in made] == ["Petugas pos1 (pos1)", "Petugas pos2 (pos2)"]
    assert all(cell.note for cell in made)
    assert sheet.sides[0].history[-1].what == "Didaftarkan"


def test_numbers_are_hidden_until_somebody_uncovers_them_which_is_journalled(world, twins):
    office = world[OFFICE]
    covered = read_sheet(office, twins[0])
    assert look_side_by_side(office, twins[0]).heads == covered.heads
    assert "•" in row(covered, "nik").cells[0].text
    assert [len(look_at(office, i).history) for i in twins[0]] == [1, 1]
    whole = read_sheet(office, twins[0], uncovered=True)
    assert "•" not in row(whole, "nik").cells[0].text
    assert whole.uncovered
    assert whole.sides[1].history[0].what == "NIK lengkap dilihat"
    assert [len(look_at(office, i).history) for i in twins[0]] == [2, 2]


def test_numbers_that_differ_are_marked_though_their_masks_are_alike(world):
    one = enrol_one(world[POS1], 0, kk="3576030101100001")
    other = enrol_one(world[POS2], 0, kk="3576030101110001")
    for pos in (POS1, POS2):
        world.take_in(world.export(pos))
    sheet = read_sheet(world[OFFICE], [one.record_id, other.record_id])
    family = row(sheet, "kk")
    assert len({cell.text for cell in family.cells}) == 1
    assert family.differs


def test_what_a_cadre_said_of_the_other_stands_above(world):
    one = enrol_one(world[POS1], 0, name="Siti Aminah")
    said = Duplicate(
        record_id=one.record_id, number=one.number, decision="orang_lain", reason="ibu"
    )
    other = enrol_one(world[POS2], 0, name="St. Amina", duplicates=(said,))
    for pos in (POS1, POS2):
        world.take_in(world.export(pos))
    sheet = read_sheet(world[OFFICE], [one.record_id, other.record_id])
    assert sheet.remarks == (f"{other.number}: {one.number} orang lain, ibu",)
