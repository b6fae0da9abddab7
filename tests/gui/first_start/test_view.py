"""The first window by keyboard alone."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.first_start.presenter import KitWords, Person, State
from jamsos_desktop.gui.first_start.view import FirstStartView


class Presenter:
    """Keeps what the person asked for."""

    def __init__(self):
        self.asked = []

    def __getattr__(self, name):
        return lambda *given: self.asked.append((name, *given))


@pytest.fixture
def view(shown):
    made = FirstStartView()
    made.presenter = Presenter()
    shown(made)
    made.display(State())
    return made


def test_the_first_key_press_starts_practice(view, qtbot):
    qtbot.waitUntil(view.ways.practice.hasFocus)
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    assert view.presenter.asked == [("practise",)]


def test_arrows_reach_the_other_ways(view, qtbot):
    qtbot.waitUntil(view.ways.practice.hasFocus)
    for _ in range(2):
        qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Down)
        qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    assert view.presenter.asked == [("go_to", "kit"), ("go_to", "office")]


def test_a_kit_is_opened_with_enter_through_the_fields(view, qtbot):
    view.display(State(step="kit"))
    form = view.forms["kit"]
    qtbot.waitUntil(form.fields["kit_file"].widget.line.hasFocus)
    qtbot.keyClicks(view.focusWidget(), "/media/kit.jamsos")
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(form.fields["kit_code"].widget.hasFocus)
    qtbot.keyClicks(view.focusWidget(), "7K2M")
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    assert view.presenter.asked == [("open_kit", "/media/kit.jamsos", "7K2M")]


def test_an_officer_of_the_kit_is_chosen(view, qtbot):
    view.display(State(step="kit"))
    people = (Person("o1", "Bambang", "Koordinator"), Person("o2", "Sri Wahyuni", "Kader"))
    view.display(
        State(step="who", kit=KitWords("Paket untuk Pos Miji", "Dari Disnaker."), people=people)
    )
    form = view.forms["who"]
    assert form.notice.text() == "Paket untuk Pos Miji Dari Disnaker."
    qtbot.waitUntil(form.fields["officer"].widget.hasFocus)
    qtbot.keyClicks(view.focusWidget(), "wahy")
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClicks(view.focusWidget(), "rahasia-1")
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClicks(view.focusWidget(), "rahasia-1")
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.presenter.asked == [("make_station", "o2", "rahasia-1", "rahasia-1")]


def test_while_it_is_prepared_it_says_what_is_done(view, qtbot):
    view.display(State(busy="Menyiapkan latihan…"))
    assert view.ways.doing.text() == "Menyiapkan latihan…"
    assert not view.ways.practice.isEnabled()
