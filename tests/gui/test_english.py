"""The windows when English was chosen: nothing Indonesian is left on them."""

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableView, QWidget

from jamsos_desktop.gui.enrolment.likely_panel import LikelyPanel
from jamsos_desktop.gui.enrolment.offers import Offers
from jamsos_desktop.gui.explanation.view import ExplanationView
from jamsos_desktop.gui.first_start.view import FirstStartView
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.login.view import LoginView
from jamsos_desktop.gui.main_window import MainWindow
from jamsos_desktop.gui.pages import PREFERENCES, keys_for, pages_for
from jamsos_desktop.i18n import set_language
from jamsos_desktop.services import consent, duplicates, plan, reference, set_up
from jamsos_desktop.services.explain import explanations
from jamsos_desktop.services.value_words import value_words
from tests.gui.desk import enrol_people, form
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
    for key in (*keys_for(desk), PREFERENCES, "help"):
        window.open_page(key)
    texts = texts_on(window)
    assert len(texts) > 150
    assert {text: words for text in texts if (words := indonesian_words(text))} == {}


def test_the_page_of_a_person_is_english_also_after_a_withdrawal(window, desk, qtbot):
    (siti,) = enrol_people(desk, form(0, "Siti Aminah", already_insured="ya", pkh="tidak_tahu"))
    page = window.open_page("participants")
    shown = {"covered already", "Yes", "Do not know", "Withdraw consent"}
    for withdrawn in (False, True):
        if withdrawn:
            consent.withdraw(desk, siti, "by phone")
            shown = {"consent withdrawn", "Consent withdrawn: by phone", "Undo the withdrawal"}
        page.presenter.open_person(siti)
        qtbot.waitUntil(lambda shown=shown: shown <= texts_on(page))
        texts = texts_on(page)
        assert {text: words for text in texts if (words := indonesian_words(text))} == {}


def test_who_is_likely_the_same_is_said_in_english(english, desk, shown):
    enrol_people(desk, form(0, "Siti Aminah"))
    event_id, _event = plan.todays_event(desk)
    rules = reference.rules_of(desk, event_id)
    likely = duplicates.find_likely(desk, form(1, "Siti Aminah", sex="P"), rules)
    page = QWidget()
    panel = LikelyPanel(QLineEdit(page), page)
    panel.show_likely(likely, ())
    texts = texts_on(shown(page))
    assert any("same name" in text for text in texts)
    assert {text: words for text in texts if (words := indonesian_words(text))} == {}


def test_the_explanation_is_english_to_its_last_page(english, desk, shown):
    texts = explanations(desk)
    view = ExplanationView(texts, "en")
    view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # its last page closes it
    shown(view)
    for page in texts["en"].pages:
        view.sources.clear()  # books and newspapers are called as they are
        assert page.title == view.page.text()
        found = texts_on(view)
        assert {text: words for text in found if (words := indonesian_words(text))} == {}
        view.go_on()


def test_the_first_windows_are_english(english, shown):
    views = FirstStartView(), LoginView("Kota Mojokerto", "Sign in to start work.")
    texts = {text for view in views for text in texts_on(shown(view))}
    assert {"Open the kit   Ctrl+Enter", "User name", "Try it first (practice)"} <= texts
    assert {text: words for text in texts if (words := indonesian_words(text))} == {}


def test_what_is_chosen_in_english_is_kept_in_the_words_of_the_records(english):
    """One office reads what all its laptops wrote, whatever their languages."""
    [wife] = Offers().relations("wife")
    assert (wife.key, value_words("heir_relation", wife.key, {})) == ("Istri", "Wife")
