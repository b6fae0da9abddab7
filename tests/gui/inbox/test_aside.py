"""What is set aside, entry by entry."""

import pytest

from jamsos_desktop.domain import set_aside
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.inbox import aside
from jamsos_desktop.gui.inbox.aside import AsidePresenter
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.read_again import ReadAgain
from tests.fakes import FakeView, InlineJobs
from tests.gui.inbox.strange import strange_bundle
from tests.journeys.world import OFFICE, POS1


class View(FakeView):
    """The page, as far as the presenter knows it."""

    show_aside = FakeView.display


@pytest.fixture
def said():
    return []


@pytest.fixture
def page(world, tmp_path, said):
    import_bundle(world[OFFICE], strange_bundle(world, tmp_path), anyway="Sudah ditanyakan")
    made = AsidePresenter(View(), InlineJobs(), world[OFFICE], said.append)
    made.refresh()
    return made


def test_every_entry_says_whose_it_is_why_and_what_to_do(world, page):
    here = world[POS1].installation
    newer, broken, office = page.state.lines
    assert {line.station for line in page.state.lines} == {f"{here.name} ({here.code})"}
    assert [line.why for line in page.state.lines] == ["newer", "unreadable", "oversteps"]
    assert int(broken.seq) == int(newer.seq) + 1 == int(office.seq) - 1
    assert newer.number.startswith(here.code)
    assert (newer.kind, broken.kind) == ("pendaftaran", "tidak diketahui")
    assert (broken.number, broken.when) == ("—", "waktunya tidak terbaca")
    assert "Perbarui program" in newer.todo


def test_reading_again_says_when_nothing_could_be_used(page, said):
    page.read_again()
    what, more = page.state.said
    assert what.startswith("Belum ada yang bisa dipakai")
    assert "tetap disimpan" in more
    assert (len(page.state.lines), said) == (3, [])


def test_what_this_program_understands_comes_in(page, said, monkeypatch):
    monkeypatch.setattr(set_aside, "SCHEMA", 9)
    page.read_again()
    assert page.state.said == ("1 catatan masuk.", "2 catatan masih disisihkan.")
    assert [line.why for line in page.state.lines] == ["unreadable", "oversteps"]
    assert said == ["1 catatan yang disisihkan masuk"]
    page.opened()
    assert page.state.said == ("", "")


def test_the_last_one_that_comes_in_is_said():
    assert aside.result_words(ReadAgain(2, 0))[1] == "Tidak ada lagi yang disisihkan."


def test_nothing_is_read_where_nothing_is_set_aside(world):
    made = AsidePresenter(View(), InlineJobs(), world[OFFICE], lambda _said: None)
    made.refresh()
    assert made.state.why_not_read() == "Tidak ada yang disisihkan."
    made.read_again()
    assert made.state.said == ("", "")


def test_a_refusal_is_shown_and_the_button_comes_back(page, monkeypatch):
    def busy(_desk):
        raise UserError("data_busy")

    monkeypatch.setattr(aside, "read_again", busy)
    page.read_again()
    assert page.state.error is not None
    assert page.state.why_not_read() == ""
