"""The right half of the page: one line to type, two lists."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.domain.visitor import read_visitor
from jamsos_desktop.gui.today.people import People
from jamsos_desktop.gui.today.presenter import read_day
from jamsos_desktop.services import attendance, queue

LONG = "R. Ngt. Siti Muhammad Abdurrahman Wachid Hasyim Asy'ari Kusumaningrat binti Soekartawi"


@pytest.fixture
def people(shown, desk, event_id):
    queue.give_number(desk, event_id, read_visitor(LONG))
    attendance.add_attendee(desk, event_id, read_visitor(LONG))
    queue.call_next(desk, event_id)
    made = shown(People(), 520, 460)
    made.show_day(read_day(desk), "queue")
    return made


def test_the_number_that_is_called_is_large(people):
    assert people.called.text() == "MJK1-001"
    assert people.queue_words.text() == "0 menunggu · 0 dilewati · 0 terdaftar"


def test_a_long_name_leaves_the_state_in_sight(people, desk):
    people.show_day(read_day(desk), "attendance")
    table = people.tables["attendance"]
    assert table.columnViewportPosition(1) + table.columnWidth(1) < table.viewport().width()


def test_an_empty_list_gives_way_to_words(shown, desk, event_id):
    people = shown(People(), 520, 460)
    people.show_day(read_day(desk), "queue")
    assert people.nothing.isVisible()
    queue.give_number(desk, event_id, read_visitor(""))
    people.show_day(read_day(desk), "queue")
    assert people.tables["queue"].isVisible()
    people.show_day(read_day(desk), "attendance")
    assert people.nothing.isVisible()


def test_the_line_says_what_it_is_for(people, desk):
    assert people.line.placeholderText() == "Nama atau NIK, boleh kosong"
    assert people.take.text() == "Beri nomor"
    people.show_day(read_day(desk), "attendance")
    assert people.line.placeholderText() == "Nama, RT/RW, telepon"
    assert people.tab.raw() == "attendance"


def test_enter_takes_the_line_in(people, qtbot):
    people.line.setText("Budi")
    with qtbot.waitSignal(people.line_entered) as told:
        qtbot.keyClick(people.line, Qt.Key.Key_Return)
    assert told.args == ["Budi"]


def test_the_chosen_row(people):
    assert people.chosen("attendance") is None
    people.tables["queue"].selectRow(0)
    assert people.chosen("queue").name == LONG
