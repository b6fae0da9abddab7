"""Lists: fetched page by page, copied with masked numbers, sorted by whoever holds the rows."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from jamsos_desktop.gui.tables import Column, RowsTable, TableView


@dataclass(frozen=True)
class Person:
    name: str
    nik: str
    state: str


PEOPLE = [Person(f"Orang {i}", f"35780217089000{i:02d}", "Tersimpan") for i in range(50)]
COLUMNS = [
    Column("Nama", lambda p: p.name, order="name"),
    Column("NIK", lambda p: p.nik, copied=lambda p: f"{p.nik[:4]}••••••••{p.nik[-4:]}"),
    Column("Keadaan", lambda p: p.state, tone=lambda p: "success"),
]


@pytest.fixture
def table(qapp):
    return RowsTable(COLUMNS)


def test_the_model_keeps_qts_rules(table, qtmodeltester):
    table.show_rows(PEOPLE[:10], more=True)
    qtmodeltester.check(table)


def test_more_rows_are_asked_for_once_and_appended(table, qtbot):
    table.show_rows(PEOPLE[:20], more=True)
    asked = []
    table.more_wanted.connect(asked.append)
    table.fetchMore(QModelIndex())
    table.fetchMore(QModelIndex())
    assert asked == [20]
    table.append_rows(PEOPLE[20:], more=False)
    assert table.rowCount() == 50
    assert not table.canFetchMore(QModelIndex())


def test_scrolling_to_the_end_asks_for_more(table, shown, qtbot):
    table.show_rows(PEOPLE[:30], more=True)
    view = shown(TableView(table, "Peserta"), 600, 300)
    with qtbot.waitSignal(table.more_wanted):
        view.scrollToBottom()


def test_copied_text_has_masked_numbers(table, shown, qtbot):
    table.show_rows(PEOPLE)
    view = shown(TableView(table, "Peserta"))
    view.setFocus()
    view.selectRow(1)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text == "Nama\tNIK\tKeadaan\nOrang 1\t3578••••••••0001\tTersimpan"


def test_a_row_is_marked_alone_while_a_key_of_a_chord_is_still_down(table, shown, qtbot):
    table.show_rows(PEOPLE)
    view = shown(TableView(table, "Peserta"))
    view.setFocus()
    for held in (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier):
        qtbot.keyPress(view, Qt.Key.Key_F9, held)
        for row in (2, 4, 4):
            view.selectRow(row)
            assert [index.row() for index in view.selectionModel().selectedRows()] == [row]
        qtbot.keyRelease(view, Qt.Key.Key_F9)


def test_the_marked_row_stays_marked_where_the_list_begins_anew(table, shown):
    view = shown(TableView(table, "Peserta"))
    view.show_rows(PEOPLE[:5], lambda person: person.nik)
    assert view.chosen() == [PEOPLE[0]]
    view.selectRow(3)
    view.show_rows(PEOPLE[2:8], lambda person: person.nik)
    assert view.chosen() == [PEOPLE[3]]
    view.show_rows(PEOPLE[5:8], lambda person: person.nik)
    assert view.chosen() == [PEOPLE[5]]
    view.show_rows([], lambda person: person.nik)
    assert view.chosen() == []


def test_marked_rows_are_told_from_the_top_down(table, shown):
    view = shown(TableView(table, "Peserta"))
    view.show_rows(PEOPLE, lambda person: person.nik)
    flags = QItemSelectionModel.SelectionFlag
    for row in (7, 2):
        view.selectionModel().select(table.index(row, 0), flags.Select | flags.Rows)
    assert view.chosen() == [PEOPLE[0], PEOPLE[2], PEOPLE[7]]


def test_columns_are_as_wide_as_they_need_within_bounds(table, shown):
    long = Person("Siti Aminah " * 20, "3578021708900001", "Tersimpan")
    view = shown(TableView(table, "Peserta"))
    view.show_rows([long], lambda person: person.nik)
    header = view.horizontalHeader()
    view.fit_columns()
    wide, number = header.sectionSize(0), header.sectionSize(1)
    assert wide > 300
    view.fit_columns(200)
    assert (header.sectionSize(0), header.sectionSize(1)) == (200, number)
    view.fit_columns(300, (1,), room=10)
    assert (header.sectionSize(0), header.sectionSize(1)) == (wide, number + 10)
    view.fit_columns(300, (1,), least=280)
    assert header.sectionSize(1) == 280


def test_clicking_a_heading_asks_for_that_order(table, shown, qtbot):
    table.show_rows(PEOPLE)
    view = shown(TableView(table, "Peserta"))
    orders = []
    table.order_wanted.connect(lambda name, down: orders.append((name, down)))
    header = view.horizontalHeader()
    for column in (0, 1):
        x = header.sectionPosition(column) + 10
        qtbot.mouseClick(
            header.viewport(),
            Qt.MouseButton.LeftButton,
            pos=header.viewport().rect().topLeft() + type(header.pos())(x, 10),
        )
    assert [name for name, _down in orders] == ["name"]


def test_enter_opens_the_person(table, shown, qtbot):
    table.show_rows(PEOPLE)
    view = shown(TableView(table, "Peserta"))
    view.selectRow(3)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [PEOPLE[3]]


def test_the_state_is_painted_as_a_pill(table, shown):
    table.show_rows(PEOPLE)
    view = shown(TableView(table, "Peserta"))
    view.fit_columns()
    from PySide6.QtGui import QColor

    from jamsos_desktop.gui.style import LIGHT

    rect = view.visualRect(table.index(2, 2))
    image = view.viewport().grab(rect).toImage()
    found = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert QColor(LIGHT.success_soft).name() in found
