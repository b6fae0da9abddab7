"""The side that takes answers in, drawn from states alone."""

import pytest

from jamsos_desktop.domain.activities import BpjsAnswered
from jamsos_desktop.domain.bpjs_words import OUTCOMES
from jamsos_desktop.gui.bpjs.answers_page import AnswersPage
from jamsos_desktop.gui.bpjs.state import AnswersState, answer_line
from jamsos_desktop.services.bpjs_results import AnswerRow

YES = BpjsAnswered(accepted=True, number="123")


@pytest.fixture
def page(shown):
    return shown(AnswersPage(), 865, 522)


def lines(*outcomes):
    rows = (AnswerRow(n, one, "Ani", "", answer=YES) for n, one in enumerate(outcomes))
    return tuple(map(answer_line, rows))


def test_every_outcome_is_counted_and_what_waits_for_a_choice_is_said(page):
    page.show_state(AnswersState(file="hasil.xlsx", lines=lines(*OUTCOMES), may_decide=True))
    assert all(pill.isVisible() and pill.text()[:2] == "1 " for pill in page.pills.values())
    assert "2 baris menunggu pilihan Anda." in page.notice.text()
    assert page.all.text() == "Catat semua yang beda"
    assert "aktif, 123" in page.detail.toolTip() + page.detail.text()


def test_afterwards_it_says_what_was_left_and_only_goes_back(page):
    state = AnswersState(file="x", lines=lines("new", "unknown"), taken=1, may_decide=True)
    page.show_state(state)
    assert "1 baris tidak dicatat" in page.notice.text()
    assert page.go.accessibleName() == "Selesai"
    assert page.back.isHidden()
    assert page.all.isHidden()


def test_an_empty_file_says_so(page):
    page.show_state(AnswersState(file="x", may_decide=True))
    assert not page.table.isVisible()
    assert page.go.toolTip() == "Tidak ada jawaban baru yang bisa dicatat."
