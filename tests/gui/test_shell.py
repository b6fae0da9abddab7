"""From an empty folder to the pages and back to the login, with the real services."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.first_start.view import FirstStartView
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.login.view import LoginView
from jamsos_desktop.gui.main_window import HELP, MainWindow
from jamsos_desktop.gui.pages import pages_for
from jamsos_desktop.gui.shell import Shell
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.messages import explain
from jamsos_desktop.services import set_up


@pytest.fixture
def shell(qapp, shown, tmp_path):
    bugs = []
    made = Shell(tmp_path, JobRunner(bugs.append), pages_for)
    shown(made)
    made.begin()
    yield made
    made.close()
    assert bugs == []


def wait_for(qtbot, shell, kind):
    qtbot.waitUntil(lambda: isinstance(shell.shown(), kind))
    return shell.shown()


def test_practice_lock_and_back_in(shell, qtbot):
    first = wait_for(qtbot, shell, FirstStartView)
    qtbot.waitUntil(first.ways.practice.hasFocus)
    qtbot.keyClick(first.ways.practice, Qt.Key.Key_Return)
    window = wait_for(qtbot, shell, MainWindow)
    assert window.top_bar._practice.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    login = wait_for(qtbot, shell, LoginView)
    login.login.set_values({"login": "latihan", "password": "bukan ini"})
    login.login.submitted.emit()
    qtbot.waitUntil(login.login.notice.isVisible)
    login.login.set_values({"password": "latihan123"})
    login.login.submitted.emit()
    window = wait_for(qtbot, shell, MainWindow)
    assert window.shown_page()


def test_an_office_is_made_by_keyboard_and_asks_for_the_password_next_time(
    shell, shown, qtbot, tmp_path
):
    first = wait_for(qtbot, shell, FirstStartView)
    first.presenter.go_to("office")
    form = first.forms["office"]
    qtbot.waitUntil(lambda: form.current() == "office_name")
    for text in ("Disnaker Kota Mojokerto", "Rina Dewi", "rina", "rahasia-1", "rahasia-1"):
        qtbot.keyClicks(form.fields[form.current()].widget, text)
        qtbot.keyClick(form.fields[form.current()].widget, Qt.Key.Key_Return)
    qtbot.keyClick(shell.focusWidget(), Qt.Key.Key_Return)
    wait_for(qtbot, shell, MainWindow)
    shell.close()
    again = Shell(tmp_path, JobRunner(), pages_for)
    shown(again)
    again.begin()
    login = wait_for(qtbot, again, LoginView)
    login.presenter.sign_in("rina", "rahasia-1")
    wait_for(qtbot, again, MainWindow)
    again.close()


def test_a_second_program_on_the_folder_says_so(shell, shown, qtbot, tmp_path):
    first = wait_for(qtbot, shell, FirstStartView)
    first.presenter.make_office("Disnaker", "Rina", "rina", "rahasia-1", "rahasia-1")
    wait_for(qtbot, shell, MainWindow)
    second = Shell(tmp_path, JobRunner(), pages_for)
    shown(second)
    second.begin()
    login = wait_for(qtbot, second, LoginView)
    login.presenter.sign_in("rina", "rahasia-1")
    qtbot.waitUntil(login.login.notice.isVisible)
    assert login.login.notice.text() == str(explain(UserError("data_in_use", folder="")))
    second.close()


def test_the_pages_end_with_help(shell, qtbot):
    first = wait_for(qtbot, shell, FirstStartView)
    first.presenter.practise()
    window = wait_for(qtbot, shell, MainWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.shown_page() == HELP


def test_locking_waits_for_work_that_is_under_way(shell, qtbot):
    first = wait_for(qtbot, shell, FirstStartView)
    first.presenter.practise()
    window = wait_for(qtbot, shell, MainWindow)
    qtbot.waitUntil(lambda: not shell._jobs.busy)
    let_go = threading.Event()
    shell._jobs.start(let_go.wait, print, print)
    shell.lock()
    assert shell.shown() is window
    assert window.results._text.toolTip() == "Layar dikunci begitu pekerjaan ini selesai."
    let_go.set()
    wait_for(qtbot, shell, LoginView)


def test_a_window_that_is_made_anew_stays_on_its_page_with_the_same_desk(shell, qtbot):
    first = wait_for(qtbot, shell, FirstStartView)
    first.presenter.practise()
    window = wait_for(qtbot, shell, MainWindow)
    window.open_page("participants")
    said = []
    window.closing.connect(lambda: said.append("closing"))
    window.renew_wanted.emit("Ukuran huruf sekarang 120 %")
    qtbot.waitUntil(lambda: shell.shown() is not window)
    window = shell.shown()
    assert said == ["closing"]
    assert window.shown_page() == "participants"
    assert window.results._text.toolTip() == "Ukuran huruf sekarang 120 %"
    window.lock_wanted.emit()
    wait_for(qtbot, shell, LoginView)
    shell.renew("nobody is here")
    assert isinstance(shell.shown(), LoginView)


def test_what_did_not_stop_the_program_is_said_above_and_can_be_closed(shell, qtbot):
    wait_for(qtbot, shell, FirstStartView)
    assert not shell.notice.isVisible()
    shell.notice.show_warning("Pengaturan tidak terbaca.")
    assert shell.notice.isVisible()
    qtbot.mouseClick(shell.notice._close, Qt.MouseButton.LeftButton)
    assert not shell.notice.isVisible()


def test_a_lost_keyring_is_said_and_nothing_is_touched(qapp, shown, tmp_path):
    desk = set_up.start_practice(tmp_path)
    desk.close()
    folder = tmp_path / set_up.PRACTICE_FOLDER
    for path in folder.glob("keyring*"):
        path.unlink()
    before = (folder / "jamsos.db").read_bytes()
    bugs = []
    shell = Shell(folder, JobRunner(bugs.append), pages_for)
    shown(shell)
    shell.begin()
    assert isinstance(shell.shown(), EmptyState)
    said = explain(UserError("keyring_missing", file=str(folder / "keyring.json")))
    assert said.what in [label.text() for label in shell.findChildren(QLabel)]
    assert (folder / "jamsos.db").read_bytes() == before
    shell.close()
    assert bugs == []
