"""The page "Hari ini" and F5 by keyboard, in the real window of a station."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jamsos_desktop.domain.records import ReferenceFile
from jamsos_desktop.domain.reference_file import record_id_of
from jamsos_desktop.gui import dialogs, today
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.main_window import MainWindow
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.pages import pages_for
from jamsos_desktop.gui.today.view import TodayView
from jamsos_desktop.services import find, plan, set_up
from jamsos_desktop.services.visitors import revise
from jamsos_desktop.storage import journal, records
from tests.factories import enrol_one, office_of
from tests.fakes import InlineJobs
from tests.gui.enrolment.people import SITI, SITI_NIK, agree_in

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qapp, desk, shown, qtbot):
    jobs = JobRunner()
    made = MainWindow()
    made.set_pages(pages_for(desk, jobs, made))
    made.jobs = jobs
    shown(made)
    made.open_first()
    qtbot.waitUntil(lambda: not jobs.busy)
    yield made
    made.closing.emit()
    jobs.shutdown()


@pytest.fixture
def page(window):
    return window.open_page("today")


@pytest.fixture
def settle(window, qtbot):
    return lambda: qtbot.waitUntil(lambda: not window.jobs.busy)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def enter(qtbot, settle, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)
    press(qtbot, Qt.Key.Key_Return)
    settle()


def state_of(page, row=0):
    return page.people.tickets.rows()[row].state


def test_on_a_day_of_visits_nobody_queues(window, page, desk, settle, qtbot):
    event_id, event = plan.todays_event(desk)
    with desk.database.writing() as connection:
        stored = records.get(connection, event_id)
        visits = msgspec.structs.replace(event, kind="kunjungan")
        journal.append(connection, office_of(desk), desk.clock(), [revise(stored, visits)])
    page.presenter.refresh()
    settle()
    assert page.visiting.isVisible()
    assert not any(one.isVisible() for one in (page.people, page.paper, page.move_button))
    assert page.call.text() == "Ke daftar calon"
    page.call.click()
    station = desk.installation.mode == "station"
    assert window.shown_page() == ("visits" if station else "candidates")


def test_a_station_begins_with_the_day_and_the_cursor_in_the_line(window, page):
    assert window.shown_page() == "today"
    assert QApplication.focusWidget() is page.people.line
    assert not page.call.isEnabled()
    assert page.call.toolTip() == "Tidak ada yang menunggu di pos ini."


def test_numbers_are_given_skipped_and_come_back_by_keyboard(page, qtbot, settle):
    enter(qtbot, settle, "")
    enter(qtbot, settle, "Siti Aminah")
    assert page.people.tickets.rowCount() == 2
    assert not page.move_button.isEnabled()
    page.people.tables["queue"].setFocus()
    page.people.tables["queue"].selectRow(0)
    press(qtbot, Qt.Key.Key_Return)
    settle()
    assert state_of(page) == "skipped"
    page.people.tables["queue"].selectRow(0)
    assert page.move_button.text() == "Kembali menunggu"
    qtbot.mouseClick(page.move_button, Qt.MouseButton.LeftButton)
    settle()
    assert state_of(page) == "waiting"


def test_f5_calls_anywhere_and_the_form_opens_with_what_is_known(
    window, page, qtbot, settle, desk, event_id
):
    enter(qtbot, settle, f"{SITI_NIK}, Siti Aminah, 2/5")
    window.open_page("participants")
    settle()
    press(qtbot, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: window.shown_page() == "enrolment")
    settle()
    form = window.open_page("enrolment")
    values = form.form.values()
    assert (values["name"], values["nik"], values["rt"]) == ("Siti Aminah", SITI_NIK, "002")
    assert form.said.text() == "Sekarang: MJK1-001"
    for name in ("birth_date", "sex", "village", "rw", "occupation"):
        form.presenter.typing.edit(name, SITI[name], name)
    agree_in(form.presenter)
    settle()
    form.presenter.saving.save(then_next=False)
    settle()
    assert find.count_participants(desk, event_id) == 1
    window.open_page("today")
    settle()
    assert state_of(page) == "served"
    assert page.counts.target.text() == "1 dari 60 terdaftar"


def test_nobody_is_called_while_a_form_is_unfinished(window, page, qtbot, settle):
    enter(qtbot, settle, "")
    form = window.open_page("enrolment")
    settle()
    qtbot.keyClicks(QApplication.focusWidget(), "3576")
    settle()
    press(qtbot, Qt.Key.Key_F5)
    settle()
    assert form.said.text().startswith("Formulir ini belum selesai.")
    assert form.form.values()["nik"] == "3576"
    window.open_page("today")
    settle()
    assert state_of(page) == "waiting"


def test_who_does_not_come_is_skipped_by_the_next_call(window, page, qtbot, settle):
    enter(qtbot, settle, "Siti")
    enter(qtbot, settle, "Budi")
    press(qtbot, Qt.Key.Key_F5)
    settle()
    press(qtbot, Qt.Key.Key_F5)
    settle()
    form = window.open_page("enrolment")
    assert form.form.values()["name"] == "Budi"
    assert form.presenter.state.number == ""  # no number is spent on who does not come
    press(qtbot, Qt.Key.Key_F5)
    settle()
    assert form.said.text().startswith("Tidak ada yang menunggu")
    window.open_page("today")
    settle()
    assert [ticket.state for ticket in page.people.tickets.rows()] == ["called", "skipped"]


def test_an_attendee_becomes_a_registration_with_one_key(window, page, qtbot, settle):
    page.people.tab.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    page.people.line.setFocus()
    enter(qtbot, settle, "Budi Santoso, 1/4")
    page.people.tables["attendance"].setFocus()
    page.people.tables["attendance"].selectRow(0)
    press(qtbot, Qt.Key.Key_Return)
    settle()
    form = window.open_page("enrolment").form.values()
    assert (form["name"], form["rt"], form["rw"]) == ("Budi Santoso", "001", "004")


def test_papers_ask_for_a_place_and_never_overwrite(page, qtbot, settle, monkeypatch, tmp_path):
    asked = []

    def choose(parent, title, name, kinds, on_chosen):
        asked.append((title, name))
        on_chosen(tmp_path / name)

    monkeypatch.setattr(dialogs, "choose_new_file", choose)
    press(qtbot, Qt.Key.Key_P, CTRL)
    settle()
    page.presenter.choose("attendance")
    press(qtbot, Qt.Key.Key_P, CTRL)
    settle()
    assert asked == [
        ("Nomor antrean", "nomor-antrean.pdf"),
        ("Daftar hadir", "daftar-hadir.pdf"),
    ]
    assert (tmp_path / "daftar-hadir.pdf").exists()


def test_without_an_event_the_page_says_what_it_is_for(qapp, data_dir, shown, qtbot):
    office = set_up.init_office(data_dir, "Kota Mojokerto", "admin", "Admin", "rahasia123")
    jobs = JobRunner()
    context = PageContext(office, jobs, lambda *_: None, lambda: None, lambda _key: None)
    view = shown(today.build(context))
    qtbot.waitUntil(view.empty.isVisible)
    assert view.call.toolTip() == "Belum ada kegiatan."
    jobs.shutdown()
    office.close()


def test_a_change_elsewhere_shows_while_the_page_is_in_sight(qtbot, shown, desk, event_id):
    followers = []
    page = shown(
        TodayView(
            PageContext(
                desk=desk,
                jobs=InlineJobs(),
                show_result=lambda text, undo=None: None,
                refresh_header=lambda: None,
                go_to=lambda key: None,
                follow=followers.append,
            )
        )
    )
    enrol_one(desk)
    (tell,) = followers
    tell()
    assert page.counts.target.text() == "1 dari 60 terdaftar"
    page.hide()
    enrol_one(desk, 1)
    tell()
    assert page.counts.target.text() == "1 dari 60 terdaftar"
    page.show()
    assert page.counts.target.text() == "2 dari 60 terdaftar"


def test_rules_that_want_a_newer_program_are_said_calmly(desk, window, page, settle):
    office_id = desk.installation.office_id
    body = ReferenceFile(name="tariffs.toml", content="version = 9", reason="baru")
    made = journal.Author(office_id, "admin")
    with desk.database.writing() as connection:
        news = [journal.New(record_id_of("tariffs.toml"), body)]
        journal.append(connection, made, desk.clock(), news)
    page.presenter.refresh()
    settle()
    assert "Aturan baru dari kantor tidak dapat dibaca" in page.notice.text()
