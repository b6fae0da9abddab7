"""The field for a photo says what it is for, and why something cannot be done."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.widgets.photo_edit import PhotoEdit
from jamsos_desktop.messages import explain
from tests.gui import dropping
from tests.pictures import encoded, two_halves

JPEG = encoded(two_halves(150, 200))
EMPTY = {"named": False, "picture": None, "busy": False, "live": False, "has_camera": True}


@pytest.fixture
def field(shown):
    made = shown(PhotoEdit(), 680, 220)
    made.show_state(**EMPTY)
    return made


def test_it_says_that_it_is_not_mandatory_and_no_identity_card(field):
    texts = [label.text() for label in field.findChildren(type(field.why_no_camera))]
    assert "Tidak wajib. Wajah orangnya saja; jangan memfoto atau memindai KTP." in texts


def test_every_button_that_cannot_be_pressed_says_why(field):
    assert (field.remove.isEnabled(), field.remove.toolTip()) == (False, "Belum ada foto.")
    field.show_state(**EMPTY | {"has_camera": False})
    assert not field.camera.isEnabled()
    assert field.why_no_camera.isVisible()
    assert field.camera.toolTip() == field.why_no_camera.text()


def test_the_cursor_stays_in_the_field(field):
    field.camera.setFocus()
    field.show_state(**EMPTY | {"busy": True})
    assert field.picture.accessibleName() == "Foto sedang disiapkan…"
    assert field.camera.hasFocus()
    field.show_state(**EMPTY | {"live": True})
    field.close_camera.setFocus()
    field.show_state(**EMPTY | {"named": True, "picture": JPEG})
    assert field.camera.hasFocus()
    field.remove.setFocus()
    field.show_state(**EMPTY | {"has_camera": False})
    assert field.choose.hasFocus()


def test_a_photo_is_shown_and_can_be_removed(field, qtbot):
    field.show_state(**EMPTY | {"named": True, "picture": JPEG})
    assert not field.picture.empty
    with qtbot.waitSignal(field.removed):
        field.remove.click()


def test_a_photo_that_is_not_here_is_said(field):
    field.show_state(**EMPTY | {"named": True})
    assert field.picture.accessibleName() == "Foto ini tidak ada di laptop ini."


def test_while_the_camera_is_on_it_can_be_pressed_or_closed(field, qtbot):
    field.show_state(**EMPTY | {"live": True})
    assert field.camera.accessibleName() == "Jepret"
    assert not field.choose.isVisible()
    field.show_frame(JPEG)
    assert not field.picture.empty
    with qtbot.waitSignal(field.camera_pressed):
        field.camera.click()
    with qtbot.waitSignal(field.camera_closed):
        field.close_camera.click()


def test_what_goes_wrong_is_said_in_three_parts(field):
    said = explain(UserError("picture_broken"))
    field.show_error(said)
    assert field.notice.text() == f"{said.what} {said.data} {said.todo}"
    field.show_error(None)
    assert not field.notice.isVisible()


def test_a_file_is_chosen_or_dropped(field, qtbot, monkeypatch, tmp_path):
    path = tmp_path / "foto.jpg"
    monkeypatch.setattr(dialogs, "choose_file", lambda _p, _t, _k, chosen: chosen(path))
    with qtbot.waitSignal(field.file_chosen) as chosen:
        field.choose.click()
    assert chosen.args == [path]
    with qtbot.waitSignal(field.file_chosen) as dropped:
        dropping.drop(field, dropping.files(path))
    assert dropped.args == [path]
