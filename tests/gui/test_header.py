"""What stands at the top, in words."""

import pytest

from jamsos_desktop.gui.header import Header


@pytest.mark.parametrize(
    ("pending", "words"), [(None, ""), (0, "Semua sudah diekspor"), (12, "12 belum diekspor")]
)
def test_what_the_office_does_not_have_yet(pending, words):
    assert Header(pending=pending).pending_words() == words


@pytest.mark.parametrize(
    ("days", "words"),
    [(None, ""), (0, "Balasan kantor hari ini"), (3, "Balasan kantor 3 hari lalu")],
)
def test_how_old_the_last_receipt_is(days, words):
    assert Header(receipt_days=days).receipt_words() == words
