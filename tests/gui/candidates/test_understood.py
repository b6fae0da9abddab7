"""What the columns of a file are understood as, in words."""

from jamsos_desktop.domain.candidate_row import COLUMN_FIELDS
from jamsos_desktop.gui.candidates.understood import FIELD_WORDS, understand
from jamsos_desktop.services.candidate_list import look_into
from tests.gui.candidates.lists import GOOD, SHORT, workbook


def test_every_field_of_a_list_has_its_word():
    assert tuple(FIELD_WORDS) == COLUMN_FIELDS


def test_the_first_cells_are_shown_as_they_are_read(desk, programme_id, tmp_path):
    look = look_into(desk, workbook(tmp_path / "calon.xlsx", GOOD))
    found = understand(desk, look, look.fields, programme_id, "35.76")
    assert [one.meaning for one in found] == [
        "",
        "3576 0357 0890 0101",
        "Eni",
        "Mojokerto, 17-08-1990",
        "Kel. Kranggan, Kec. Kranggan, Kota Mojokerto",
        "RT 001/RW 002",
    ]
    assert (found[0].raw, found[5].raw) == ("1", "1/2")


def test_what_is_wrong_stands_beside_the_column_that_it_is_in(desk, programme_id, tmp_path):
    look = look_into(desk, workbook(tmp_path / "calon.xlsx", GOOD, SHORT))
    found = understand(desk, look, look.fields, programme_id, "35.78")
    assert "16 angka" in found[1].problem
    assert "tidak ada di wilayah" in found[4].problem
    assert not found[3].problem


def test_other_fields_say_what_they_mean(desk, programme_id, tmp_path):
    headings = ("Nama", "L/P", "Pekerjaan", "Kecamatan", "No KK", "HP", "Kosong")
    row = ("Eni", "p", "Pemulung", "Kranggan", "3576030101120001", "+62 812 3456 7890", "")
    look = look_into(desk, workbook(tmp_path / "calon.xlsx", row, headings=headings))
    found = understand(desk, look, look.fields, programme_id, "")
    assert [one.meaning for one in found[1:]] == [
        "Perempuan",
        "Pemulung",
        "Kranggan",
        "3576 0301 0112 0001",
        "081234567890",
        "",
    ]
