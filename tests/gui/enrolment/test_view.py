"""The enrolment page as a cadre meets it: real widgets, real worker, real database, no mouse."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from jamsos_desktop.gui.enrolment import build
from jamsos_desktop.gui.main_window import MainWindow, Page
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.services import find, plan, set_up
from tests.gui.enrolment.people import SITI_NIK, agree, place, raw, said, type_siti, wait_saved

TAB = Qt.Key.Key_Tab


def test_a_stranger_is_enrolled_by_the_keyboard_alone(page, keyboard, qtbot, window, jobs, desk):
    type_siti(keyboard)
    keyboard.save_next()
    wait_saved(qtbot, window, jobs)
    found = find.find_participants(desk, "siti aminah")
    assert [(one.name, one.village, one.rt) for one in found] == [
        ("Siti Aminah", "35.76.03.1001", "002")
    ]
    person = find.look_at(desk, found[0].record_id).body
    assert (f"{person.birth_date}", person.sex, person.address) == (
        "1990-08-17",
        "P",
        "Jl Melati 4",
    )
    assert window.results == [f"Tersimpan: {found[0].number} · Siti Aminah"]
    assert page.form.current() == "nik"
    assert "1 dari 60" in page.presenter.state.count
    assert window.refreshed == 1
    assert keyboard.count == 74  # 22 seconds at 40 words (200 keys) a minute


def test_a_proposal_that_nobody_confirmed_is_not_saved(page, keyboard, qtbot, window, jobs, desk):
    type_siti(keyboard)
    for name in ("birth_date", "sex"):
        page.form.go_to(name)
        page.form.fields[name].editor.set_raw("")
        page.presenter.typing.edit(name, "", name)
    page.form.go_to("birth_date")
    keyboard.press(TAB)  # past it, without Enter
    keyboard.press(TAB)
    keyboard.save_next()
    assert page.form.current() == "birth_date"
    assert "Tanggal lahir, Jenis kelamin" in page.said.text()
    assert find.count_participants(desk) == 0
    keyboard.enter()
    assert raw(page, "birth_date") == "17-08-1990"
    assert page.form.current() == "sex"
    keyboard.enter()
    assert raw(page, "sex") == "P"
    keyboard.save_next()
    wait_saved(qtbot, window, jobs)
    assert find.count_participants(desk) == 1


def test_what_the_person_says_wins_over_the_proposal(page, keyboard):
    keyboard.enter(SITI_NIK)
    keyboard.enter("Siti")
    keyboard.enter("18081990")
    assert raw(page, "birth_date") == "18-08-1990"


def test_a_killed_program_comes_back_to_the_same_field_with_the_same_text(
    page, open_page, keyboard, qtbot, jobs
):
    keyboard.enter(SITI_NIK)
    keyboard.type("Siti Ami")
    qtbot.waitUntil(lambda: not page._pause.isActive() and not jobs.busy)
    number = page.presenter.state.number
    assert number
    page.presenter.page.close = lambda: None  # a killed program says no farewell
    page.close()
    again = open_page()
    assert raw(again, "nik") == SITI_NIK
    assert raw(again, "name") == "Siti Ami"
    assert again.form.current() == "name"
    assert again.presenter.state.number == number
    assert "dibuka kembali" in again.said.text()
    keyboard.type("nah")
    assert raw(again, "name") == "Siti Aminah"
    assert not again.said.isVisible()


def test_the_last_letters_are_kept_when_the_window_is_closed(
    page, open_page, keyboard, qtbot, jobs
):
    keyboard.enter(SITI_NIK)
    keyboard.type("Siti Aminah")
    assert page._pause.isActive()  # nothing has written this yet
    qtbot.waitUntil(lambda: not jobs.busy)
    page.close()
    assert raw(open_page(), "name") == "Siti Aminah"


def test_the_last_letters_are_kept_when_the_window_goes(
    desk, jobs, window, shown, qtbot, keyboard, open_page
):
    main = MainWindow()
    context = PageContext(
        desk=desk,
        jobs=jobs,
        show_result=main.show_result,
        refresh_header=window.refresh_header,
        go_to=window.opened.append,
    )
    main.set_pages([Page("enrolment", "Pendaftaran", "user-plus", partial(build, context))])
    shown(main)
    page = main.open_page("enrolment")
    qtbot.waitUntil(lambda: page.presenter.state.phase == "form")
    keyboard.type("3576")
    qtbot.waitUntil(lambda: not jobs.busy)
    keyboard.type("03")
    assert page._pause.isActive()
    main.closing.emit()
    main.close()
    assert raw(open_page(), "nik") == "357603"


def test_findings_come_when_the_field_is_left_and_go_as_soon_as_it_is_right(page, keyboard):
    keyboard.type("35760357089")
    assert said(page, "nik") == []
    keyboard.enter()
    assert said(page, "nik") == ["nik_length"]
    keyboard.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    keyboard.press(Qt.Key.Key_End)
    keyboard.type("0900")
    assert said(page, "nik") == ["nik_length"]
    keyboard.type("1")
    assert said(page, "nik") == []


def test_a_finding_never_moves_the_field_under_the_hand(page, keyboard, qtbot):
    arrived = {}

    def on_focus(_old, new):
        if new is page.form.fields["sex"].widget:
            arrived["sex"] = place(page, "sex")

    QApplication.instance().focusChanged.connect(on_focus)
    keyboard.enter(SITI_NIK)
    keyboard.enter("Siti Aminah")
    keyboard.type("18081990")  # not the day in the NIK: two lines and a reason above
    height = page.form.fields["nik"].height()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.form.fields["nik"].height() > height + 40)
    # one pixel may be lost in rounding
    qtbot.waitUntil(lambda: abs(place(page, "sex").y() - arrived["sex"].y()) <= 1)
    QApplication.instance().focusChanged.disconnect(on_focus)


def test_what_may_be_set_aside_is_saved_with_its_reason(page, keyboard, qtbot, window, jobs, desk):
    keyboard.enter(SITI_NIK)
    keyboard.enter("Siti Aminah")
    keyboard.enter("18081990")  # not the day in the NIK
    keyboard.enter()
    keyboard.enter("kran")
    keyboard.enter("2")
    keyboard.enter("5")
    keyboard.enter()
    keyboard.enter("kecil")
    page.form.go_to("consent")
    agree(keyboard)
    assert said(page, "nik") == ["nik_birth_date_differs"]
    keyboard.save_next()
    assert QApplication.focusWidget().accessibleName() == "Alasan"
    assert "1 isian perlu dibetulkan dulu: NIK" in page.said.text()
    keyboard.type("sesuai KTP asli")
    assert not page.said.isVisible()
    keyboard.save_next()
    wait_saved(qtbot, window, jobs)
    found = find.find_participants(desk, "siti")[0]
    person = find.look_at(desk, found.record_id).body
    assert person.reasons == {"nik_birth_date_differs": "sesuai KTP asli"}
    assert f"{person.birth_date}" == "1990-08-18"


def test_pressing_save_twice_saves_once(page, keyboard, qtbot, window, jobs, desk):
    type_siti(keyboard)
    keyboard.save_next()
    keyboard.save_next()
    wait_saved(qtbot, window, jobs)
    assert find.count_participants(desk) == 1
    assert page.form.current() == "nik"
    assert said(page, "nik") == []


def test_saving_alone_keeps_the_person_in_sight_until_the_next(
    page, keyboard, qtbot, window, jobs, desk
):
    type_siti(keyboard)
    keyboard.save()
    wait_saved(qtbot, window, jobs)
    assert raw(page, "name") == "Siti Aminah"
    assert not page.form.fields["name"].isEnabled()
    assert "Tersimpan" in page.said.text()
    keyboard.save()
    keyboard.enter()  # the primary button has the cursor
    assert page.form.current() == "nik"
    assert raw(page, "name") == ""
    assert raw(page, "rt") == "2"
    qtbot.waitUntil(lambda: not jobs.busy)
    assert find.count_participants(desk) == 1


def test_what_stands_in_the_way_is_counted_and_the_first_gets_the_cursor(page, keyboard):
    keyboard.enter(SITI_NIK)
    keyboard.save_next()
    assert page.form.current() == "name"
    assert page.said.text() == (
        "8 isian perlu dibetulkan dulu: Nama lengkap, Tanggal lahir, Jenis kelamin, dan 5 lagi."
    )
    keyboard.enter("Siti")
    assert page.said.text().startswith("7 isian")


def test_age_and_contribution_are_computed_live(page, keyboard):
    cover = page.presenter.state.cover
    assert cover.monthly == "JKK Rp10.000 + JKM Rp6.800 = Rp16.800"
    assert cover.total == "Rp50.400 untuk 3 bulan"
    page.form.go_to("coverage_months")
    page.form.fields["coverage_months"].widget.selectAll()
    keyboard.type("6")
    assert page.presenter.state.cover.total == "Rp100.800 untuk 6 bulan"
    page.form.go_to("birth_date")
    keyboard.enter("17081990")
    assert "tahun pada 1" in page.presenter.state.cover.age


def test_each_event_has_its_own_form(page, open_page, keyboard, qtbot, jobs, desk):
    day = desk.clock().date()
    other = set_up.plan_practice_event(desk, "Kegiatan lain", "Pasar", day)
    page.close()
    page = open_page()
    first = page.presenter.state.event_id
    other = next(event_id for event_id, _event in plan.events(desk) if event_id != first)
    assert page.strip.choose.isVisible()
    keyboard.enter(SITI_NIK)
    page.strip.event_chosen.emit(other)
    qtbot.waitUntil(lambda: page.presenter.state.event_id == other and not jobs.busy)
    assert raw(page, "nik") == ""
    page.strip.event_chosen.emit(first)
    qtbot.waitUntil(lambda: raw(page, "nik") == SITI_NIK)


@pytest.fixture
def bare_office(tmp_path):
    desk = set_up.init_office(tmp_path / "kantor", "Kantor", "ani", "Ani", "rahasia123")
    yield desk
    desk.close()


def test_without_an_event_the_page_says_what_to_do_first(open_page, bare_office, window):
    page = open_page(bare_office)
    assert page.empty.isVisible()
    page.empty.plan.click()
    assert window.opened == ["plan"]


def test_everything_that_takes_the_cursor_says_its_name(page, keyboard):
    keyboard.enter("3576")
    keyboard.save_next()
    for widget in page.findChildren(QLineEdit) + page.findChildren(Choice):
        assert widget.accessibleName(), widget
    for button in page.findChildren(QPushButton):
        assert button.accessibleName() or button.text(), button
