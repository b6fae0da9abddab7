"""Keys that belong to no one field: not knowing, another address, the next of a family."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.services import find
from tests.gui.enrolment.people import raw, said, type_siti, wait_saved

ALT = Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def hint(page, name):
    return page.form.fields[name]._hint.text()


@pytest.mark.parametrize(("name", "words"), [("kk", "Tidak tahu"), ("phone", "Tidak punya")])
def test_not_knowing_is_one_key_and_typing_takes_it_back(page, keyboard, name, words):
    assert "Alt+T: tidak tahu" in hint(page, name)
    page.form.go_to(name)
    keyboard.press(Qt.Key.Key_T, ALT)
    widget = page.form.fields[name].widget
    assert widget.placeholderText() == words
    assert page.form.current() != name  # it is answered, so on to the next
    page.form.go_to(name)
    keyboard.type("0812")
    assert page.presenter.state.unknown == frozenset()
    assert widget.placeholderText() == ""


def test_the_key_once_more_takes_it_back(page, keyboard):
    for _again in range(2):
        page.form.go_to("mother_name")
        keyboard.press(Qt.Key.Key_T, ALT)
    assert page.presenter.state.unknown == frozenset()


def test_a_nik_has_to_be_told(page, keyboard):
    keyboard.press(Qt.Key.Key_T, ALT)
    assert page.said.text().startswith("NIK harus dijawab.")
    assert page.form.current() == "nik"


def test_not_knowing_goes_on_the_record(page, keyboard, qtbot, window, jobs, desk):
    type_siti(keyboard)
    page.form.go_to("mother_name")
    keyboard.press(Qt.Key.Key_T, ALT)
    keyboard.save()
    wait_saved(qtbot, window, jobs)
    (siti,) = find.find_participants(desk)
    assert find.look_at(desk, siti.record_id).body.unknown == ("mother_name",)


def test_the_kelurahan_of_the_ktp_is_asked_for_where_it_is_another(page, keyboard):
    field = page.form.fields["ktp_village"]
    assert not field.isVisible()
    keyboard.press(Qt.Key.Key_A, ALT)
    assert field.isVisible()
    assert not page.form.elsewhere.isVisible()
    assert page.form.current() == "ktp_village"
    keyboard.enter("kran")
    assert raw(page, "ktp_village") == "35.76.03.1001"


def test_the_next_of_the_family_is_one_key(page, keyboard, qtbot, window, jobs):
    type_siti(keyboard)
    page.form.go_to("kk")
    keyboard.type("3576031708900001")
    keyboard.press(Qt.Key.Key_Return, CTRL_SHIFT)
    wait_saved(qtbot, window, jobs)
    assert (raw(page, "kk"), raw(page, "rt")) == ("3576031708900001", "2")
    assert (raw(page, "nik"), raw(page, "name"), raw(page, "occupation")) == ("", "", "")
    assert hint(page, "rt") == "dari keluarga yang sama · Alt+K"
    assert page.form.current() == "nik"


def test_after_saving_the_family_is_offered_with_its_key(page, keyboard, qtbot, window, jobs):
    type_siti(keyboard)
    keyboard.save()
    wait_saved(qtbot, window, jobs)
    assert page.orders.family.isVisible()
    assert not page.orders.save.isVisible()
    page.orders.family.click()
    assert raw(page, "rt") == "2"
    assert not page.orders.family.isVisible()


@pytest.mark.parametrize(
    ("typed", "kept"), [("1500000", "1500000"), ("di bawah rp500", "sampai_500_ribu")]
)
def test_an_income_is_an_amount_or_a_band(page, keyboard, typed, kept):
    page.form.go_to("income")
    keyboard.enter(typed)
    assert raw(page, "income") == kept
    assert said(page, "income") == []
    assert page.form.current() == "heir_name"


def test_the_interests_are_answered_with_one_letter_each(page, keyboard):
    page.form.go_to("training")
    for letter in "yty":
        keyboard.enter(letter)
    answers = [raw(page, name) for name in ("training", "mentoring", "micro_finance")]
    assert answers == ["ya", "tidak", "ya"]
