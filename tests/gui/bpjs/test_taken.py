"""The answers that were recorded, and taking them back."""

import pytest

from jamsos_desktop.domain.activities import BpjsAnswered
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.bpjs import taken
from jamsos_desktop.gui.bpjs.taken import TakenPresenter, cards_words
from jamsos_desktop.services import find
from jamsos_desktop.services.bpjs_results import AnswerRow, take_results
from jamsos_desktop.services.bpjs_undo import WithCard
from jamsos_desktop.services.print_cards import journal_prints
from tests.fakes import FakeView, InlineJobs

YES = BpjsAnswered(accepted=True, number="12345678901")
NO = BpjsAnswered(accepted=False, reason="NIK tidak padan")


class View(FakeView):
    """The page, as far as the presenter knows it."""

    show_taken = FakeView.display


@pytest.fixture
def files(desk, ids):
    """A right file about one person, and a wrong one about both."""
    first, second = ids
    record(desk, "benar.xlsx", (first, NO, None))
    record(desk, "keliru.xlsx", (first, YES, NO), (second, YES, None))


def record(desk, file, *answers):
    rows = [
        AnswerRow(line, "changed", "x", "", record_id=one, answer=answer, before=before)
        for line, (one, answer, before) in enumerate(answers)
    ]
    take_results(desk, rows, [row.line for row in rows], file=file)


@pytest.fixture
def said():
    return []


@pytest.fixture
def page(desk, said):
    return TakenPresenter(View(), InlineJobs(), desk, said.append)


def test_the_latest_file_is_shown_with_its_answers(page, files):
    page.open()
    assert [line.file for line in page.state.files] == ["keliru.xlsx", "benar.xlsx"]
    assert page.state.file.contents == "2 aktif"
    assert page.state.file.officer
    assert [one.state for one in page.state.people] == ["berlaku", "berlaku"]
    page.choose(page.state.files[1].id)
    (person,) = page.state.people
    assert (person.name, person.state) == ("Ani Lestari", "diganti jawaban lain")
    assert person.answer == "ditolak: NIK tidak padan"
    page.leave()
    assert not page.state.open


def test_a_whole_file_is_taken_back_and_cards_are_named(desk, ids, page, files, said):
    journal_prints(desk, ids[1:], "file")
    page.open()
    page.undo("Berkas kota lain")
    tone, what, more = page.state.said
    assert (tone, what, said) == ("warning", "2 jawaban BPJS dibatalkan.", [what])
    assert "Budi Santoso" in more
    assert [line.state for line in page.state.files] == ["dibatalkan", "tercatat"]
    assert [one.card for one in page.state.people] == ["", "kartu aktif perlu ditarik"]
    assert [find.look_at(desk, one).standing for one in ids] == ["ditolak_bpjs", "menunggu"]
    assert page.state.why_not_undo() == "Sudah dibatalkan."


def test_one_answer_is_taken_back_alone(desk, ids, page, files):
    page.open()
    page.undo("Orang lain", page.state.people[1])
    assert page.state.said[0] == "success"
    assert page.state.file.state == "1 dari 2 tercatat"
    assert [find.look_at(desk, one).standing for one in ids] == ["aktif", "menunggu"]
    assert page.state.why_not_undo() == ""
    assert page.state.why_not_undo(page.state.people[1]) == "Sudah dibatalkan."


def test_a_refusal_is_shown(page, files, monkeypatch):
    def busy(*_given):
        raise UserError("data_busy")

    page.open()
    monkeypatch.setattr(taken, "undo_file", busy)
    page.undo("Keliru")
    assert page.state.error is not None
    assert page.state.progress is None


def test_without_files_there_is_nothing_to_take_back(page):
    page.open()
    assert (page.state.loaded, page.state.file) == (True, None)
    assert page.state.why_not_undo() == "Pilih dulu berkasnya."


def test_many_cards_are_counted():
    said = cards_words([WithCard(str(number), "Ani") for number in range(6)])
    assert "Ani (3) dan 2 lagi." in said
