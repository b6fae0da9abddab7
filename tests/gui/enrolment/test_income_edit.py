"""An income is typed as an amount or chosen as a band, and nobody's is offered to the next."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jamsos_desktop.gui.enrolment.income_edit import IncomeEdit
from jamsos_desktop.gui.enrolment.offers import Offers
from tests.gui.enrolment.people import rules


@pytest.fixture
def edit(shown):
    offers = Offers()
    offers.follow(rules())
    edit = shown(IncomeEdit(offers))
    edit.setFocus()
    return edit


def test_an_amount_is_grouped_when_the_field_is_left(edit):
    QTest.keyClicks(edit, "1500000")
    assert edit.raw() == "1500000"
    assert edit.offered()[0].title == "Rp1.500.000"
    edit.settle()
    assert (edit.text(), edit.raw()) == ("Rp1.500.000", "1500000")


def test_the_down_arrow_shows_the_bands_and_enter_takes_one(edit):
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert edit.offered()[0].key == "sampai_500_ribu"
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.raw() == "sampai_500_ribu"
    edit.set_raw("")
    assert edit.recent() == ()


def test_a_draft_comes_back_with_the_same_income(edit):
    for raw, text in (("2500000", "Rp2.500.000"), ("mulai_5_juta", "Rp5.000.000 atau lebih")):
        edit.set_raw(raw)
        assert (edit.raw(), edit.text()) == (raw, text)


def test_what_is_no_income_stays_as_it_was_typed(edit):
    QTest.keyClicks(edit, "tidak tentu")
    edit.settle()
    assert edit.raw() == "tidak tentu"
