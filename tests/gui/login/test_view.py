"""The login window by keyboard alone."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.login.presenter import State
from jamsos_desktop.gui.login.view import LoginView
from jamsos_desktop.messages import Explanation

WRONG = Explanation("Kata sandi salah.", "Data tetap aman.", "Ketik sekali lagi.")


class Presenter:
    """Keeps what the person asked for."""

    def __init__(self):
        self.asked = []

    def __getattr__(self, name):
        return lambda *given: self.asked.append((name, *given))


@pytest.fixture
def view(shown):
    made = LoginView("Pos Miji", "Masuk untuk mulai bekerja.")
    made.presenter = Presenter()
    shown(made)
    made.display(State())
    return made


def test_name_enter_password_enter(view, qtbot):
    qtbot.waitUntil(view.login.fields["login"].widget.hasFocus)
    qtbot.keyClicks(view.focusWidget(), "sri")
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClicks(view.focusWidget(), "rahasia-1")
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    assert view.presenter.asked == [("sign_in", "sri", "rahasia-1")]


def test_after_a_wrong_password_the_cursor_is_where_it_is_typed_again(view, qtbot):
    view.display(State(busy="Membuka data…"))
    view.display(State(error=WRONG))
    assert view.login.notice.text() == "Kata sandi salah. Data tetap aman. Ketik sekali lagi."
    qtbot.waitUntil(view.login.fields["password"].widget.hasFocus)


def test_the_wait_is_written_and_the_button_rests(view):
    view.display(State(error=WRONG, wait=14))
    assert view.login._status.text() == "Coba lagi 14 detik lagi."
    assert not view._enter.isEnabled()
    view.display(State(error=WRONG, wait=0))
    assert view.login._status.text() == ""
    assert view._enter.isEnabled()


def test_the_link_for_a_lost_password_works_with_enter(view, qtbot):
    view.forgot.setFocus()
    qtbot.waitUntil(view.forgot.hasFocus)
    qtbot.keyClick(view.forgot, Qt.Key.Key_Return)
    assert view.presenter.asked == [("forgot",)]
    view.display(State(step="recover"))
    qtbot.waitUntil(view.recover.fields["identity"].widget.hasFocus)
