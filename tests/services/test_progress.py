"""Being told and being stopped."""

import pytest

from jamsos_desktop.errors import Cancelled
from jamsos_desktop.services.progress import CancelToken, silent


def test_work_goes_on_until_somebody_asks_it_to_stop():
    token = CancelToken()
    token.check()
    token.cancel()
    for _ in range(2):
        with pytest.raises(Cancelled):
            token.check()


def test_nobody_need_watch():
    silent(0, 0)
