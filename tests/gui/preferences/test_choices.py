"""The choices and the facts by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from jamsos_desktop.domain.brake import BrakeSettings
from jamsos_desktop.gui.preferences.choices import ChoicesForm
from jamsos_desktop.gui.preferences.facts import Facts
from jamsos_desktop.gui.preferences.own_work import WorkWords
from jamsos_desktop.gui.preferences.state import Fact, State
from jamsos_desktop.settings import Settings

FACTS = (Fact("Program", "JAMSOS Desktop"), Fact("Folder data", "C:/" + "data/" * 60, path=True))


@pytest.fixture
def form(shown):
    return shown(ChoicesForm())


def test_what_is_chosen_is_marked(form):
    form.show_state(State(Settings(language="en", text_scale=124, theme="dark")))
    chosen = {"text_scale": "120", "theme": "dark", "language": "en"}
    assert {name: form.values()[name] for name in chosen} == chosen


def test_only_who_may_set_the_brake_of_the_inbox_sees_it(form):
    form.show_state(State(Settings()))
    assert not form.brake.isVisible()
    form.show_state(State(Settings(), brake=BrakeSettings(share=33, least=7)))
    assert form.brake.isVisible()
    assert form.brake.raw() == "30"


def test_the_arrows_choose(form, qtbot):
    form.show_state(State(Settings()))
    form.go_to("text_scale")
    with qtbot.waitSignal(form.text_size.edited):
        qtbot.keyClick(form.text_size, Qt.Key.Key_Right)
    assert form.text_size.raw() == "110"


def test_a_button_that_cannot_be_pressed_says_why(form):
    form.show_state(State(Settings(), why_not_password="Ini latihan."))
    assert not form.password.isEnabled()
    assert form.password.toolTip() == form._password_words.text() == "Ini latihan."
    form.show_state(State(Settings()))
    assert form.password.isEnabled()


def test_the_facts_can_be_read_marked_and_not_changed(form, qtbot):
    form.show_state(State(Settings(), FACTS))
    form.show_state(State(Settings(), FACTS))
    text, line = form.facts.values
    assert (text.text(), text.accessibleName()) == ("JAMSOS Desktop", "Program")
    assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "x")
    assert line.text() == FACTS[1].value
    assert form._scroll.horizontalScrollBar().maximum() == 0


def test_a_cadre_sees_their_own_figures_alone(form):
    form.show_state(State(Settings(), FACTS, WorkWords((Fact("Orang", "12"),))))
    assert isinstance(form.own_work, Facts)
    assert [value.text() for value in form.own_work.values] == ["12"]
    assert not form.all_work.isVisible()
    assert not form.no_sum.isVisible()


def test_a_coordinator_sees_the_sum_or_why_there_is_none(form):
    own = (Fact("Orang", "12"),)
    form.show_state(State(Settings(), FACTS, WorkWords(own, why_no_sum="Terlalu sedikit.")))
    assert form.no_sum.text() == "Terlalu sedikit."
    assert form.all_work.isHidden()
    form.show_state(State(Settings(), FACTS, WorkWords(own, (Fact("Orang", "40"),))))
    assert [value.text() for value in form.all_work.values] == ["40"]
    assert form.no_sum.isHidden()
