"""Every state of a registration has its words, in both languages."""

from typing import get_args

from jamsos_desktop.domain.standing import Standing
from jamsos_desktop.gui.standing_words import shown


def test_every_state_is_named_and_those_that_need_somebody_say_what_to_do():
    words = {state: shown(state) for state in get_args(Standing)}
    assert len({one.name for one in words.values()}) == len(words)
    asks = {state for state, one in words.items() if one.todo}
    assert asks == {"perlu_perbaikan", "duplikat", "ditolak", "ditolak_bpjs"}
    assert all(one.tone == "warning" for state, one in words.items() if state in asks)
