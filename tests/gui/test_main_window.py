"""The frame: pages by key and mouse, built when first shown; state above, results below."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui.header import Header
from jamsos_desktop.gui.main_window import MainWindow, Page


@pytest.fixture
def built():
    return []


@pytest.fixture
def window(shown, built):
    def page(key):
        def build():
            built.append(key)
            made = QWidget()
            edit = QLineEdit(made)
            edit.setAccessibleName(key)
            QVBoxLayout(made).addWidget(edit)
            return made

        return build

    made = MainWindow()
    made.set_pages(
        [
            Page("today", "Hari ini", "calendar-days", page("today")),
            Page("enrol", "Pendaftaran", "user-plus", page("enrol")),
            Page("send", "Kirim & terima", "arrow-left-right", page("send")),
            Page("help", "Bantuan", "circle-question-mark", page("help")),
        ]
    )
    shown(made)
    made.open_first()
    return made


def focused(window):
    return window.focusWidget().accessibleName()


def test_a_page_is_built_when_it_is_first_opened_and_once(window, built, qtbot):
    assert built == ["today"]
    window.open_page("enrol")
    window.open_page("today")
    window.open_page("enrol")
    assert built == ["today", "enrol"]


def test_alt_and_a_number_opens_a_page_with_the_cursor_in_it(window, qtbot):
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert window.shown_page() == "send"
    assert focused(window) == "send"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    assert window.shown_page() == "send"


def test_f1_opens_the_help(window, qtbot):
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F1)
    assert window.shown_page() == "help"


def test_f6_goes_round_and_arrows_with_enter_open_pages(window, qtbot):
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F6)
    assert focused(window) == "Hari ini"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert focused(window) == "Pendaftaran"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.shown_page() == "enrol"
    assert focused(window) == "enrol"
    window.show_result("Tersimpan.", lambda: None)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F6)
    assert focused(window) == "Urungkan"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F6)
    assert focused(window) == "Pendaftaran"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F6)
    assert focused(window) == "enrol"


def test_the_last_action_can_be_undone_once_from_the_keyboard(window, qtbot):
    undone = []
    window.show_result("Pendaftaran dibatalkan.", lambda: undone.append(1))
    for _ in range(2):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert undone == [1]


def test_ctrl_l_locks(window, qtbot):
    with qtbot.waitSignal(window.lock_wanted):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_the_top_says_how_things_stand():
    assert Header(pending=12).pending_words() == "12 belum diekspor"
    assert Header().pending_words() == "Semua sudah diekspor"
    assert Header().receipt_words() == ""
    assert Header(receipt_days=0).receipt_words() == "Balasan kantor hari ini"
    assert Header(receipt_days=3).receipt_words() == "Balasan kantor 3 hari lalu"


def test_practice_is_marked_and_real_work_is_not(window):
    sign = window.top_bar._practice
    window.show_header(Header(event="Kegiatan latihan", officer="Sri", practice=True))
    assert sign.isVisible()
    assert sign.text() == "LATIHAN"
    window.show_header(Header(event="Sosialisasi", officer="Sri"))
    assert not sign.isVisible()


def test_everything_fits_a_small_laptop(window):
    window.show_header(
        Header("Sosialisasi DBHCHT, Pendopo Sabha Kridha Mandala Tama", "Sri", 120, 14, True)
    )
    assert window.minimumSizeHint().width() <= 1093
    assert window.minimumSizeHint().height() <= 560
    for button in window.findChildren(QPushButton):
        assert button.accessibleName()
