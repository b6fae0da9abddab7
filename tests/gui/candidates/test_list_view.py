"""The table of candidates and what stands around it."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.candidates.lines import Line, Named, Overview
from jamsos_desktop.gui.candidates.list_view import ListPage
from jamsos_desktop.gui.candidates.presenter import ListState
from jamsos_desktop.gui.widgets.suggestions import Suggestions

PLACES = (Named("a", "Kel. Kranggan"), Named("a/1/2", "Kel. Kranggan, RT 001"))
OVERVIEW = Overview((Named("p", "DBHCHT"), Named("q", "CSR")), "p", PLACES, 2, 0)


def line(name="Siti", **changes):
    values = {
        "record_id": name,
        "name": name,
        "state": "belum terdaftar",
        "tone": "neutral",
        "place": "Kel. Kranggan",
        "masked_nik": "3576••••••••0001",
        "born": "17-08-1990",
        "occupation": "",
        "ceremony": False,
    }
    return Line(**(values | changes))


@pytest.fixture
def page(shown):
    made = ListPage(may_change=True)
    made.show_state(ListState(overview=OVERVIEW, found=2, searching=False))
    return shown(made)


def test_the_programme_and_the_places_can_be_chosen(page, qtbot):
    assert page.programme.text() == "DBHCHT"
    assert page.place.text() == ""
    heard = []
    page.place.picked.connect(heard.append)
    page.place.setFocus()
    qtbot.keyClicks(page.place, "rt 001")
    qtbot.keyClick(page.place, Qt.Key.Key_Return)
    qtbot.keyClick(page.place, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.place, Qt.Key.Key_Delete)
    assert heard == ["a/1/2", ""]


def test_marking_says_what_it_will_do_and_why_it_cannot(page, qtbot):
    assert not page.ceremony.isEnabled()
    assert page.ceremony.toolTip()
    page.show_lines([line("Ani"), line("Budi", ceremony=True)], more=False)
    heard = []
    page.ceremony_wanted.connect(lambda ids, chosen: heard.append((ids, chosen)))
    page.ceremony.click()
    assert page.ceremony.text() == "Tandai simbolis"
    page.table.selectRow(1)
    assert page.ceremony.text() == "Batalkan tanda simbolis"
    page.ceremony.click()
    page.table.selectAll()
    page.ceremony.click()
    assert heard == [(["Ani"], True), (["Budi"], False), (["Ani", "Budi"], True)]


def test_copied_lines_hold_no_whole_nik(page):
    page.show_lines([line()], more=False)
    assert "3576••••••••0001" in page.model.as_text([0])
    assert "simbolis" not in page.model.as_text([0])


def test_an_empty_list_says_what_the_page_is_for(page, shown):
    page.show_state(ListState(overview=OVERVIEW._replace(total=0), searching=False))
    assert not page.search.isEnabled()
    assert page.search.toolTip()
    station = shown(ListPage(may_change=False))
    assert not station.ceremony.isVisible()


def test_down_goes_from_the_search_to_the_table(page, qtbot):
    page.show_lines([line("Ani"), line("Budi")], more=False)
    page.focus_search()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    assert [one.name for one in page.table.chosen()] == ["Ani"]


def test_the_offers_of_the_last_field_stay_inside_the_window(page, qtbot):
    page.resize(700, 500)
    page.place.setFocus()
    qtbot.keyClicks(page.place, "kr")
    offers = page.window().findChild(Suggestions)
    assert offers.isVisible()
    assert offers.geometry().right() < page.window().width()
