"""Lines of fields beside each other: where the cursor is, what is marked, how tall a line is."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.decisions.cells import Cell, Row, row_of
from jamsos_desktop.gui.decisions.compare_table import CompareTable

ROWS = (
    Row("", "Keadaan", (Cell("lengkap"), Cell("lengkap"))),
    row_of("name", "Nama", ["Siti Aminah", "Siti Amina"], differs=True),
    row_of("address", "Alamat", ["Jl. Majapahit " * 12, "-"], differs=True),
    Row("nik", "NIK", (Cell("3576", note="Dewi, pos 1"), Cell("3577"))),
)


@pytest.fixture
def table(shown):
    made = shown(CompareTable("Perbandingan"), 700, 400)
    made.show_rows(ROWS, ["satu", "dua"])
    return made


def test_the_cursor_begins_at_the_first_field_and_says_where_it_is(table, qtbot):
    assert (table.field(), table.side()) == ("name", 0)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert (table.field(), table.side()) == ("address", 1)
    qtbot.keyClick(table, Qt.Key.Key_Up)
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert table.field() == ""


def test_a_line_is_as_tall_as_its_longest_text_at_any_width(table):
    wide = [table.rowHeight(row) for row in range(len(ROWS))]
    assert wide[2] > 2 * wide[1]
    assert wide[3] > wide[1]
    table.resize(400, 400)
    assert table.rowHeight(2) > wide[2]


def test_differences_and_choices_are_words_for_who_hears_them(table):
    model, role = table.compared, Qt.ItemDataRole.AccessibleTextRole
    model.mark(frozenset({("name", 1)}), frozenset({0}))
    assert model.data(model.index(1, 0), role) == "Nama, berbeda"
    assert model.data(model.index(1, 2), role) == "Siti Amina, dipilih"
    assert model.data(model.index(3, 1), role) == "3576, Dewi, pos 1"
    assert model.data(model.index(3, 1)) == "3576"


def test_it_is_painted_with_marks_and_without_rows(table, qtbot):
    table.compared.mark(frozenset({("name", 0)}), frozenset({1}))
    before = table.grab().toImage()
    table.compared.mark(frozenset(), frozenset())
    qtbot.waitUntil(lambda: table.grab().toImage() != before)
    table.show_rows((), ())
    assert (table.field(), table.side()) == ("", 0)
    assert not table.grab().isNull()
