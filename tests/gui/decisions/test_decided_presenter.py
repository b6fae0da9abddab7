"""What was decided is listed, looked for, opened and taken back."""

import pytest

from jamsos_desktop.gui.decisions.decided_lines import read_lines, read_opened
from jamsos_desktop.gui.decisions.decided_presenter import DecidedPresenter
from jamsos_desktop.gui.decisions.decided_state import DecidedState
from jamsos_desktop.services.duplicate_desk import (
    different_people,
    heads_of,
    open_questions,
    same_person,
    send_back,
)
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.likely_pairs import compare_new
from tests.fakes import FakeView, InlineJobs
from tests.journeys.world import OFFICE


@pytest.fixture
def said():
    return []


@pytest.fixture
def page(world, said):
    def say(text, undo=None):
        said.append(text)

    return DecidedPresenter(FakeView(), InlineJobs(), world[OFFICE], say)


@pytest.fixture
def decided(world, twins):
    """Three decisions, one of each kind; the pairs in the order in which they were answered."""
    desk = world[OFFICE]
    compare_new(desk)
    same, apart, back = (tuple(pair) for pair in twins)
    same_person(desk, same[1], [same[0]], heads_of(desk, same), reason="sama")
    different_people(desk, apart, heads_of(desk, apart), "kembar")
    send_back(desk, back[0], [back[1]], heads_of(desk, back), fields=["nik"], reason="lihat KTP")
    return same, apart, back


def number(world, record_id):
    return look_at(world[OFFICE], record_id).body.number


def test_an_office_that_decided_nothing(page):
    assert page.state == DecidedState()
    page.refresh()
    page.take_back("x")
    page.leave()
    assert (page.state.lines, page.state.looked) == ((), True)


def test_each_kind_is_said_in_words(page, decided, world):
    page.refresh()
    words = {line.what: line for line in page.state.lines}
    assert set(words) == {"orang yang sama", "orang berbeda", "dikembalikan"}
    kept, sent = number(world, decided[0][1]), number(world, decided[2][0])
    assert words["orang yang sama"].more == f"{kept} dipakai"
    assert words["orang yang sama"].who.split(" / ")[0].endswith(kept)
    assert words["dikembalikan"].more == f"{sent} kembali ke posnya"
    assert {line.by for line in page.state.lines} == {"Admin Kantor"}
    assert all(line.when for line in page.state.lines)


def test_somebody_is_looked_for_by_name_and_number(page, decided, world):
    page.refresh()
    page.look_for("siti")
    assert [line.what for line in page.state.found] == ["orang yang sama"]
    page.look_for(f"bambang {number(world, decided[1][0])}")
    assert [line.what for line in page.state.found] == ["orang berbeda"]
    page.look_for("tidak ada")
    assert page.state.found == ()


def test_one_is_seen_side_by_side_and_taken_back_for_a_reason(page, decided, world, said):
    page.refresh()
    line = next(one for one in page.state.lines if one.what == "orang yang sama")
    page.open(line)
    kept = [title for title in page.state.opened.titles if title.startswith("✓")]
    assert kept == [f"✓ {number(world, decided[0][1])}"]
    page.take_back(" ")
    assert page.state.opened is not None
    page.take_back("salah orang")
    assert (page.state.opened, len(page.state.lines)) == (None, 2)
    assert said == ["Keputusan diurungkan; ditanyakan lagi di daftarnya."]
    assert set(open_questions(world[OFFICE])[0]) == set(decided[0])


def test_who_was_erased_says_so_instead_of_opening(page, decided, world, monkeypatch):
    from jamsos_desktop.errors import UserError
    from jamsos_desktop.gui.decisions import decided_presenter

    def gone(*_given):
        raise UserError("participant_unknown")

    page.refresh()
    monkeypatch.setattr(decided_presenter, "read_opened", gone)
    page.open(page.state.lines[0])
    assert (page.state.opened, page.state.busy) == (None, False)
    assert page.state.error


def test_lines_and_what_is_opened_know_no_window(decided, world):
    desk = world[OFFICE]
    for line in read_lines(desk):
        opened = read_opened(desk, line)
        assert len(opened.titles) == len(opened.histories) == 2
