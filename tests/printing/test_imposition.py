"""A back lies behind its front, whichever way the printer turns the sheet."""

import pytest
from reportlab.lib.pagesizes import A4

from jamsos_desktop.domain.print_settings import Sheet
from jamsos_desktop.printing.imposition import back_places, places
from jamsos_desktop.printing.pdf import MM

WIDTH, HEIGHT = 85.6 * MM, 53.98 * MM


@pytest.mark.parametrize("sheet", ["a4_long", "a4_short"])
def test_a_back_lies_behind_its_front(sheet: Sheet) -> None:
    for front, back in zip(places(WIDTH, HEIGHT), back_places(WIDTH, HEIGHT, sheet), strict=True):
        if sheet == "a4_long":  # turned like the page of a book
            assert back.x == pytest.approx(A4[0] - front.x - WIDTH)
            assert back.y == pytest.approx(front.y)
            assert not back.turned
        else:  # turned like a calendar's leaf: the back is printed on its head
            assert back.x == pytest.approx(front.x)
            assert back.y == pytest.approx(A4[1] - front.y - HEIGHT)
            assert back.turned
