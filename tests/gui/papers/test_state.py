"""What the event's papers say of themselves."""

import pytest

from jamsos_desktop.gui.cards.state import EventLine
from jamsos_desktop.gui.papers.state import DOCUMENTS, State
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
