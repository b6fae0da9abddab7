"""The form for city and printer, opened from the page and left again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui import cards, dialogs
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.services import card_look
from tests.gui.desk import form, open_desk

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(data_dir):
    opened, _ids = open_desk(data_dir, form(1, "Warga Satu"))
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot, shown, desk):
    jobs = JobRunner()
    context = PageContext(desk, jobs, lambda _text: None, lambda: None, lambda _key: None)
    view = shown(cards.build(context))
    qtbot.waitUntil(lambda: not view.cards.sheet.paper.picture().isNull())
    view.cards.choosing.setup.click()
    qtbot.waitUntil(lambda: view.setup.fields["a"].editor.raw() == "30")
    yield view
    jobs.shutdown()


def test_the_name_of_the_city_is_typed_and_saved_with_the_keyboard(qtbot, page, desk):
    city = page.setup.fields["city"].widget
    assert city.hasFocus()
    before = page.cards.sheet.paper.picture().cacheKey()
    qtbot.keyClicks(city, "Kota Uji")
    qtbot.keyClick(city, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: card_look.print_settings(desk).city == "Kota Uji")
    qtbot.waitUntil(lambda: page.cards.sheet.paper.picture().cacheKey() != before)
    page.setup.back.click()
    assert page.cards.choosing.setup.hasFocus()


def test_the_test_sheet_goes_where_it_is_wanted(qtbot, page, tmp_path, monkeypatch):
    def choose(_parent, _title, name, _kinds, on_chosen):
        on_chosen(Path(tmp_path) / name)

    monkeypatch.setattr(dialogs, "choose_new_file", choose)
    page.setup.ruler.click()
    qtbot.waitUntil((tmp_path / "lembar-ukur.pdf").exists)
    qtbot.waitUntil(lambda: "lembar-ukur" in page.setup.notice.accessibleName())


def test_what_is_refused_far_down_is_said_in_sight(qtbot, page, tmp_path):
    (tmp_path / "kartu.toml").write_text("version = ")
    template = page.setup.fields["template"]
    template.editor.set_raw(str(tmp_path / "kartu.toml"))
    page.setup.go_to("template")
    qtbot.keyClick(template.widget, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(page.setup.notice.isVisible)
    assert "kartu.toml" in page.setup.notice.text()
    assert page.setup.notice.visibleRegion().boundingRect().size() == page.setup.notice.size()
