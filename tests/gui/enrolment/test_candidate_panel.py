"""Candidates at the desk, in the real window, by the keyboard alone."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.services import find, plan
from tests.factories import expect, make_candidate
from tests.gui.enrolment.people import agree, raw, wait_saved

CTRL_K = (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def ids(desk):
    programme_id = plan.programmes(desk)[0][0]
    names = ("Siti Aminah", "Siti Rahayu", "Siti Rahayu")
    people = [
        make_candidate(
            n,
            programme_id=programme_id,
            name=name,
            sex="P",
            rt=f"00{n}",
            occupation="pedagang_pasar",
        )
        for n, name in enumerate(names)
    ]
    return expect(desk, *people)


def wait_offered(qtbot, page, jobs, count):
    qtbot.waitUntil(lambda: len(page.form.expected.rows) == count and not jobs.busy)


def test_a_candidate_is_enrolled_by_the_nik_and_their_consent(
    desk, ids, page, keyboard, qtbot, window, jobs
):
    keyboard.type("3576035708900001")
    wait_offered(qtbot, page, jobs, 1)
    assert "Siti Aminah" in page.form.expected.accessibleName()
    keyboard.press(Qt.Key.Key_Return)
    assert (raw(page, "name"), raw(page, "birth_date")) == ("Siti Aminah", "17-08-1990")
    assert raw(page, "occupation") == "pedagang_pasar"
    assert page.form.fields["rt"]._hint.text() == "dari daftar calon"
    assert not page.form.expected.isVisible()
    assert page.form.current() == "consent"  # all the rest is known
    agree(keyboard)
    keyboard.save_next()
    wait_saved(qtbot, window, jobs, 2)
    (saved,) = find.find_participants(desk)
    assert find.look_at(desk, saved.record_id).body.candidate_id == ids[0]
    assert keyboard.count == 29  # 8.7 seconds at 40 words (200 keys) a minute


def test_of_several_one_is_chosen_and_undone_again(ids, page, keyboard, qtbot, window, jobs):
    page.form.go_to("name")
    keyboard.type("siti rah")
    wait_offered(qtbot, page, jobs, 2)
    keyboard.press(*CTRL_K)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Return)
    assert (raw(page, "name"), raw(page, "rt")) == ("Siti Rahayu", "002")
    assert page.form.current() == "nik" or raw(page, "nik")
    window.undo()
    assert (raw(page, "name"), raw(page, "rt")) == ("siti rah", "")
    assert page.presenter.page.sheet.form.candidate_id == ""


def test_the_key_takes_the_only_one(ids, page, keyboard, qtbot, jobs):
    keyboard.press(*CTRL_K)
    assert raw(page, "name") == ""
    page.form.go_to("name")
    keyboard.type("siti am")
    wait_offered(qtbot, page, jobs, 1)
    keyboard.press(*CTRL_K)
    assert raw(page, "name") == "Siti Aminah"


def test_nothing_moves_under_the_hand_when_the_panel_comes(ids, page, keyboard, qtbot, jobs):
    keyboard.type("3576035708900001")
    before = page.form.fields["nik"].mapTo(page, page.rect().topLeft()).y()
    wait_offered(qtbot, page, jobs, 1)
    assert page.form.fields["nik"].mapTo(page, page.rect().topLeft()).y() == before
    assert page.form.expected.isVisible()
