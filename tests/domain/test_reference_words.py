"""What files are called, and where they come from."""

import pytest

from jamsos_desktop.domain.reference_words import file_words, origin_words, unreadable_words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tariffs.toml", "Tarif iuran"),
        ("rules/blitar-2026.toml", "Aturan peserta blitar-2026"),
        ("mappings/bpjs-bpu.toml", "Berkas untuk BPJS bpjs-bpu"),
        ("texts/consent-2.id.toml", "Teks persetujuan versi 2 (id)"),
        ("texts/benefits-2.toml", "Angka manfaat versi 2"),
        ("formulas/x.toml", "formulas/x.toml"),
    ],
)
def test_a_file_in_words(name, words):
    assert file_words(name) == words


def test_where_a_file_comes_from():
    at = "2026-11-12T09:00:00+07:00"
    assert origin_words("", "", added=False) == "bawaan program"
    assert origin_words(at, "Dewi", added=False) == "diganti 12 November 2026 oleh Dewi"
    assert origin_words(at, "", added=True) == "ditambah 12 November 2026 oleh kantor"


def test_what_wants_a_newer_program_is_said():
    assert unreadable_words(()) == ""
    assert "Tarif iuran. Yang lama tetap berlaku." in unreadable_words(("tariffs.toml",))
