"""Checking cards by scanner, without widgets."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.card_check.presenter import CheckPresenter
from tests.fakes import InlineJobs
from tests.gui.card_check.cards import code_of_card
from tests.gui.desk import form, open_desk


class Panel:
    """Keeps what it was shown."""

    def __init__(self):
        self.state = None

    def display(self, state):
        self.state = state


@pytest.fixture
def desk(data_dir):
    opened, _ids = open_desk(data_dir, form(0, "Siti Aminah"))
    yield opened
    opened.close()


def panel_of(desk):
    panel = Panel()
    return CheckPresenter(panel, InlineJobs(), desk), panel


def test_the_code_of_a_practice_card_is_recognised(desk):
    presenter, panel = panel_of(desk)
    presenter.check(f" {code_of_card(desk)}\n")
    verdict = panel.state.verdict
    assert (verdict.tone, verdict.what) == ("warning", "LATIHAN")
    assert dict(verdict.facts)["Atas nama"] == "Siti Aminah"


def test_what_is_no_code_is_said_so_until_the_next_is_typed(desk):
    presenter, panel = panel_of(desk)
    presenter.check("JS1:ABC")
    assert panel.state.verdict.tone == "error"
    presenter.forget()
    assert panel.state.verdict is None
    presenter.check("  ")
    assert panel.state.verdict is None


def test_a_camera_that_failed_is_explained_until_something_is_scanned(desk):
    presenter, panel = panel_of(desk)
    presenter.fail(UserError("camera_none"))
    assert panel.state.error is not None
    presenter.check(code_of_card(desk))
    assert panel.state.error is None
