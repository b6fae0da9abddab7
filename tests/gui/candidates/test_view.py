"""The page "Calon peserta" with the real services."""

import pytest

from jamsos_desktop.gui.candidates import build


@pytest.fixture
def page(shown, context, people, qtbot):
    made = shown(build(context))
    qtbot.waitUntil(lambda: not context.jobs.busy)
    return made


def names(page):
    return [line.name for line in page.list.model.rows()]


def test_the_page_shows_who_is_expected(page):
    assert names(page) == ["Ani", "Budi", "Dedi", "Cici"]
    assert page.list.table.isVisible()


def test_typing_finds(page, context, qtbot):
    page.list.search.setFocus()
    qtbot.keyClicks(page.list.search, "cic")
    qtbot.waitUntil(lambda: names(page) == ["Cici"])


def test_the_ceremony_is_told_below_and_can_be_undone(page, context, qtbot):
    page.list.ceremony.click()
    qtbot.waitUntil(lambda: bool(context.said))
    qtbot.waitUntil(lambda: page.list.model.rows()[0].ceremony)
    context.said[0][1]()
    qtbot.waitUntil(lambda: not page.list.model.rows()[0].ceremony)
