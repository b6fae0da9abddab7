"""Every id once, and never too many at a time."""

import pytest

from jamsos_desktop.storage.pieces import MOST, in_pieces


@pytest.mark.parametrize("count", [0, 1, MOST - 1, MOST, MOST + 1, 2 * MOST + 3])
def test_every_id_comes_once_in_its_order(count):
    ids = [str(one) for one in range(count)]
    pieces = list(in_pieces(ids))
    assert [one for piece in pieces for one in piece] == ids
    assert all(0 < len(piece) <= MOST for piece in pieces)
