"""What stands in the place of the cards, and the way back."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui import cards
from jamsos_desktop.gui.cards.view import CardsView
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from tests.gui.desk import form, open_desk


@pytest.fixture
def view(qtbot, shown, data_dir):
    desk, _ids = open_desk(data_dir, form(1, "Warga Satu"))
    jobs = JobRunner()
    context = PageContext(desk, jobs, lambda _text: None, lambda: None, lambda _key: None)
    made = shown(cards.build(context))
    assert isinstance(made, CardsView)
    qtbot.waitUntil(lambda: not jobs.busy)
    yield made
    jobs.shutdown()
    desk.close()


@pytest.mark.parametrize("what", ["setup", "papers"])
def test_esc_leads_back_to_the_button_that_led_there(qtbot, view, what):
    opener = getattr(view.cards.choosing, what)
    opener.click()
    opened = getattr(view, what)
    qtbot.waitUntil(opened.isVisible)
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert view.currentWidget() is view.cards
    assert opener.hasFocus()
