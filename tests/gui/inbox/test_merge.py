"""Gaps and forks in words."""

from jamsos_desktop.gui.inbox import merge


def test_gaps_are_named_with_their_numbers():
    text = merge._gaps([(3, 3), (7, 9)])
    assert "nomor 3, 7–9." in text
    assert "Minta pos mengekspor sekali lagi" in text
    assert merge._gaps([]) == ""


def test_many_forks_are_counted():
    assert "(nomor 1, 2, 3, 4, 5 dan 2 lagi)" in merge._forks(range(1, 8))
    assert merge._forks([]) == ""
