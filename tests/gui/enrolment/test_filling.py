"""The form is filled at once with what is known from elsewhere."""

from PySide6.QtCore import Qt

from jamsos_desktop.services import find
from tests.gui.enrolment.people import raw, wait_saved


def test_practice_fills_the_form_with_somebody_who_does_not_exist(
    page, keyboard, qtbot, window, jobs, desk
):
    assert page.strip.candidate.isVisible()
    page.strip.candidate.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: raw(page, "name") != "" and not jobs.busy)
    keyboard.save_next()
    wait_saved(qtbot, window, jobs)
    assert find.count_participants(desk) == 1
