"""Taking consent back on a person's page."""

import pytest

from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.participants.view import ParticipantsView
from jamsos_desktop.gui.participants.withdrawal import Withdrawal
from tests.fakes import InlineJobs
from tests.gui.desk import form, open_desk


def test_a_cadre_is_told_why_it_cannot_be_undone(shown):
    bar = shown(Withdrawal())
    bar.show_person(withdrawn=True, may_restore=False)
    assert bar.button.text() == "Batalkan pencabutan"
    assert not bar.button.isEnabled()
    assert "koordinator" in bar.button.toolTip()
    bar.show_person(withdrawn=True, may_restore=True)
    assert bar.button.isEnabled()


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
    page.person.withdrawal.button.click()
    page.person.withdrawal.reason.setText(reason)
    page.person.withdrawal.confirm.click()


def pills(page):
    return [pill.text() for pill in page.person._pills_shown]


def test_withdrawn_and_undone_on_the_page(page):
    assert page.person.print_button.isEnabled()
    change(page, "tidak jadi")
    assert pills(page)[0] == "persetujuan dicabut"
    assert not page.person.print_button.isEnabled()
    assert "dicabut" in page.person.print_button.toolTip()
    assert page.presenter._lines[0].state == "persetujuan dicabut"
    change(page, "salah orang")  # the practice officer is an admin
    assert "persetujuan dicabut" not in pills(page)
    assert page.person.print_button.isEnabled()
