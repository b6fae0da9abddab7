"""A sheet full at a time."""

from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.printing.by_sheet import by_sheet


@given(st.integers(0, 30), st.integers(1, 12))
def test_everything_comes_once_and_in_its_order(count, most):
    told = []
    sheets = list(by_sheet(range(count), most, count, lambda *far: told.append(far)))
    assert [one for sheet in sheets for one in sheet] == list(range(count))
    assert all(len(sheet) == most for sheet in sheets[:-1])
    assert [done for done, _total in told] == [
        min(n * most, count) for n in range(1, len(sheets) + 1)
    ]
    assert {total for _done, total in told} <= {count}


def test_nothing_is_taken_before_it_is_drawn():
    taken = []

    def things():
        for one in range(9):
            taken.append(one)
            yield one

    sheets = by_sheet(things(), 2)
    next(sheets)
    assert taken == [0, 1]
