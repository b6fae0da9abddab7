"""The list of corrections that differ, from the keyboard, with the real worker."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui import decisions
from jamsos_desktop.gui.decisions.tabs import CONFLICTS
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.services.find import look_at
from tests.journeys.world import OFFICE

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def open_page(qtbot, world, jobs, shown):
    def make():
        context = PageContext(
            world[OFFICE], jobs, lambda *_text: None, lambda: None, lambda _key: None
        )
        whole = shown(decisions.build(context))
        qtbot.waitUntil(lambda: not jobs.busy)
        whole.duplicates.tabs.choice.setFocus()
        qtbot.keyClick(whole.duplicates.tabs.choice, KEY.Key_2)
        qtbot.waitUntil(lambda: not jobs.busy)
        page = whole.conflicts
        assert page.isVisible()
        assert page.tabs.choice.raw() == CONFLICTS
        return page

    return make


@pytest.fixture
def page(open_page, disputes):
    made = open_page()
    made.table.setFocus()
    return made


@pytest.fixture
def press(qtbot, jobs, page):
    def do(key, *, on=None, held=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(on or page.table, key, held)
        qtbot.waitUntil(lambda: not jobs.busy)

    return do


def shown_id(page):
    return page.presenter.state.sheet.record_id


def test_an_empty_list_says_what_it_is_for(open_page):
    page = open_page()
    assert page.nothing.isVisible()
    assert not page.save.isVisible()


def test_a_whole_sitting_without_the_mouse(page, press, world):
    first = shown_id(page)
    assert not page.save.isEnabled()
    assert "2 isian" in page.save.toolTip()
    before = [cell.text for cell in page.table.compared.rows[1].cells]
    press(KEY.Key_3)
    assert page.table.field() == "mother_name"
    press(KEY.Key_1)
    press(KEY.Key_S, held=CTRL)
    assert shown_id(page) != first
    body = look_at(world[OFFICE], first).body
    assert (body.name, body.mother_name) == ("Siti Aminah", before[0])
    press(KEY.Key_S)
    press(KEY.Key_S, held=CTRL)
    assert page.nothing.isVisible()
    press(KEY.Key_U, on=page.panel)
    assert page.table.isVisible()
    assert page.presenter.state.queue.left == 1


def test_something_else_is_typed_and_stands_beside_the_field(page, press, qtbot, world):
    first = shown_id(page)
    press(KEY.Key_I)
    assert page.typing.reason.hasFocus()
    qtbot.keyClicks(page.typing.reason, "Siti 1s")
    press(KEY.Key_Escape, on=page.typing.reason)
    assert page.table.hasFocus()
    press(KEY.Key_I)
    qtbot.keyClicks(page.typing.reason, "Siti Binti Karim")
    press(KEY.Key_Return, on=page.typing.reason)
    assert "Siti Binti Karim" in page.table.compared.rows[0].label
    page.table.setCurrentIndex(page.table.compared.index(1, 2))
    press(KEY.Key_Space)
    press(KEY.Key_S, held=CTRL)
    assert look_at(world[OFFICE], first).body.name == "Siti Binti Karim"


def test_what_cannot_be_saved_asks_for_a_reason_on_the_page(page, press, qtbot, world):
    first = shown_id(page)
    press(KEY.Key_S)
    press(KEY.Key_I)
    qtbot.keyClicks(page.typing.reason, "Siti Aminah " * 6)
    press(KEY.Key_Return, on=page.typing.reason)
    press(KEY.Key_S, held=CTRL)
    assert page.findings.isVisible()
    assert page.findings.reason.hasFocus()
    qtbot.keyClicks(page.findings.reason, "begitu di KTP")
    press(KEY.Key_Return, on=page.findings.reason)
    assert shown_id(page) != first
    assert not page.findings.isVisible()
    assert look_at(world[OFFICE], first).body.reasons["name_long"] == "begitu di KTP"


def test_enter_passes_over_and_the_journal_stands_beside(page, press):
    first = shown_id(page)
    number = page.presenter.state.sheet.number
    assert number in page.history.text()
    press(KEY.Key_Return)
    assert shown_id(page) != first
    press(KEY.Key_Return, held=Qt.KeyboardModifier.ShiftModifier)
    assert shown_id(page) == first
    press(KEY.Key_R, held=CTRL)
    assert "Sembunyikan" in page.reveal.text()
