"""The form "Tempat unggah" on the page "Pengaturan"."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.upload_place.presenter import FIELDS
from jamsos_desktop.gui.upload_place.view import PlaceForm
from jamsos_desktop.services.upload_place import read_place
from tests.factories import office_desk


@pytest.fixture
def form(qtbot, shown, tmp_path):
    desk, jobs, network, said = office_desk(tmp_path), JobRunner(), JobRunner(), []
    context = PageContext(desk, jobs, said.append, lambda: None, lambda _key: None, network=network)
    made = PlaceForm(context)
    made.desk, made.said = desk, said
    shown(made)
    made.clear()
    qtbot.waitUntil(lambda: not jobs.busy)
    yield made
    network.shutdown()
    jobs.shutdown()
    desk.close()


def shown_fields(form):
    return {name for name, field in form.fields.items() if field.isVisible()} - {"kind"}


@pytest.mark.parametrize("kind", list(FIELDS))
def test_only_the_fields_of_the_kind_are_there(kind, form):
    form.kind.set_raw(kind)
    form.kind.edited.emit()
    assert shown_fields(form) == set(FIELDS[kind])
    assert (form.fields["user"].widget.accessibleName() == "Kunci akses") == (kind == "s3")


def test_a_folder_is_tried_and_kept_from_the_keyboard(qtbot, form, tmp_path):
    there = tmp_path / "there"
    there.mkdir()
    form.kind.set_raw("folder")
    form.kind.edited.emit()
    line = form.fields["path"].widget.line
    line.setFocus()
    qtbot.keyClicks(line, str(there))
    qtbot.keyClick(line, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(form._state.tried))
    assert form.attempt.hasFocus()
    assert not list(there.iterdir())
    qtbot.keyClick(form.attempt, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(form.said))
    assert read_place(form.desk).path == str(there)
    qtbot.waitUntil(form.forget.isVisible)
    form.forget.click()
    qtbot.waitUntil(lambda: len(form.said) == 2)
    assert read_place(form.desk) is None
