"""A list on its way in, step by step."""

import pytest

from jamsos_desktop.domain.records import Programme
from jamsos_desktop.gui.candidates.import_presenter import ImportPresenter
from jamsos_desktop.services import plan
from jamsos_desktop.services.candidates import find_candidates
from jamsos_desktop.storage.candidates import Filter
from tests.fakes import InlineJobs
from tests.gui.candidates.lists import GOOD, HEADINGS, SHORT, workbook


class FakeView:
    def __init__(self):
        self.state = None
        self.doing = []

    def show_import(self, state):
        self.state = state
        if state.progress is not None:
            self.doing.append(state.progress.doing)


@pytest.fixture
def view():
    return FakeView()


@pytest.fixture
def said():
    return []


@pytest.fixture
def presenter(view, desk, said):
    return ImportPresenter(view, InlineJobs(), desk, said.append)


@pytest.fixture
def path(tmp_path):
    return workbook(tmp_path / "calon.xlsx", GOOD, SHORT, other=(HEADINGS, GOOD))


def test_a_file_is_looked_into_for_the_programme_that_is_shown(presenter, view, path, programme_id):
    presenter.open(path, programme_id)
    state = view.state
    assert (state.step, state.programme_id, state.region) == ("columns", programme_id, "35.76")
    assert state.fields == ("", "nik", "name", "birth", "village", "rt_rw")
    assert state.understood[2].meaning == "Eni"
    assert state.why_not_check() == ""


def test_what_is_no_list_is_said_where_one_stands(presenter, view, tmp_path):
    wrong = tmp_path / "kosong.csv"
    wrong.write_text("")
    presenter.open(wrong, "")
    assert (view.state.step, view.state.progress) == ("away", None)
    assert "kosong.csv" in view.state.error.what


def test_every_choice_shows_at_once_what_it_means(presenter, view, path, desk, programme_id):
    presenter.open(path, programme_id)
    presenter.choose_field(0, "name")
    assert view.state.why_not_check() == "Nama dipilih untuk dua kolom."
    presenter.choose_field(0, "note")
    assert view.state.understood[0].meaning == "1"
    presenter.choose_field(2, "")
    assert view.state.why_not_check() == "Pilih kolom mana yang berisi nama."
    presenter.check()
    assert view.state.step == "columns"
    presenter.choose_region("35.78")
    assert view.state.understood[4].problem
    other = plan.add_programme(desk, Programme(name="Mandiri"))
    presenter.choose_programme(other)
    assert view.state.programme_id == other
    presenter.choose_sheet("Lain")
    assert (view.state.look.sheet, view.state.look.rows) == ("Lain", 1)
    assert (view.state.programme_id, view.state.region) == (other, "35.78")


def test_the_list_is_checked_first_and_then_taken_in(
    presenter, view, said, path, desk, programme_id
):
    presenter.open(path, programme_id)
    presenter.check()
    assert (view.state.step, view.state.coming) == ("checked", 1)
    assert find_candidates(desk, Filter()) == []
    presenter.take_in()
    assert (view.state.step, said) == ("done", ["1 calon baru, 0 diperbarui"])
    assert len(find_candidates(desk, Filter())) == 1
    assert set(view.doing) == {"Membuka berkas…", "Memeriksa daftar…", "Mengimpor…"}
    presenter.leave()
    assert view.state.step == "away"


def test_the_same_file_again_says_so_and_brings_nothing(presenter, view, path, programme_id):
    presenter.open(path, programme_id)
    presenter.check()
    presenter.take_in()
    presenter.leave()
    presenter.open(path, programme_id)
    assert "sudah pernah diimpor" in view.state.before
    assert view.state.look.remembered_at
    presenter.check()
    assert view.state.why_not_import() == "Tidak ada yang baru atau berubah di daftar ini."
    presenter.take_in()
    assert view.state.step == "checked"


def test_one_can_go_back_and_choose_other_columns(presenter, view, path, programme_id):
    presenter.open(path, programme_id)
    presenter.check()
    presenter.leave()
    assert (view.state.step, view.state.report) == ("columns", None)
    presenter.leave()
    assert view.state.step == "away"


def test_stopping_before_the_first_batch_leaves_everything_as_it_was(
    presenter, view, path, desk, programme_id, monkeypatch
):
    presenter.open(path, programme_id)

    def stop_at_once(*_progress):
        presenter.stop()

    monkeypatch.setattr(presenter, "_show", _after(presenter._show, stop_at_once))
    presenter.check()
    assert view.state.step == "columns"
    assert view.state.progress is None


def _after(show, then):
    """Press stop once, as soon as the work is announced."""
    pressed = []

    def work(state):
        show(state)
        if state.progress is not None and not pressed:
            pressed.append(state)
            then()

    return work
