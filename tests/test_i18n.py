"""Two languages: the source is Indonesian, the catalogue English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.i18n import LANGUAGES, N_, _, pick, set_language


def test_a_language_that_is_not_there_is_a_bug_not_a_silence():
    with pytest.raises(FileNotFoundError):
        set_language("jv")
    assert _("Simpan") == "Simpan"


def test_a_marked_text_is_translated_when_it_is_shown():
    title = N_("Simpan")
    set_language("en")
    assert title == "Simpan"
    assert _(title) == "Save"
    set_language("id")
    assert _(title) == "Simpan"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_stays_nothing(language):
    """gettext answers an empty text with the head of its catalogue."""
    set_language(language)
    assert _("") == ""


def test_gaps_are_filled_after_translating():
    set_language("en")
    assert _("{count} belum diekspor", count=3) == "3 not exported yet"


@given(st.text())
def test_what_fills_a_gap_is_never_read_as_a_gap(name):
    assert _("Untuk {name}", name=name) == f"Untuk {name}"
    assert _("Untuk {name}", name="{name}") == "Untuk {name}"


def test_a_text_of_a_data_file_is_picked_by_language():
    both = {"id": "Terlalu muda", "en": "Too young"}
    assert pick(both) == "Terlalu muda"
    set_language("en")
    assert pick(both) == "Too young"
    assert pick({"id": "Perwal 1/2025"}) == "Perwal 1/2025"
