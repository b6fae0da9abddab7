"""Where two texts differ."""

from jamsos_desktop.gui.decisions.cells import row_of, spans_of


def test_letters_that_differ_are_marked_on_both_sides():
    assert spans_of("Sumiati", "Sumiyati") == ()
    assert spans_of("Sumiyati", "Sumiati") == ((4, 1),)
    row = row_of("mother_name", "Ibu", ["Sumiati", "Sumiyati"], differs=True)
    assert [cell.spans for cell in row.cells] == [(), ((4, 1),)]


def test_texts_without_much_in_common_are_not_marked_letter_by_letter():
    assert spans_of("Jombang", "Kediri") == ()


def test_an_equal_line_has_no_marks():
    row = row_of("nik", "NIK", ["3576", "3576"], differs=False)
    assert (row.differs, [cell.spans for cell in row.cells]) == (False, [(), ()])
