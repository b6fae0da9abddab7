"""The office's verdict on a person's page."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.domain.activities import BpjsAnswered
from jamsos_desktop.domain.field_labels import LABELS
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.participants.verdict_box import FIELDS
from jamsos_desktop.gui.participants.view import ParticipantsView
from jamsos_desktop.services import find
from jamsos_desktop.services.bpjs_results import AnswerRow, take_results
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
    page.said = lambda: find.look_at(desk, ids[0]).answer
    yield page
    desk.close()


def test_accepting_is_one_press_and_is_undone_with_a_reason(page, qtbot):
    box = page.person.verdict
    assert box.undo.button.isHidden()
    box.accept.click()
    assert page.said().said == "diterima"
    assert box.accept.toolTip() == "Sudah diterima."
    box.undo.button.click()
    qtbot.keyClicks(box.undo.reason, "salah orang")
    qtbot.keyClick(box.undo.reason, Qt.Key.Key_Return)
    assert page.said().said == ""
    assert box.accept.isEnabled()


def test_sending_back_names_the_fields_and_the_reason(page, qtbot):
    box = page.person.verdict
    box.reject.button.click()
    box.send_back.button.click()
    assert box.reject.isHidden()
    box.send_back.fields.set_raw("rt rw")
    qtbot.keyClicks(box.send_back.reason, "RT tidak ada di kelurahan itu")
    box.send_back.confirm.click()
    answer = page.said()
    assert (answer.said, answer.told.body.fields) == ("perlu_perbaikan", ("rt", "rw"))
    assert box.send_back.fields.raw() == ""


def test_a_rejection_wants_its_reason(page, qtbot):
    box = page.person.verdict
    box.reject.button.click()
    box.reject.confirm.click()
    assert page.said().said == ""
    qtbot.keyClicks(box.reject.reason, "sudah pindah kota")
    box.reject.confirm.click()
    assert page.said().said == "ditolak"


def test_every_field_that_can_be_sent_back_has_a_name():
    assert set(FIELDS) <= set(LABELS) & set(Participant.__struct_fields__)


def test_an_answer_of_bpjs_is_taken_back_with_a_reason(page, qtbot):
    box = page.person.verdict
    desk, (record_id,) = page.presenter._desk, [page.presenter._person.page.record_id]
    box.accept.click()
    assert box.unanswer.button.isHidden()
    row = AnswerRow(2, "new", "x", "", record_id=record_id, answer=BpjsAnswered(accepted=True))
    take_results(desk, [row])
    page.presenter.open_person(record_id)
    assert page.said().said == "aktif"
    box.unanswer.button.click()
    qtbot.keyClicks(box.unanswer.reason, "jawaban orang lain")
    qtbot.keyClick(box.unanswer.reason, Qt.Key.Key_Return)
    assert page.said().said == "diterima"
    assert box.unanswer.button.isHidden()
