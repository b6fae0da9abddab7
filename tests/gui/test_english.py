"""The windows when English was chosen: nothing Indonesian is left on them."""

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableView, QWidget

from jamsos_desktop.gui.enrolment.offers import Offers
from jamsos_desktop.gui.first_start.view import FirstStartView
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.login.view import LoginView
from jamsos_desktop.gui.main_window import MainWindow
from jamsos_desktop.gui.pages import keys_for, pages_for
from jamsos_desktop.gui.participants.person_words import value_words
from jamsos_desktop.i18n import set_language
from jamsos_desktop.services import plan, set_up
from tests.test_translations import indonesian_words


@pytest.fixture
def english():
    set_language("en")


@pytest.fixture
def desk(data_dir):
    """An office whose own names hold no word that the tests look for."""
    made = set_up.init_office(data_dir, "Kota Mojokerto", "rina", "Rina Dewi", "sangat-aman")
    set_up.plan_practice_event(made, "Jamsos Kranggan", "Pendopo", made.clock().date())
    plan.add_officer(made, "sari", "Sari Utami", "kader")
    yield made
    made.close()


@pytest.fixture
def window(english, desk, shown, qtbot):
    jobs = JobRunner()
    made = MainWindow()
    made.set_pages(pages_for(desk, jobs, made))
    shown(made)
    made.open_first()
    qtbot.waitUntil(lambda: not jobs.busy)
    yield made
    qtbot.waitUntil(lambda: not jobs.busy)
    made.close()
    jobs.shutdown()


def headings(model: QAbstractItemModel) -> list[str]:
    across = Qt.Orientation.Horizontal
    return [str(model.headerData(column, across)) for column in range(model.columnCount())]


def texts_on(window: QWidget) -> set[str]:
    """Every text on the window or waiting on it, also what is only read aloud."""
    found: set[str] = set()
    for widget in (window, *window.findChildren(QWidget)):
        found |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
        if isinstance(widget, QLineEdit):
            found.add(widget.placeholderText())
        if isinstance(widget, QTableView) and widget.model() is not None:
            found |= set(headings(widget.model()))
    return {text for text in found if text}


def test_the_eye_of_these_tests_sees_every_kind_of_text(shown):
    page = QWidget()
    page.setAccessibleName("name")
    QLabel("label", page).setToolTip("tip")
    QLineEdit(page).setPlaceholderText("hint")
    table = QTableView(page)
    model = QStandardItemModel(0, 1, table)
    model.setHorizontalHeaderLabels(["heading"])
    table.setModel(model)
    assert texts_on(shown(page)) >= {"name", "label", "tip", "hint", "heading"}


def test_the_navigation_is_english(window):
    assert {
        *("Inbox", "Participants", "Print", "Enrolment"),
        *("Programmes & events", "Stations & officers", "Help"),
    } <= {text.replace("&&", "&") for text in texts_on(window)}


def test_every_page_of_an_office_is_english(window, desk, qtbot):
    for key in (*keys_for(desk), "help"):
        window.open_page(key)
    texts = texts_on(window)
    assert len(texts) > 150
    assert {text: words for text in texts if (words := indonesian_words(text))} == {}


def test_the_first_windows_are_english(english, shown):
    views = FirstStartView(), LoginView("Kota Mojokerto", "Sign in to start work.")
    texts = {text for view in views for text in texts_on(shown(view))}
    assert {"Open the kit   Ctrl+Enter", "User name", "Try it first (practice)"} <= texts
    assert {text: words for text in texts if (words := indonesian_words(text))} == {}


def test_what_is_chosen_in_english_is_kept_in_the_words_of_the_records(english):
    """One office reads what all its laptops wrote, whatever their languages."""
    [wife] = Offers().relations("wife")
    assert (wife.key, value_words("heir_relation", wife.key, {})) == ("Istri", "Wife")
