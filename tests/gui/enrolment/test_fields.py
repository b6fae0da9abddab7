"""The form has every field, in one order for eye, Enter and summary."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jamsos_desktop.gui.enrolment import wording
from jamsos_desktop.gui.enrolment.fields import EnrolmentFields, hint_of
from jamsos_desktop.gui.enrolment.offers import Offers
from tests.gui.enrolment.people import rules


@pytest.fixture
def form(shown):
    offers = Offers()
    offers.follow(rules())
    form = shown(EnrolmentFields(offers))
    form.go_to("nik")
    return form


def test_enter_goes_through_all_fields_in_reading_order(form):
    seen = []
    for _field in wording.ORDER:
        seen.append(form.current())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert tuple(seen) == wording.ORDER


def test_reading_order_is_from_the_top_down_and_from_the_left(form):
    places = [
        form.fields[name].mapTo(form._inside, QPoint(0, 0)).toTuple() for name in wording.ORDER
    ]
    assert places == sorted(places, key=lambda place: (place[1], place[0]))


def test_fields_beside_each_other_stay_where_they_are_when_a_hint_comes(form):
    before = form.fields["rw"].pos()
    form.fields["rt"].set_hint("dari formulir sebelumnya")
    QApplication.processEvents()
    assert form.fields["rw"].pos() == before


def test_a_hint_says_what_is_asked_for():
    assert hint_of("nik") == "16 angka di KTP"
    assert hint_of("rt") == ""
