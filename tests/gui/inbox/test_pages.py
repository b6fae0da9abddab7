"""From the files to what is set aside, and back."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.domain import set_aside
from jamsos_desktop.gui import inbox
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from tests.gui import dropping
from tests.gui.inbox.strange import strange_bundle
from tests.journeys.world import OFFICE


@pytest.fixture
def pages(qapp, world, shown):
    jobs = JobRunner()
    context = PageContext(world[OFFICE], jobs, lambda *_: None, lambda: None, lambda _key: None)
    yield shown(inbox.build(context))
    jobs.shutdown()


def take_in(qtbot, files, path):
    assert dropping.drop(files, dropping.files(path))
    qtbot.waitUntil(files.report.brake.isVisible)
    files.report.brake.reason.setText("Sudah ditanyakan")
    files.report.brake.yes.click()


def test_the_head_of_the_inbox_leads_to_what_was_set_aside(
    qtbot, pages, world, tmp_path, monkeypatch
):
    files, aside = pages.files, pages.aside
    assert not files.aside.isVisible()
    take_in(qtbot, files, strange_bundle(world, tmp_path))
    qtbot.waitUntil(files.aside.isVisible)
    assert files.aside.text() == "3 catatan disisihkan"
    files.aside.click()
    assert aside.isVisible()
    assert aside.table.hasFocus()
    assert aside.model.rowCount() == 3
    monkeypatch.setattr(set_aside, "SCHEMA", 9)
    qtbot.keyClick(aside.table, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: aside.model.rowCount() == 2)
    assert aside.notice.text() == "1 catatan masuk. 2 catatan masih disisihkan."
    qtbot.keyClick(aside.table, Qt.Key.Key_Escape)
    assert files.isVisible()
    assert files.aside.text() == "2 catatan disisihkan"
