"""Voiding a registration on a person's page."""

import pytest

from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.participants.view import ParticipantsView
from jamsos_desktop.gui.participants.voiding import Voiding
from tests.fakes import InlineJobs
from tests.gui.desk import form, open_desk


@pytest.fixture
def page(tmp_path, shown):
    desk, ids = open_desk(tmp_path, form(0, "Siti Aminah"))
    context = PageContext(
        desk=desk,
        jobs=InlineJobs(),
        show_result=lambda text, undo=None: None,
        refresh_header=lambda: None,
        go_to=lambda key: None,
    )
    page = shown(ParticipantsView(context))
    page.presenter.open_person(ids[0])
    yield page
    page.close()
    desk.close()


def change(page, reason):
    bar = page.person.voiding
    bar.button.click()
    bar.reason.setText(reason)
    bar.confirm.click()


def test_voided_and_restored_on_the_page(page):
    person = page.person
    change(page, "salah orang")
    assert person._pills_shown[0].text() == "dibatalkan"
    assert page.presenter._lines[0].state == "dibatalkan"
    assert page.presenter._person.page.history[0].what == "Pendaftaran dibatalkan: salah orang"
    for button in (person.print_button, person.correct_button):
        assert not button.isEnabled()
        assert "dibatalkan" in button.toolTip()
    change(page, "orangnya benar")  # the practice officer is an admin
    assert page.presenter._person.page.history[0].what == "Pendaftaran dipulihkan: orangnya benar"
    assert person._pills_shown[0].text() == "belum dicetak"
    assert person.print_button.isEnabled()
    assert person.correct_button.isEnabled()


def test_a_cadre_is_told_whose_registrations_are_theirs_to_void(shown):
    bar = shown(Voiding())
    bar.show_person(voided=False, may_void=False, may_undo=False)
    assert not bar.button.isEnabled()
    assert "hari ini" in bar.button.toolTip()
    bar.show_person(voided=True, may_void=True, may_undo=False)
    assert "koordinator" in bar.button.toolTip()
