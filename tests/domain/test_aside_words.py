"""What is set aside, in words."""

from typing import get_args

import pytest

from jamsos_desktop.domain.aside_words import (
    _KINDS,
    advice_words,
    kind_words,
    short_words,
    why_words,
)
from jamsos_desktop.domain.set_aside import KNOWN_TYPES, Why


@pytest.mark.parametrize("why", get_args(Why))
def test_each_reason_says_what_to_do(why):
    assert 0 < len(short_words(why)) < len(why_words(why))
    assert advice_words(why).endswith(".")


def test_an_entry_is_called_what_it_would_be():
    assert kind_words("participant") == "pendaftaran"
    assert kind_words("wish") == "catatan lain (wish)"
    assert kind_words("") == "tidak diketahui"


def test_only_kinds_that_exist_have_words():
    assert _KINDS.keys() <= KNOWN_TYPES
