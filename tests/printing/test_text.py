"""Text stays inside its room, whatever it says."""

from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.printing.fonts import BOLD, printable, text_width
from jamsos_desktop.printing.text import LEADING, Room, fit_text

ROOM = Room(BOLD, size=13, smallest=7, width=140, height=24, lines=3)


@given(st.text(max_size=90))
def test_every_text_fits(text: str) -> None:
    fitted = fit_text(text, ROOM)
    assert ROOM.smallest <= fitted.size <= ROOM.size
    assert len(fitted.lines) <= ROOM.lines
    assert len(fitted.lines) * fitted.size * LEADING <= ROOM.height
    assert all(text_width(line, BOLD, fitted.size) <= ROOM.width + 0.01 for line in fitted.lines)


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ ", max_size=60))
def test_what_is_not_cut_is_whole(text: str) -> None:
    lines = fit_text(text, ROOM).lines
    if not any(line.endswith("…") for line in lines):
        assert " ".join(lines) == " ".join(text.split())


def test_short_text_keeps_its_size_and_long_text_loses_it() -> None:
    assert fit_text("X", ROOM) == (13, ["X"], False)
    assert fit_text("", ROOM).lines == []
    assert fit_text("Raden Mas Suryo Kusumo Hadiningrat", ROOM).size < 13


def test_words_stay_whole_while_there_is_room() -> None:
    assert fit_text("Moch. Choirul Anam Kusumaningrat", ROOM).lines == [
        "Moch. Choirul Anam",
        "Kusumaningrat",
    ]


def test_letters_that_the_font_lacks_are_replaced() -> None:
    assert printable("Asy’ari • 2×24 — Şükrü", BOLD) == "Asy’ari • 2×24 — Şükrü"
    assert printable("a\tb", BOLD) == "a b"
    assert printable("≤ 名 ọ", BOLD) == "? ? o"


def test_it_is_said_when_something_was_cut() -> None:
    assert fit_text("W" * 60, ROOM).cut
    assert not fit_text("Siti Aminah", ROOM).cut


def test_no_more_lines_are_kept_than_the_height_has_room_for() -> None:
    low = Room(BOLD, 10, 8, 60, 20, lines=5)
    fitted = fit_text("satu dua tiga empat lima enam tujuh delapan sembilan", low)
    assert len(fitted.lines) == 2
    assert fitted.cut
