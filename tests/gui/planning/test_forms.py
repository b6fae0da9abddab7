"""The two small forms."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.domain.planning import ProgrammeForm
from jamsos_desktop.gui.planning.forms import EventPage, ProgrammePage
from jamsos_desktop.gui.planning.lines import ProgrammeLine


@pytest.fixture
def event(shown):
    return shown(EventPage())


def programme(key, name):
    return ProgrammeLine(key, name, "Pemerintah", "—", "3 bulan", "18", "—", "—", ProgrammeForm())


def test_the_only_programme_is_chosen_already(event):
    event.offer([programme("p1", "Satu")], [])
    event.begin()
    assert event.given().programme_id == "p1"
    event.offer([programme("p1", "Satu"), programme("p2", "Dua")], [])
    event.begin()
    assert event.given().programme_id == ""


def test_a_province_is_no_place_for_an_event(qtbot, event):
    event.region.setFocus()
    qtbot.keyClicks(event.region, "jawa timur")
    assert event.region.offered()
    assert all("." in option.key for option in event.region.offered())


def test_a_date_is_tidied_when_the_field_is_left(qtbot, event):
    date = event.fields["date"].widget
    date.setFocus()
    qtbot.keyClicks(date, "1/2/27")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    assert event.given().date == "01-02-2027"


def test_a_programme_begins_with_what_is_usual(shown):
    page = shown(ProgrammePage(dt.date(2026, 11, 22)))
    page.begin()
    given = page.given()
    assert (given.coverage_start, given.coverage_months, given.payer) == (
        "2026-11",
        "3",
        "pemerintah",
    )
    assert page.fields["coverage_start"].widget.text() == "November 2026"


def test_a_programme_to_be_changed_shows_what_is_known(shown):
    page = shown(ProgrammePage(dt.date(2026, 11, 22)))
    known = ProgrammeForm(name="Lama", coverage_start="2024-01", legal_basis="Perwal 1/2024")
    page.begin(known)
    assert page.title.text() == "Ubah program"
    assert page.fields["coverage_start"].widget.text() == "Januari 2024"
    assert page.given() == known
