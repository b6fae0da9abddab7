"""The page "Peserta" with the real worker on a real desk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget

from jamsos_desktop.gui import cards, enrolment, participants
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.services import enrol, find, plan, reference, void
from tests.gui.desk import form, open_desk


@pytest.fixture
def desk(data_dir):
    opened, _ids = open_desk(data_dir, form(0, "Siti Aminah"), form(1, "Budi Santoso"))
    yield opened
    opened.close()


@pytest.fixture
def window(shown, desk, jobs):
    """Both pages in one window, as the main window holds them."""
    stack = QStackedWidget()
    stack.setObjectName("page")

    def go_to(key):
        stack.setCurrentWidget(pages[key])
        return pages[key]

    context = PageContext(desk, jobs, lambda *_: None, lambda: None, go_to)
    pages = {
        "participants": participants.build(context),
        "cards": cards.build(context),
        "enrolment": enrolment.build(context),
    }
    for page in pages.values():
        stack.addWidget(page)
    return shown(stack)


@pytest.fixture
def page(qtbot, window):
    view = window.widget(0)
    qtbot.waitUntil(lambda: view.list.model.rowCount() == 2)
    return view


def open_person(qtbot, page, text):
    page.list.focus_search()
    qtbot.keyClicks(page.list.search, text)
    qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    qtbot.waitUntil(page.person.isVisible)


def test_f2_typing_and_enter_open_a_person(qtbot, page):
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_F2)
    qtbot.waitUntil(page.list.search.hasFocus)
    qtbot.keyClicks(page.list.search, "siti")
    qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    qtbot.waitUntil(page.person.isVisible)
    assert page.person.nik.text() == "3576 •••• •••• 0001"
    qtbot.keyClick(page.person.print_button, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.list.isVisible)


def test_ctrl_r_uncovers_the_nik_until_the_page_is_left(qtbot, page, window):
    QGuiApplication.clipboard().clear()
    open_person(qtbot, page, "siti")
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page.person.print_button, Qt.Key.Key_R, control)
    qtbot.waitUntil(lambda: page.person.nik.text() == "3576 0151 0890 0001")
    assert page.person.seen.isVisible()
    window.setCurrentIndex(1)  # another page of the menu
    assert page.person.nik.text() == "3576 •••• •••• 0001"
    window.setCurrentIndex(0)
    assert page.person.nik.text() == "3576 •••• •••• 0001"
    assert "0151" not in QGuiApplication.clipboard().text()


def test_printing_a_person_goes_to_the_cards_page(qtbot, page, window):
    open_person(qtbot, page, "siti")
    page.person.print_button.click()
    printing = window.widget(1)
    assert window.currentWidget() is printing
    qtbot.waitUntil(lambda: printing.cards.choosing.count.text() == "1 kartu, 1 lembar")
    assert printing.cards.choosing.people.part.text() == "Pilihan dari Peserta"


def test_only_who_lacks_something(qtbot, page, desk):
    show_only(page, "incomplete")
    qtbot.waitUntil(lambda: page.list.count.text() == "Tidak ada yang cocok dari 2 peserta")
    enrol_incomplete(desk, form(2, "Kartini", rt=""))
    page.presenter.refresh()
    qtbot.waitUntil(lambda: page.list.count.text() == "1 cocok dari 3 peserta")
    (line,) = page.list.model.rows()
    assert (line.name, line.state, line.tone) == ("Kartini", "belum lengkap", "warning")
    show_only(page, "all")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 3)


def test_only_who_is_voided(qtbot, page, desk):
    (record_id,) = [one.record_id for one in find.find_participants(desk, "budi")]
    void.void(desk, record_id, "salah orang")
    show_only(page, "voided")
    qtbot.waitUntil(lambda: page.list.count.text() == "1 cocok dari 2 peserta")
    (line,) = page.list.model.rows()
    assert (line.name, line.state) == ("Budi Santoso", "dibatalkan")


def show_only(page, what):
    page.list.show_only.set_raw(what)
    page.list.show_only.edited.emit()


def enrol_incomplete(desk, typed):
    rules = reference.rules_of(desk, plan.todays_event(desk)[0])
    return enrol.enrol(
        desk, enrol.start_draft(desk, rules.event_id, typed), rules, incomplete=True
    ).record_id


def test_ctrl_b_opens_the_record_in_the_form(qtbot, page, window):
    form_page = window.widget(2)
    open_person(qtbot, page, "budi")
    qtbot.keyClick(page.person.print_button, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.currentWidget() is form_page
    qtbot.waitUntil(lambda: form_page.presenter.state.correcting)
    assert form_page.form.fields["name"].editor.raw() == "Budi Santoso"
