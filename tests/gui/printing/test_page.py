"""The page from which something is printed: where the focus goes while others are at work."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from jamsos_desktop.gui import cards
from jamsos_desktop.gui.cards.state import State
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.printing.page import PrintPage
from jamsos_desktop.gui.work import Progress
from tests.gui.desk import open_desk

READY = State(loaded=True, cards=1)
AT_WORK = replace(READY, progress=Progress("Menulis PDF…", 0, 20))


@pytest.fixture
def page(qtbot, shown, data_dir):
    desk, _ids = open_desk(data_dir)
    jobs = JobRunner()
    context = PageContext(desk, jobs, lambda _text: None, lambda: None, lambda _key: None)
    view = shown(cards.build(context))
    qtbot.waitUntil(lambda: not jobs.busy)
    assert isinstance(view.cards, PrintPage)
    view.cards.display(READY)
    yield view.cards
    jobs.shutdown()
    desk.close()


def focus():
    return QApplication.focusWidget()


def test_after_work_the_focus_is_where_somebody_goes_on(page):
    page.print.setFocus()
    page.display(AT_WORK)
    assert focus() in (page.sheet.larger, page.sheet.smaller)
    page.display(replace(AT_WORK, progress=Progress("Menulis PDF…", 9, 20)))
    page.display(READY)
    assert focus() is page.print


def test_who_answers_goes_on_at_the_first_place(page):
    page.print.setFocus()
    page.display(AT_WORK)
    page.display(replace(READY, asked=1))
    assert focus() is page.question.yes
    page.display(AT_WORK)
    assert focus() is not page.stop  # a stray key must not stop it
    page.display(READY)
    assert focus() is page.print


def test_nobody_elses_focus_is_taken(page):
    page.choosing.look.design.setFocus()
    page.display(READY)
    assert focus() is page.choosing.look.design
    page.sheet.larger.setFocus()
    page.display(AT_WORK)
    page.display(READY)
    assert focus() is page.sheet.larger


def test_the_tab_key_goes_from_the_choices_over_the_sheet_to_the_ways_out(page):
    wanted = [
        page.choosing.papers,
        page.choosing.event_edit,
        page.choosing.setup,
        page.sheet.larger,
        page.save,
        page.print,
    ]
    chain, widget = [], wanted[0]
    while widget not in chain:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    assert [one for one in chain if one in wanted] == wanted


def test_what_is_chosen_does_not_move_away_while_work_goes_on(page):
    left = page._left.verticalScrollBar()
    assert left.maximum() > 0
    page.choosing.papers.setFocus()
    page.display(AT_WORK)
    assert left.value() == 0
