"""What the event's papers say of themselves."""

import pytest

from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.gui.papers.documents import DOCUMENTS
from jamsos_desktop.gui.papers.state import Options, State
from jamsos_desktop.gui.people import People
from jamsos_desktop.gui.printing.events import EventLine
from jamsos_desktop.gui.work import Progress

EVENTS = (EventLine("e", "Sosialisasi", ""),)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_list_that_is_not_there_says_why(kind):
    state = State(loaded=True, events=EVENTS, kind=kind)
    assert state.why_not() == state.empty_words()[0] == DOCUMENTS[kind].empty[0]


def test_without_an_event_that_comes_first():
    assert State(loaded=True, kind="minutes").empty_words()[0] == "Belum ada kegiatan"


def test_while_something_is_done_nothing_else_begins():
    state = State(loaded=True, events=EVENTS, pages=3, page=1)
    assert (state.why_not(), state.place_words()) == ("", "Halaman 2 dari 3")
    assert State(pages=3, progress=Progress("Mengirim")).why_not().startswith("Tunggu")
    assert State().why_not() == "Sedang dimuat…"
    assert State().empty_words() == ("", "")


def test_why_nobody_is_chosen_is_said_by_what_was_asked_for():
    about = {"loaded": True, "events": EVENTS, "kind": "receipt"}
    ceremony = Options(people=People("ceremony"))
    assert "simbolis" in State(**about, options=ceremony).why_not()
    assert "sudah punya" in State(**about, options=ceremony, all_have_it=True).why_not()
    assert State(**about, problem=("Pilih RT.", "")).empty_words() == ("Pilih RT.", "")


def test_a_receipt_given_before_wants_a_reason_and_a_board_does_not():
    about = {"loaded": True, "events": EVENTS, "pages": 1, "count": 4, "again": 1}
    assert "alasan" in State(**about, kind="receipt").why_not()
    assert State(**about, kind="receipt", reprint=Reprint("hilang")).why_not() == ""
    assert State(**about, kind="board").why_not() == ""
    assert State(**about, kind="board").count_words() == "4 orang, 1 halaman"
