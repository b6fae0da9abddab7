"""The fonts of documents: widths as they are printed, and no letter that they lack."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from jamsos_desktop.printing.fonts import (
    BOLD,
    MONO,
    REGULAR,
    SEMIBOLD,
    load_fonts,
    printable,
    text_width,
)

FONTS = (REGULAR, SEMIBOLD, BOLD, MONO)


@given(st.text(max_size=40), st.sampled_from(FONTS))
def test_a_printable_text_has_only_letters_of_the_font(text, font):
    shown = printable(text, font)
    assert len(shown) == len(text)
    assert text_width(shown, font, 10) >= 0
    assert printable(shown, font) == shown


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz ’.,'0123456789", max_size=40))
def test_a_width_is_that_of_the_printed_text(text):
    load_fonts()
    for font in FONTS:
        assert text_width(text, font, 9.5) == pytest.approx(stringWidth(text, font, 9.5))


def test_a_letter_that_no_font_has_is_a_bug_of_the_caller():
    with pytest.raises(KeyError):
        text_width("名", REGULAR, 10)


@pytest.mark.parametrize("font", FONTS)
def test_names_and_amounts_of_this_country_need_no_substitute(font):
    text = "Nur’aini Sya'diyah, S.Pd. – Rp1.000.000 “Pekerja rentan” • 2×"
    assert printable(text, font) == text


def test_accents_go_before_letters_do():
    assert printable("Nguyễn\u00a0Ọ\n", MONO).startswith("Nguy")
    assert printable("ọ\u2028x", REGULAR) == "o x"
