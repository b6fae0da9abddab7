"""The list of what is set aside, as widgets."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.inbox.aside import AsideLine, AsideState
from jamsos_desktop.gui.inbox.aside_page import AsidePage
from jamsos_desktop.messages import Explanation


def line(seq, why="newer", todo="Perbarui."):
    return AsideLine(
        "Pos 1 (MJK1)", str(seq), "kemarin", "pendaftaran", "—", why, "x", "lain", todo
    )


@pytest.fixture
def page(shown):
    return shown(AsidePage())


def test_an_empty_list_says_that_all_is_well(page):
    assert not page.table.isVisible()
    assert not page.again.isEnabled()
    assert page.again.toolTip() == "Tidak ada yang disisihkan."


def test_the_marked_row_says_what_to_do(qtbot, page):
    page.show_aside(AsideState(lines=(line(4), line(9, "oversteps", "Tanyakan."))))
    page.take_focus()
    assert page.todo.text() == "Pos 1 (MJK1), catatan 4 (pendaftaran): lain. Perbarui."
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.todo.text() == "Pos 1 (MJK1), catatan 9 (pendaftaran): lain. Tanyakan."
    page.show_aside(AsideState(lines=(line(4),)))
    assert page.todo.text().endswith("Perbarui.")
    page.show_aside(AsideState())
    assert not page.todo.isVisible()


def test_what_came_of_it_and_what_failed_is_said(page):
    page.show_aside(AsideState(lines=(line(4),), said=("1 catatan masuk.", "1 lagi.")))
    assert page.notice.text() == "1 catatan masuk. 1 lagi."
    page.show_aside(AsideState(lines=(line(4),), error=Explanation("Gagal.", "Aman.", "Ulangi.")))
    assert page.notice.text() == "Gagal. Aman. Ulangi."


def test_a_key_reads_again_and_escape_leads_back(qtbot, page):
    page.show_aside(AsideState(lines=(line(4),)))
    page.take_focus()
    with qtbot.waitSignal(page.again.clicked):
        qtbot.keyClick(page.table, Qt.Key.Key_F7)
    with qtbot.waitSignal(page.back.clicked):
        qtbot.keyClick(page.table, Qt.Key.Key_Escape)
