"""Into whose hands a card went, in words."""

import pytest

from jamsos_desktop.domain.hand_over import handed_words, receiver_words


@pytest.mark.parametrize(
    ("to", "name", "said"),
    [
        ("orangnya", "", "Orangnya sendiri"),
        ("keluarga", "Budi", "Keluarga: Budi"),
        ("wakil", "Bu RT", "Wakil: Bu RT"),
    ],
)
def test_who_took_it(to, name, said):
    assert receiver_words(to, name) == said
    assert handed_words(to, name) == f"Kartu diserahkan. {said}"
