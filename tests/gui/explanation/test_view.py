"""F9: pages turned by keys, languages, and what counts as explained."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from jamsos_desktop.domain.explanation import fill
from jamsos_desktop.domain.records import Programme
from jamsos_desktop.gui.explanation import Explainer
from jamsos_desktop.gui.explanation.view import ExplanationView
from jamsos_desktop.gui.main_window import MainWindow
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.i18n import set_language
from jamsos_desktop.services import set_up
from jamsos_desktop.services.explain import Explanation
from jamsos_desktop.services.reference import shipped
from tests.fakes import InlineJobs

PROGRAMME = Programme(name="DBHCHT", branch="Mojokerto", coverage_start="2026-11")


@pytest.fixture
def explained():
    known = shipped().texts
    return {
        language: Explanation(
            language,
            text.name,
            text.title,
            text.version,
            fill(text, known.facts, PROGRAMME, "Kota Mojokerto"),
            text.unchecked,
        )
        for language, text in known.explanation.items()
    }


@pytest.fixture
def view(explained, shown):
    view = ExplanationView(explained, "id")
    view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # looked at after it was closed
    return shown(view)


def read(view):
    return view.page.text()


def test_arrows_and_space_turn_the_pages(view, explained, qtbot):
    titles = [page.title for page in explained["id"].pages]
    assert read(view) == titles[0]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
    assert read(view) == titles[3]
    assert view.count.text() == f"4 / {len(titles)}"
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace, Qt.Key.Key_Left):
        qtbot.keyClick(view, key)
    assert read(view) == titles[0]
    assert not view.previous.isEnabled()


def test_letters_choose_the_language_of_the_same_page(view, explained, qtbot):
    chosen = []
    view.language_chosen.connect(chosen.append)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.unchecked.isHidden()
    qtbot.keyClick(view, Qt.Key.Key_J)
    assert read(view) == explained["jv"].pages[1].title
    assert view.unchecked.isVisible()
    assert "belum diperiksa" in view.unchecked.text()
    qtbot.keyClick(view, Qt.Key.Key_I)
    assert read(view) == explained["id"].pages[1].title
    qtbot.mouseClick(view.languages[1], Qt.MouseButton.LeftButton)
    assert chosen == ["jv", "id", "jv"]


def test_english_is_offered_only_to_who_works_in_it(view, explained, qtbot, shown):
    qtbot.keyClick(view, Qt.Key.Key_E)
    assert [button.text() for button in view.languages] == ["Bahasa Indonesia", "Basa Jawa"]
    view.close()
    set_language("en")
    english = shown(ExplanationView(explained, "id"))
    assert [button.text() for button in english.languages][-1] == "English"


def test_only_enter_on_the_last_page_finishes(view, explained, qtbot):
    told = []
    view.finished.connect(lambda language, version: told.append((language, version)))
    for _page in range(len(explained["id"].pages) + 2):
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.isVisible()
    assert told == []
    assert "Selesai" in view.next.text()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told == [("id", 1)]
    assert not view.isVisible()


def test_esc_finishes_nothing(view, qtbot):
    with qtbot.assertNotEmitted(view.finished):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()


@pytest.mark.parametrize("language", ["id", "jv"])
def test_nothing_must_be_scrolled_on_a_small_laptop(view, explained, language):
    view.speak(language)
    for place, page in enumerate(explained[language].pages):
        view._turn(place)
        view.room.widget().layout().activate()
        said = view.sources.mapTo(view.room.widget(), view.sources.rect().topLeft()).y()
        assert said <= view.room.viewport().height(), page.title


def test_one_reads_it_from_afar(view):
    assert view.say.fontMetrics().capHeight() >= 20  # px; 5 mm and more on a 14-inch screen


class Desk:
    """A practice office behind a main window, with a field that has the cursor."""

    def __init__(self, desk, shown, qtbot):
        self.window = MainWindow()
        self.field = QLineEdit(self.window)
        self.results = []
        self.context = PageContext(
            desk=desk,
            jobs=InlineJobs(),
            show_result=lambda text, undo=None: self.results.append(text),
            refresh_header=lambda: None,
            go_to=lambda key: None,
        )
        self.explainer = Explainer(self.window, self.context)
        self.window.explanation_wanted.connect(self.explainer.open)
        shown(self.window)
        self.field.setFocus()
        qtbot.waitUntil(self.field.hasFocus)

    def page(self):
        return self.window.findChild(ExplanationView)


@pytest.fixture
def at_desk(tmp_path, shown, qtbot):
    desk = set_up.start_practice(tmp_path)
    yield Desk(desk, shown, qtbot)
    desk.close()


def test_f9_opens_it_and_esc_leads_back_to_the_same_field(at_desk, qtbot):
    qtbot.keyClick(at_desk.field, Qt.Key.Key_F9)
    page = at_desk.page()
    qtbot.waitUntil(page.isActiveWindow)
    assert page.isFullScreen()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(at_desk.field.hasFocus)


def test_who_enrols_is_told_what_was_explained(at_desk, qtbot):
    told = []
    at_desk.explainer.follow(str, told.append)
    at_desk.explainer.open()
    page = at_desk.page()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page, Qt.Key.Key_J)
    for _turn in range(20):
        qtbot.keyClick(page, Qt.Key.Key_Right)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    (one,) = told
    fields = msgspec.structs.asdict(one)
    assert (fields["language"], fields["version"]) == ("jv", 1)
    assert fields["by"] == at_desk.context.desk.officer_id
    qtbot.waitUntil(at_desk.field.hasFocus)


def test_a_broken_text_is_said_and_opens_nothing(at_desk, monkeypatch):
    from jamsos_desktop.errors import UserError
    from jamsos_desktop.services import explain

    def broken(_desk):
        raise UserError("reference_invalid", file="texts/consent-1.id.toml", reason="not there")

    monkeypatch.setattr(explain, "in_force", broken)
    at_desk.explainer.open()
    assert at_desk.page() is None
    assert "consent-1.id.toml" in at_desk.results[0]


def test_a_window_of_nothing_is_a_plain_widget(explained, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    assert (
        ExplanationView(explained, "xx", parent).windowModality() == Qt.WindowModality.WindowModal
    )
