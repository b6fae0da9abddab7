"""A file of answers is looked at, rows are chosen, and only then something is recorded."""

import pytest

from jamsos_desktop.gui.bpjs.answers import AnswersPresenter
from jamsos_desktop.services import find
from tests.fakes import InlineJobs
from tests.gui.desk import NIKS


class Page:
    def __init__(self):
        self.state = None

    def show_answers(self, state):
        self.state = state


@pytest.fixture
def said():
    return []


@pytest.fixture
def presenter(desk, said):
    return AnswersPresenter(Page(), InlineJobs(), desk, said.append)


def test_new_answers_are_recorded_and_a_changed_one_only_where_it_was_chosen(
    presenter, desk, ids, answers, said, stick
):
    presenter.open(answers(("T", "NIK salah", NIKS[0], "Ani Lestari", "")))
    presenter.take()
    assert said == ["1 jawaban BPJS dicatat"]
    presenter.leave()
    yes = ("Y", "", NIKS[0], "Ani Lestari", "123")
    presenter.open(answers(("Y", "", NIKS[1], "Budi Santoso", "456"), yes))
    assert [line.row.outcome for line in presenter.state.lines] == ["changed", "new"]
    presenter.take()
    assert find.look_at(desk, ids[0]).standing == "ditolak_bpjs"
    assert find.look_at(desk, ids[1]).standing == "aktif"
    presenter.open(answers(yes))
    presenter.toggle(presenter.state.lines[0])
    presenter.take()
    assert find.look_at(desk, ids[0]).standing == "aktif"
    presenter.save_report(stick / presenter.file_name())
    assert (stick / "laporan-hasil.csv").exists()


def test_all_that_differ_are_chosen_and_let_go_together(presenter, ids, answers):
    presenter.open(answers(("Y", "", NIKS[0], "Gunawan Prasojo", "1")))
    presenter.toggle_all()
    assert presenter.state.coming == 1
    presenter.toggle_all()
    assert presenter.state.coming == 0
    assert presenter.state.why_not_take()


def test_what_can_be_chosen_by_nobody_stays_as_it_is(presenter, ids, answers):
    presenter.open(answers(("Y", "", "3576035708909999", "Orang Lain", "")))
    presenter.toggle(presenter.state.lines[0])
    presenter.take()
    assert (presenter.state.chosen, presenter.state.taken) == (frozenset(), None)


def test_who_stops_opens_and_records_nothing(desk, said, answers):
    class Stopping(Page):
        def show_answers(self, state):
            super().show_answers(state)
            if state.progress:
                made.stop()

    page = Stopping()
    made = AnswersPresenter(page, InlineJobs(), desk, said.append)
    made.open(answers(("Y", "", NIKS[0], "Ani Lestari", "1")))
    assert (page.state.file, page.state.progress) == ("", None)


def test_a_file_that_is_none_is_refused_and_nothing_is_open(presenter, tmp_path):
    (tmp_path / "catatan.csv").write_text("Nama;Alamat\nAni;Kranggan\n")
    presenter.open(tmp_path / "catatan.csv")
    assert presenter.state.file == ""
    assert "Judul kolom" in presenter.state.error.what
