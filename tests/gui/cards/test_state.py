"""What the page says of its cards."""

import pytest

from jamsos_desktop.gui.cards.state import State
from jamsos_desktop.gui.printing.events import EventLine
from jamsos_desktop.gui.work import Progress

EVENTS = (EventLine("e", "Kegiatan", "hari ini"),)
READY = State(loaded=True, events=EVENTS, event_id="e", cards=11, enrolled=20)


def test_ten_cards_fit_on_a_sheet():
    assert READY.sheets == 2
    assert READY.count_words() == "11 kartu, 2 lembar"
    assert READY.why_not() == ""


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (State(loaded=True), "Belum ada kegiatan"),
        (State(loaded=True, events=EVENTS), "Belum ada peserta di kegiatan ini"),
        (
            State(loaded=True, events=EVENTS, enrolled=3),
            "Semua kartu kegiatan ini sudah dicetak",
        ),
        (State(loaded=True, cards=1, asked=1), "Jawab dulu apakah kartu keluar dengan baik."),
        (
            State(loaded=True, cards=1, progress=Progress("Menulis")),
            "Tunggu sampai pekerjaan ini selesai.",
        ),
    ],
)
def test_a_button_that_cannot_be_pressed_says_why(state, why):
    assert state.why_not() == why
