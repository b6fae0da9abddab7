"""Gaps and forks in words."""

from jamsos_desktop.gui.inbox import merge
from jamsos_desktop.services.import_report import MissingPicture


def test_gaps_are_named_with_their_numbers():
    text = merge._gaps([(3, 3), (7, 9)])
    assert "nomor 3, 7–9." in text
    assert "Minta pos mengekspor sekali lagi" in text
    assert merge._gaps([]) == ""


def test_many_forks_are_counted():
    assert "(nomor 1, 2, 3, 4, 5 dan 2 lagi)" in merge._forks(range(1, 8))
    assert merge._forks([]) == ""


def test_whose_pictures_are_lacking_is_said():
    lacking = [
        MissingPicture("a" * 64, "photo", "MJK1-00001-A", refused=False),
        MissingPicture("b" * 64, "signature", "MJK1-00001-A", refused=True),
        MissingPicture("c" * 64, "photo", "", refused=False),
    ]
    text = merge.missing_words(lacking)
    assert "milik MJK1-00001-A, (tanpa nomor)." in text
    assert "1 gambar ikut terkirim tetapi rusak." in text
    assert merge.missing_words([]) == ""
