"""Sheets of A4 that make up a large page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4

from jamsos_desktop.printing.tiles import OVERLAP, tile

SIDES = st.floats(min_value=30, max_value=1200)


@given(SIDES, SIDES)
@settings(max_examples=60)
def test_the_sheets_cover_the_page_and_none_is_too_many(width, height):
    tiling = tile(width, height)
    wide, high = tiling.covered
    assert wide >= width - 0.001
    assert high >= height - 0.001
    assert tiling.columns == 1 or wide - (tiling.width - OVERLAP) < width
    assert tiling.rows == 1 or high - (tiling.height - OVERLAP) < height
    assert len(tiling.corners) == tiling.columns * tiling.rows


def test_neighbours_overlap_and_fill_a_sheet_but_for_its_margin():
    tiling = tile(396, 273)
    first, second = tiling.corners[:2]
    assert second[0] - first[0] == pytest.approx(tiling.width - OVERLAP)
    assert tiling.size == A4
    assert tiling.width == pytest.approx(210 - 22, abs=0.1)
