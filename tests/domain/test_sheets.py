"""Which sheets of a pile, as a person writes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.sheets import read_sheets
from jamsos_desktop.errors import UserError


@pytest.mark.parametrize(
    ("text", "sheets"),
    [("2", [2]), ("1-3, 5", [1, 2, 3, 5]), (" 3 – 1 ;1,", [1, 2, 3]), ("4,4,4", [4])],
)
def test_it_is_understood(text, sheets):
    assert read_sheets(text, 5) == sheets


@pytest.mark.parametrize("text", ["", "0", "6", "1-6", "a", "1-", "-2", "1 2", "1,,2"])
def test_it_is_refused_where_it_is_unclear_or_beyond_the_pile(text):
    with pytest.raises(UserError, match="sheets_unclear"):
        read_sheets(text, 5)


@given(st.sets(st.integers(1, 40), min_size=1))
def test_what_is_written_down_is_read_again(sheets):
    assert read_sheets(", ".join(map(str, sheets)), 40) == sorted(sheets)
