"""The doors of one RT, and the form for a visit without result."""

import pytest

from jamsos_desktop.gui.visits.door_page import DoorPage, NoteForm
from jamsos_desktop.gui.visits.lines import DoorLine, PlaceLine, Round
from jamsos_desktop.gui.visits.presenter import State

PLACE = PlaceLine("35.76.03.1001", "002", "001", "Kranggan · RT 001 · RW 002", 1, 0, 0, 0, 1)


def door(number, outcome="belum"):
    return DoorLine(f"calon-{number}", f"Siti {number}", "Jl Melati 4", "", outcome, "")


@pytest.fixture
def page(shown):
    return shown(DoorPage())


def show(page, *doors):
    page.show_state(State(step="doors", round=Round(), place=PLACE, doors=doors))


def test_the_one_who_was_marked_stays_marked_when_the_list_changes(page):
    show(page, door(1), door(2), door(3))
    page.table.selectRow(1)
    show(page, door(1), door(3), door(2, "pindah"))
    assert [line.name for line in page.table.chosen()] == ["Siti 2"]
    assert page.heading.text() == PLACE.name


def test_while_nobody_is_left_the_buttons_say_why(page):
    show(page)
    assert page.empty.isVisible()
    assert not page.register.isEnabled()
    assert page.register.toolTip() == "Pilih dulu seseorang di daftar."
    show(page, door(1))
    assert page.register.isEnabled()


def test_a_note_begins_with_what_was_said_last(shown):
    form = shown(NoteForm())
    form.begin(door(1))
    assert form.values() == {"outcome": "", "note": ""}
    assert form.who.text() == "Siti 1 · Jl Melati 4"
    form.begin(door(2, "menolak"))
    assert form.values()["outcome"] == "menolak"
