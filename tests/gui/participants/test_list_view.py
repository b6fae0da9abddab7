"""The list of participants as it stands on the screen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence

from jamsos_desktop.gui.participants.lines import Line
from jamsos_desktop.gui.participants.list_view import ListView
from jamsos_desktop.gui.participants.presenter import ListState


def line(number, name):
    return Line(
        record_id=f"id{number}",
        name=name,
        number=f"KTR-0000{number}-X",
        masked_nik="3576••••••••0001",
        place="Kel. Kranggan, RT 001/RW 002",
        occupation="Pedagang keliling",
        recorded="12-11-2025 09:05 WIB",
        state="belum dicetak",
        tone="neutral",
    )


LINES = [line(1, "Siti Aminah"), line(2, "Budi"), line(3, "Slamet")]


@pytest.fixture
def view(shown):
    made = shown(ListView())
    made.show_state(ListState(total=3, found=3, searching=False))
    made.show_lines(LINES, more=False)
    return made


def test_the_first_is_marked_and_enter_opens_it(qtbot, view):
    view.table.setFocus()
    with qtbot.waitSignal(view.open_wanted) as opened:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert opened.args == ["id1"]


def test_down_goes_from_the_search_field_into_the_table(qtbot, view):
    view.focus_search()
    qtbot.keyClick(view.search, Qt.Key.Key_Down)
    assert view.table.hasFocus()


def test_escape_empties_the_search_field(qtbot, view):
    view.focus_search()
    with qtbot.waitSignal(view.typed) as typed:
        qtbot.keyClicks(view.search, "s")
    assert typed.args == ["s"]
    qtbot.keyClick(view.search, Qt.Key.Key_Escape)
    assert view.search.text() == ""


def test_what_is_copied_has_no_nik(qtbot, view):
    view.table.selectAll()
    view.table.setFocus()
    qtbot.keySequence(view.table, QKeySequence.StandardKey.Copy)
    copied = QGuiApplication.clipboard().text()
    assert "Siti Aminah" in copied
    assert "3576••••••••0001" in copied


def test_several_can_be_printed_but_only_one_opened(qtbot, view):
    view.table.selectAll()
    assert not view.open_button.isEnabled()
    assert view.open_button.toolTip() == "Pilih seorang saja untuk dibuka."
    with qtbot.waitSignal(view.print_wanted) as wanted:
        view.print_button.click()
    assert wanted.args == [["id1", "id2", "id3"]]


def test_who_was_marked_stays_marked_when_the_list_is_read_again(view):
    view.table.selectRow(1)
    view.show_lines([line(4, "Baru"), *LINES], more=False)
    assert [one.name for one in view.table.chosen()] == ["Budi"]


def test_without_a_match_nothing_can_be_opened(view):
    view.show_lines([], more=False)
    view.show_state(ListState(text="zzz", total=3, searching=False))
    assert not view.table.isVisible()
    assert not view.open_button.isEnabled()
    assert view.print_button.toolTip() == "Pilih dulu seorang peserta di daftar."


def test_an_empty_page_says_what_it_is_for(view):
    view.show_lines([], more=False)
    view.show_state(ListState(total=0, searching=False))
    assert not view.table.isVisible()
    assert not view.search.isEnabled()


def test_people_are_marked_for_the_ceremony_and_unmarked(qtbot, view):
    view.table.selectAll()
    assert view.ceremony.text() == "Tandai simbolis"
    with qtbot.waitSignal(view.ceremony_wanted) as wanted:
        view.ceremony.click()
    assert wanted.args == [["id1", "id2", "id3"], True]
    view.show_lines([replace(one, ceremony=True) for one in LINES], more=False)
    assert view.ceremony.text() == "Batalkan tanda simbolis"
    with qtbot.waitSignal(view.ceremony_wanted) as unwanted:
        view.ceremony.click()
    assert unwanted.args == [["id1"], False]
