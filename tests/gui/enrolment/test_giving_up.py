"""Giving a form up can be undone, and the form taken up again for a day."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from jamsos_desktop.services import cancelled, enrol, plan
from tests.gui.enrolment.people import (
    SITI_NIK,
    HeldJobs,
    open_form,
    raw,
    type_in,
    type_whole,
    view_of,
    wait_saved,
)

ALT_B = (Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)


@pytest.fixture
def presenter(desk):
    return open_form(desk)


def test_it_is_kept_as_it_stood_and_comes_back(presenter):
    type_in(presenter, nik=SITI_NIK)
    presenter.typing.edit("name", "Siti A", "name")
    number = presenter.state.number
    presenter.giving_up.cancel()
    assert view_of(presenter).fields["nik"] == ""
    ((draft_id, words),) = presenter.state.cancelled
    assert words.startswith(f"Siti A · {number} · pukul ")
    presenter.giving_up.take_up(draft_id)
    assert view_of(presenter).fields["name"] == "Siti A"
    assert view_of(presenter).focus == "name"
    assert presenter.state.number == number
    assert presenter.state.cancelled == ()


def test_what_is_begun_comes_back_after_the_one_that_is_taken_up(presenter):
    type_in(presenter, name="Siti")
    presenter.giving_up.cancel()
    type_in(presenter, name="Budi")
    presenter.giving_up.take_up(presenter.state.cancelled[0][0])
    assert view_of(presenter).fields["name"] == "Siti"
    presenter.giving_up.cancel()
    assert view_of(presenter).fields["name"] == "Budi"


def test_the_list_is_there_after_the_program_began_anew(presenter, desk):
    type_in(presenter, name="Siti")
    presenter.giving_up.cancel()
    presenter.page.close()
    again = open_form(desk)
    assert [words.split(" · ")[0] for _id, words in again.state.cancelled] == ["Siti"]
    assert view_of(again).fields["name"] == ""


def test_what_was_given_up_a_day_ago_is_deleted_at_the_next_start(presenter, desk, monkeypatch):
    type_in(presenter, name="Siti")
    presenter.giving_up.cancel()
    ((draft_id, _words),) = presenter.state.cancelled
    monkeypatch.setattr(cancelled, "KEPT_FOR", cancelled.dt.timedelta(0))
    again = open_form(desk)
    assert again.state.cancelled == ()
    presenter.giving_up.take_up(draft_id)
    assert presenter.state.said.what == "Formulir yang dibatalkan itu sudah tidak ada."


def test_several_unfinished_forms_come_one_after_the_other(desk):
    event_id, _event = plan.todays_event(desk)
    for name in ("Siti", "Budi"):
        enrol.start_draft(desk, event_id, enrol.EnrolmentForm(name=name))
    jobs = HeldJobs()
    presenter = open_form(desk, jobs)
    jobs.let_go()
    assert view_of(presenter).fields["name"] == "Budi"
    type_whole(presenter, name="Budi", coverage_start="2026-12", coverage_months="3")
    jobs.let_go()
    presenter.saving.save(then_next=True)
    jobs.let_go()
    assert view_of(presenter).fields["name"] == "Siti"
    presenter.giving_up.cancel()
    jobs.let_go()
    assert view_of(presenter).fields["name"] == ""
    assert not presenter.state.begun


@pytest.mark.qt_log_ignore("does not support")
def test_the_page_undoes_it_and_lists_it_by_keyboard(page, keyboard, qtbot, window, jobs):
    keyboard.press(*ALT_B)
    assert "Tidak ada formulir yang dibatalkan" in page.said.text()
    keyboard.enter(SITI_NIK)
    page.presenter.giving_up.cancel()
    wait_saved(qtbot, window, jobs)
    assert page.strip.cancelled.isVisible()
    window.undo()
    qtbot.waitUntil(lambda: raw(page, "nik") == SITI_NIK and not jobs.busy)
    assert not page.strip.cancelled.isVisible()
    page.presenter.giving_up.cancel()
    qtbot.waitUntil(page.strip.cancelled.isVisible)
    keyboard.press(*ALT_B)
    menu = page.strip.findChild(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(lambda: raw(page, "nik") == SITI_NIK)
