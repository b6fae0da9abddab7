"""Everything that was decided, from the keyboard, with the real worker."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui import decisions
from jamsos_desktop.gui.decisions.tabs import DECIDED
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.services.find import look_at
from tests.journeys.world import OFFICE

KEY = Qt.Key


@pytest.fixture
def said():
    return []


@pytest.fixture
def page(qtbot, world, jobs, shown, said):
    """The whole page; :func:`list_of` goes on to the list."""
    context = PageContext(
        world[OFFICE], jobs, lambda *text: said.append(text[0]), lambda: None, lambda _key: None
    )
    whole = shown(decisions.build(context))
    qtbot.waitUntil(lambda: not jobs.busy)
    return whole


@pytest.fixture
def open_list(page, press):
    def do():
        page._stack.currentWidget().tabs.choice.setFocus()
        press(KEY.Key_3)
        assert page.decided.isVisible()
        assert page.decided.tabs.choice.raw() == DECIDED
        page.decided.list.setFocus()
        return page.decided

    return do


def test_an_empty_list_says_what_it_is_for(open_list):
    found = open_list()
    assert found.nothing.isVisible()
    assert not found.look.isVisible()


def test_an_old_answer_is_looked_for_seen_and_taken_back(
    twins, open_list, press, page, said, world
):
    page.duplicates.open()
    press(KEY.Key_Shift)
    page.duplicates.table.setFocus()
    first, second = page.duplicates.presenter.state.queue.groups[:2]
    press(KEY.Key_1, KEY.Key_B, KEY.Key_1)
    found = open_list()
    assert [line.what for line in found.model.rows()].count("orang yang sama") == 2
    press(KEY.Key_F2)
    name = look_at(world[OFFICE], second[0]).body.number
    for letter in name:
        press(letter)
    assert found.model.rowCount() == 1
    press(KEY.Key_Return)
    assert found.one.isVisible()
    assert found.table.hasFocus()
    assert name in found.history.text() + found.table.compared.titles[1]
    press(KEY.Key_U)
    assert found.undo.reason.hasFocus()
    press(KEY.Key_Escape)
    assert not found.undo.isVisible()
    press(KEY.Key_U, *"salah", KEY.Key_Return)
    assert said[-1].startswith("Keputusan diurungkan")
    assert not found.one.isVisible()
    press(KEY.Key_Escape)
    assert found.model.rowCount() == 2
    page.show_list("duplicates")
    press(KEY.Key_Shift)
    assert page.duplicates.presenter.state.queue.shown == second
    assert look_at(world[OFFICE], first[1]).standing == "duplikat"


def test_a_decided_conflict_shows_what_was_chosen_and_is_asked_again(
    disputes, open_list, press, page
):
    page.show_list("conflicts")
    press(KEY.Key_Shift)
    page.conflicts.table.setFocus()
    person = page.conflicts.presenter.state.sheet.record_id
    press(KEY.Key_2, KEY.Key_I, *"Sumiati", KEY.Key_Return)
    page.conflicts.save.click()
    press(KEY.Key_Shift)
    found = open_list()
    [line] = found.model.rows()
    assert (line.what, line.more) == ("isian dipilih", "Nama, Nama ibu kandung")
    press(KEY.Key_Return)
    assert found.table.compared.chosen == {("name", 1)}
    assert "Sumiati" in found.table.compared.rows[1].label
    press(KEY.Key_U, *"salah", KEY.Key_Return)
    assert found.nothing.isVisible()
    page.show_list("conflicts")
    press(KEY.Key_Shift)
    assert page.conflicts.presenter.state.queue.left == 2
    assert person in {one[0] for one in page.conflicts.presenter.state.queue.groups}


def test_what_was_corrected_since_says_why_it_stays(disputes, open_list, press, page, world):
    from tests.services.test_conflict_desk import mend

    page.show_list("conflicts")
    press(KEY.Key_Shift)
    page.conflicts.table.setFocus()
    person = page.conflicts.presenter.state.sheet.record_id
    press(KEY.Key_S)
    page.conflicts.save.click()
    press(KEY.Key_Shift)
    mend(world[OFFICE], person, rt="9")
    found = open_list()
    press(KEY.Key_Return)
    assert not found.undo.button.isEnabled()
    assert "dikoreksi lagi" in found.undo.button.toolTip()
    press(KEY.Key_Escape)
    assert found.list.isVisible()


def test_the_page_fits_an_officers_laptop(page):
    least = page.decided.minimumSizeHint()
    assert (least.width() <= 930, least.height() <= 500) == (True, True)
