"""The list of people who are perhaps the same, from the keyboard, with the real worker."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui import decisions
from jamsos_desktop.gui.decisions.view import DecisionsView
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.services.find import look_at
from tests.factories import enrol_one
from tests.journeys.world import OFFICE

KEY = Qt.Key


@pytest.fixture
def said():
    return []


@pytest.fixture
def open_page(qtbot, world, jobs, shown, said):
    def make():
        context = PageContext(
            world[OFFICE], jobs, lambda *text: said.append(text), lambda: None, lambda _key: None
        )
        page = shown(decisions.build(context))
        assert isinstance(page, DecisionsView)
        qtbot.waitUntil(lambda: not jobs.busy)
        return page.duplicates

    return make


@pytest.fixture
def page(open_page, twins):
    return open_page()


@pytest.fixture
def press(qtbot, jobs, page):
    def do(key, *, on=None, held=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(on or page.table, key, held)
        qtbot.waitUntil(lambda: not jobs.busy)

    return do


def ids(page):
    return page.presenter.state.sheet.ids


def test_an_empty_list_says_what_it_is_for(open_page):
    page = open_page()
    assert page.nothing.isVisible()
    assert not page.next.isVisible()
    assert page.undo.toolTip()


def test_a_whole_sitting_without_the_mouse(page, press, world, said):
    assert page.table.hasFocus()
    first = ids(page)
    press(KEY.Key_1)
    second = ids(page)
    press(KEY.Key_B)
    third = ids(page)
    assert len({first, second, third}) == 3
    assert page.tabs.count.accessibleName() == "3 dari 3, 2 selesai"
    press(KEY.Key_2)
    assert page.nothing.isVisible()
    press(KEY.Key_U, on=page.panel)
    assert ids(page) == third
    assert page.table.isVisible()
    assert look_at(world[OFFICE], first[1]).standing == "duplikat"
    assert look_at(world[OFFICE], third[0]).standing == "menunggu"
    assert len(said) == 4


def test_enter_and_shift_enter_move_between_groups(page, press):
    first = ids(page)
    press(KEY.Key_Return)
    assert ids(page) != first
    press(KEY.Key_Return, held=Qt.KeyboardModifier.ShiftModifier)
    assert ids(page) == first


def test_letters_in_the_reason_are_text_and_escape_leaves_it(page, press, world, qtbot):
    one, other = ids(page)
    press(KEY.Key_Right)
    press(KEY.Key_K)
    reason = page.returning.reason
    assert reason.hasFocus()
    assert reason.text().startswith("Mungkin sama dengan")
    qtbot.keyClicks(reason, "b1u")
    assert "b1u" in reason.text()
    assert look_at(world[OFFICE], other).standing == "menunggu"
    press(KEY.Key_Escape, on=reason)
    assert not page.returning.isVisible()
    assert page.table.hasFocus()
    press(KEY.Key_Right)
    press(KEY.Key_K)
    press(KEY.Key_Return, on=page.returning.reason)
    assert look_at(world[OFFICE], other).standing == "perlu_perbaikan"
    assert look_at(world[OFFICE], one).standing == "menunggu"


def test_the_journal_beside_is_that_of_the_side_with_the_cursor(page, press):
    numbers = [side.number for side in page.presenter.state.sheet.sides]
    assert numbers[0] in page.history.text()
    press(KEY.Key_Right)
    assert numbers[1] in page.history.text()
    assert "Didaftarkan" in page.history.text()


def test_numbers_are_shown_where_somebody_asks(page, press):
    def nik():
        return page.table.compared.cell(page.table.compared.index(1, 1)).text

    assert "•" in nik()
    press(KEY.Key_R, held=Qt.KeyboardModifier.ControlModifier)
    assert "•" not in nik()
    assert "Sembunyikan" in page.reveal.text()
    press(KEY.Key_R, held=Qt.KeyboardModifier.ControlModifier)
    assert "•" in nik()


def test_a_value_that_is_taken_over_is_marked(page, press):
    rows = [row.name for row in page.table.compared.rows]
    index = page.table.compared.index(rows.index("phone"), 2)
    page.table.setCurrentIndex(index)
    press(KEY.Key_A)
    assert page.table.compared.is_chosen(index)
    words = page.table.compared.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert words.endswith("dipilih")
    label = page.table.compared.index(rows.index("phone"), 0)
    assert "berbeda" in page.table.compared.data(label, Qt.ItemDataRole.AccessibleTextRole)


def test_of_three_one_can_be_somebody_else(open_page, twins, world, qtbot, jobs):
    enrol_one(
        world[OFFICE], 0, name="Siti Aminah", phone="", reasons={"nik_already_enrolled": "lupa"}
    )
    page = open_page()
    while len(ids(page)) < 3:
        qtbot.keyClick(page.table, KEY.Key_Return)
        qtbot.waitUntil(lambda: not jobs.busy)
    one, other, third = ids(page)
    assert [head.isVisible() for head in page.heads.heads] == [True, True, True, False]
    for _step in range(2):
        qtbot.keyClick(page.table, KEY.Key_Right)
    qtbot.keyClick(page.table, KEY.Key_Space)
    assert page.heads.heads[2].other.isVisible()
    page.heads.heads[0].keep.click()
    qtbot.waitUntil(lambda: not jobs.busy)
    standing = [look_at(world[OFFICE], i).standing for i in (one, other, third)]
    assert standing == ["menunggu", "duplikat", "menunggu"]


def test_the_page_fits_an_officers_laptop(page):
    least = page.minimumSizeHint()
    assert (least.width() <= 930, least.height() <= 500) == (True, True)
