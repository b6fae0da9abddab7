"""A NIK that is here already is told while the person stands there."""

from tests.gui.enrolment.people import SITI_NIK, said, type_siti, wait_saved


def test_a_nik_that_is_here_already_is_told_and_wants_a_reason(
    page, keyboard, qtbot, window, jobs, desk
):
    type_siti(keyboard)
    keyboard.save_next()
    wait_saved(qtbot, window, jobs)
    keyboard.enter(SITI_NIK)
    qtbot.waitUntil(lambda: said(page, "nik") == ["nik_already_enrolled"])
    assert page.form.current() == "name"
