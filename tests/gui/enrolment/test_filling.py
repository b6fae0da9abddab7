"""The form is filled at once with what is known from elsewhere."""

from PySide6.QtCore import Qt

from jamsos_desktop.services import find
from tests.gui.enrolment.people import agree, raw, type_siti, wait_saved


def test_practice_fills_the_form_with_somebody_who_does_not_exist(
    page, keyboard, qtbot, window, jobs, desk
):
    assert page.strip.candidate.isVisible()
    page.strip.candidate.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: raw(page, "name") != "" and not jobs.busy)
    assert window.results == ["Formulir diisi dengan calon latihan."]
    keyboard.save()
    assert page.form.current() == "consent"  # whom the cadre practises with is asked as well
    agree(keyboard)
    keyboard.save()
    wait_saved(qtbot, window, jobs, 2)
    assert find.count_participants(desk) == 1
    page.strip.candidate.click()
    assert page.said.text().startswith("Formulir ini sudah disimpan.")


ALT_K = (Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)


def test_one_key_empties_all_that_was_carried_over_and_can_be_undone(
    page, keyboard, qtbot, window, jobs
):
    keyboard.press(*ALT_K)
    assert page.said.text() == "Tidak ada isian yang terbawa di formulir ini."
    type_siti(keyboard)
    keyboard.save_next()
    wait_saved(qtbot, window, jobs)
    keyboard.press(*ALT_K)
    assert (raw(page, "village"), raw(page, "rt"), raw(page, "occupation")) == ("", "", "")
    assert raw(page, "coverage_months") == "3"  # the programme's own
    assert window.results[-1] == "Isian yang terbawa dikosongkan."
    assert not page.presenter.state.begun
    window.undo()
    assert (raw(page, "village"), raw(page, "rt")) == ("35.76.03.1001", "2")
    assert "formulir sebelumnya" in page.form.fields["rt"]._hint.text()


def test_what_belongs_to_another_form_is_not_undone(page, keyboard, qtbot, window, jobs):
    type_siti(keyboard)
    keyboard.save_next()
    wait_saved(qtbot, window, jobs)
    keyboard.press(*ALT_K)
    undo = window.undo
    keyboard.enter("3576")
    page.presenter.giving_up.cancel()
    undo()
    assert any("tidak ada yang diurungkan" in words for words in window.results)
    assert raw(page, "village") == "35.76.03.1001"
