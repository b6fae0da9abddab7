"""The page "Pengaturan" with the real worker, the real look and a real station."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from jamsos_desktop.gui import preferences
from jamsos_desktop.gui.main import wear
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.pages import pages_for
from jamsos_desktop.gui.shell import Shell
from jamsos_desktop.gui.style import DARK, LIGHT, Look, colors_now
from jamsos_desktop.gui.wardrobe import Wardrobe
from jamsos_desktop.services.sign_in import sign_in
from jamsos_desktop.settings import Settings, load_settings
from tests.journeys.world import LOGINS, PASSWORDS, POS1


@pytest.fixture
def look(qapp):
    """A look of its own; afterwards the tests' usual one is worn again."""
    made = Look(qapp)
    yield made
    made.deleteLater()
    qapp.styleHints().unsetColorScheme()
    Look(qapp).wear(LIGHT)


@pytest.fixture
def dressed(tmp_path, look):
    """Keeps in a folder of its own, and really wears."""
    return Wardrobe(tmp_path, Settings(), partial(wear, look))


@pytest.fixture
def said():
    return []


@pytest.fixture
def page(world, jobs, dressed, said, shown, qtbot):
    def show_result(text, _undo=None):
        said.append(text)

    context = PageContext(world[POS1], jobs, show_result, lambda: None, lambda _key: None)
    view = shown(preferences.build(context, dressed, said.append))
    qtbot.waitUntil(lambda: not jobs.busy)
    return view


def test_the_screen_turns_dark_at_once(page, qtbot, tmp_path, said):
    page.choices.theme.setFocus()
    qtbot.keyClick(page.choices.theme, Qt.Key.Key_G)
    assert colors_now() is DARK
    qtbot.waitUntil(lambda: said == ["Warna layar sekarang: gelap"])
    assert load_settings(tmp_path).settings.theme == "dark"


def test_the_language_is_kept_and_the_page_says_from_when(page, qtbot, tmp_path, said):
    page.choices.language.setFocus()
    qtbot.keyClick(page.choices.language, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: said == ["English dipakai setelah program dibuka lagi"])
    assert load_settings(tmp_path).settings.language == "en"
    assert page.choices.language.accessibleDescription() == "English"


def test_the_facts_are_copied_with_one_press(page, world, said):
    page.choices.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert f"Folder data: {world[POS1].data_dir}" in copied
    assert "Ekspor terakhir: Belum pernah dari laptop ini" in copied
    assert said == ["Keterangan pemasangan disalin"]


def test_the_password_is_changed_by_keyboard_alone(page, world, qtbot, said):
    page.choices.password.setFocus()
    qtbot.keyClick(page.choices.password, Qt.Key.Key_Return)
    for text in ("salah-sekali", "rahasia-baru", "rahasia-baru"):
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(page.password.notice.isVisible)
    assert not page.choices.notice.isVisible()
    page.password.set_values({"old": PASSWORDS[POS1]})
    page.password.submitted.emit()
    qtbot.waitUntil(page.choices.isVisible)
    assert said == ["Kata sandi baru Anda berlaku mulai sekarang"]
    assert set(page.password.values().values()) == {""}
    assert page.choices.password.hasFocus()
    world.close(POS1)
    sign_in(world.folder / POS1, LOGINS[POS1], "rahasia-baru").close()


def test_larger_texts_make_the_window_anew_and_the_arrows_go_on(
    world, jobs, dressed, shown, qtbot, qapp
):
    def pages(desk, runner, window):
        return pages_for(desk, runner, window, dressed)

    shell = shown(Shell(world.folder / POS1, jobs, pages))
    desk = sign_in(world.folder / POS1, LOGINS[POS1], PASSWORDS[POS1])
    shell.open_desk(desk)
    for size in (110, 120):
        window = shell.shown()
        page = window.open_page("preferences")
        qtbot.waitUntil(page.choices.text_size.hasFocus)
        qtbot.keyClick(page.choices.text_size, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda old=window: shell.shown() is not old)
        assert qapp.font().pointSizeF() == pytest.approx(11 * size / 100)
        assert shell.shown().shown_page() == "preferences"
    assert dressed.settings.text_scale == 120
    qtbot.waitUntil(lambda: not jobs.busy)
    shell.close()
