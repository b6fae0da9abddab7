"""A sheet on the screen."""

import pytest

from jamsos_desktop.gui.cards.state import State
from jamsos_desktop.gui.printing.events import EventLine
from jamsos_desktop.gui.printing.sheet_view import SheetView
from jamsos_desktop.printing.preview import PageImage

EVENTS = (EventLine("a", "Kegiatan", "hari ini"),)
STATE = State(loaded=True, events=EVENTS, event_id="a", cards=25, enrolled=25)


@pytest.fixture
def view(qtbot, shown):
    made = SheetView()
    made.show_state(STATE)
    with qtbot.waitSignal(made.dpi_wanted) as asked:
        shown(made, 600, 500)
    made.first_dpi = asked.args[0]
    return made


def test_the_sheet_is_wanted_as_wide_as_there_is_room(qtbot, view):
    width = view.first_dpi * 210 / 25.4
    assert 500 < width < 600
    with qtbot.waitSignal(view.dpi_wanted) as asked:
        view.resize(900, 500)
    assert asked.args[0] > view.first_dpi


def test_zooming_asks_for_a_finer_picture_and_ends_at_both_ends(qtbot, view):
    with qtbot.waitSignal(view.dpi_wanted) as asked:
        view.larger.click()
    assert asked.args[0] == pytest.approx(view.first_dpi * 1.5, rel=0.01)
    view.larger.click()
    view.larger.click()
    assert not view.larger.isEnabled()
    with qtbot.waitSignal(view.dpi_wanted) as asked:
        view.zoom_fit()
    assert asked.args[0] == view.first_dpi
    with qtbot.waitSignal(view.dpi_wanted) as asked:
        view.smaller.click()  # the whole sheet
    assert asked.args[0] * 297 / 25.4 < 500
    assert not view.smaller.isEnabled()


def test_one_goes_from_sheet_to_sheet(qtbot, view):
    assert view.place.text() == "Lembar 1 dari 3"
    assert not view.back.isEnabled()
    with qtbot.waitSignal(view.page_wanted) as wanted:
        view.next.click()
    assert wanted.args == [1]


def test_the_picture_is_shown_as_it_was_drawn(view):
    view.show_sheet(PageImage(2, 1, bytes([250, 10, 10, 255, 10, 10, 250, 255])))
    picture = view.paper.picture().toImage()
    assert picture.pixelColor(0, 0).red() == 250
    assert picture.pixelColor(1, 0).blue() == 250
    view.show_sheet(None)
    assert view.paper.picture().isNull()


def test_without_cards_the_page_says_why(view):
    view.show_state(State(loaded=True, events=EVENTS, event_id="a"))
    assert not view.paper.isVisible()
    assert not view.next.isVisible()
