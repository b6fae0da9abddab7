"""Every rank has its colours."""

from typing import get_args

from jamsos_desktop.gui.style import TONES
from jamsos_desktop.gui.tone import Tone


def test_every_rank_has_its_colours():
    assert set(TONES) == set(get_args(Tone))
