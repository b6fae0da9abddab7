"""Gaps, forks and what is set aside, in words."""

from jamsos_desktop import __version__
from jamsos_desktop.gui.inbox import seen
from jamsos_desktop.services.import_report import Aside, ImportReport, MissingPicture


def test_gaps_are_named_with_their_numbers():
    text = seen._gaps([(3, 3), (7, 9)])
    assert "nomor 3, 7–9." in text
    assert "Minta pos mengekspor sekali lagi" in text
    assert seen._gaps([]) == ""


def test_many_forks_are_counted():
    assert "(nomor 1, 2, 3, 4, 5 dan 2 lagi)" in seen._forks(range(1, 8))
    assert seen._forks([]) == ""


def test_whose_pictures_are_lacking_is_said():
    lacking = [
        MissingPicture("a" * 64, "photo", "MJK1-00001-A", refused=False),
        MissingPicture("b" * 64, "signature", "MJK1-00001-A", refused=True),
        MissingPicture("c" * 64, "photo", "", refused=False),
    ]
    text = seen.missing_words(lacking)
    assert "milik MJK1-00001-A, (tanpa nomor)." in text
    assert "1 gambar ikut terkirim tetapi rusak." in text
    assert seen.missing_words([]) == ""


def test_what_is_set_aside_is_named_with_why():
    aside = [
        Aside("s", 4, "newer", "wish", "2026-11-22T09:00:00+07:00", ""),
        Aside("s", 9, "oversteps", "officer", "2026-11-22T09:00:00+07:00", ""),
    ]
    text = seen.aside_words(aside)
    assert text.startswith("2 catatan disisihkan: nomor 4 (ditulis program yang lebih baru), 9 (")
    assert seen.aside_words([]) == ""


def test_a_bundle_that_was_left_out_and_another_version_are_facts():
    told = ImportReport("a.jamsos", "Pos 1", "MJK1", application=__version__)
    assert not any("sebelumnya" in fact or "versi" in fact for fact in seen._facts(told))
    told.skipped, told.application = True, "9.9"
    facts = seen._facts(told)
    assert "bundel sebelumnya tidak pernah sampai, isinya ada di sini juga" in facts
    assert "ditulis program versi 9.9" in facts
    told.gaps = [(3, 4)]  # then its content is not here either, and the gap is named
    assert not any("sebelumnya" in fact for fact in seen._facts(told))
