"""Signing in, without a screen."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.login.presenter import Doors, LoginPresenter
from tests.fakes import FakeView, InlineJobs


class House:
    """Opens for one password."""

    def __init__(self):
        self.tries = 0
        self.wait = 0
        self.reset = []

    def sign_in(self, login, password):
        self.tries += 1
        if password != "rahasia-1":
            raise UserError("password_wrong", wait=self.wait)
        return f"desk of {login}"

    def reset_password(self, identity, login, password):
        self.reset.append((identity, login, password))


@pytest.fixture
def house():
    return House()


@pytest.fixture
def view():
    return FakeView()


@pytest.fixture
def desks():
    return []


@pytest.fixture
def presenter(view, house, desks):
    doors = Doors(house.sign_in, house.reset_password)
    made = LoginPresenter(view, InlineJobs(), doors, desks.append)
    made.open()
    return made


def test_the_right_password_opens(presenter, view, desks):
    presenter.sign_in("sri", "rahasia-1")
    assert view.state.busy == "Membuka data…"
    assert desks == ["desk of sri"]


def test_a_wrong_password_is_said_and_can_be_tried_again(presenter, view, desks):
    presenter.sign_in("sri", "salah")
    assert view.state.error is not None
    assert view.state.wait == 0
    presenter.sign_in("sri", "rahasia-1")
    assert desks == ["desk of sri"]


def test_the_wait_is_counted_down_and_nothing_is_tried_meanwhile(presenter, view, house, desks):
    house.wait = 3
    presenter.sign_in("sri", "salah")
    waits = [view.state.wait]
    presenter.sign_in("sri", "rahasia-1")
    assert house.tries == 1
    for _ in range(3):
        presenter.second_passed()
        waits.append(view.state.wait)
    assert waits == [3, 2, 1, 0]
    presenter.sign_in("sri", "rahasia-1")
    assert desks == ["desk of sri"]


def test_going_to_recovery_and_back_does_not_shorten_the_wait(presenter, view, house):
    house.wait = 30
    presenter.sign_in("sri", "salah")
    presenter.forgot()
    presenter.open()
    assert view.state.wait == 30


def test_empty_fields_are_named(presenter, view, house):
    presenter.sign_in("", "")
    assert [f.field for f in view.state.findings] == ["login", "password"]
    assert house.tries == 0


def test_a_lost_password_is_replaced_by_the_recovery_sheet(presenter, view, house):
    presenter.forgot()
    assert view.state.step == "recover"
    presenter.recover(" AGE-SECRET-KEY-1X ", "sri", "rahasia-2", "rahasia-3")
    assert [f.code for f in view.state.findings] == ["passwords_differ"]
    presenter.recover(" AGE-SECRET-KEY-1X ", "sri", "rahasia-2", "rahasia-2")
    assert house.reset == [("AGE-SECRET-KEY-1X", "sri", "rahasia-2")]
    assert view.state.step == "login"
    assert view.state.done == "Kata sandi baru sudah berlaku. Silakan masuk."
