"""Chosen cards on their sheets."""

from typing import get_args

import pytest

from jamsos_desktop.domain.print_settings import Sheet
from jamsos_desktop.gui.cards.batch import Cards
from jamsos_desktop.gui.cards.state import Look

PEOPLE = tuple(f"{place:02d}" for place in range(23))


@pytest.mark.parametrize("sides", [1, 2])
@pytest.mark.parametrize("sheet", get_args(Sheet))
def test_every_card_stands_on_one_sheet(sheet, sides):
    cards = Cards(PEOPLE, Look(sheet=sheet, sides=sides))
    assert cards.pages == cards.sheets * sides
    every = range(1, cards.sheets + 1)
    assert cards.on_sheets(every) == cards
    each = [cards.on_sheets([one]).record_ids for one in every]
    assert tuple(one for sheet in each for one in sheet) == PEOPLE
    assert max(map(len, each)) == cards.look.on_sheet


def test_without_anybody_there_is_no_sheet():
    assert (Cards().sheets, Cards().pages, Cards().asked) == (0, 0, 0)
