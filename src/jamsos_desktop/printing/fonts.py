"""The fonts of our documents: the same files as on the screen, embedded as subsets."""

import unicodedata
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from jamsos_desktop.paths import resource

REGULAR = "PlusJakartaSans-Regular"
SEMIBOLD = "PlusJakartaSans-SemiBold"
BOLD = "PlusJakartaSans-Bold"
MONO = "JetBrainsMono-SemiBold"


@cache
def load_fonts() -> None:
    """Make our fonts known to ReportLab, which keeps one table for the process."""
    for name in (REGULAR, SEMIBOLD, BOLD, MONO):
        pdfmetrics.registerFont(TTFont(name, str(resource(f"fonts/{name}.ttf"))))


@cache
def _widths(font: str) -> dict[str, float]:
    """The width of each letter that the font has, for type of one point."""
    load_fonts()
    face = pdfmetrics.getFont(font).face
    return {chr(code): face.getCharWidth(code) / 1000 for code in face.charToGlyph}


def text_width(text: str, font: str, size: float) -> float:
    """The width in points of a :func:`printable` text. Other letters raise :class:`KeyError`.

    ReportLab's own ``stringWidth`` takes ten times as long.
    """
    return size * sum(map(_widths(font).__getitem__, text))


def printable(text: str, font: str) -> str:
    """The text with every letter that the font lacks replaced: by its base letter, or by "?".

    Control characters and line breaks become blanks.
    """
    known = _widths(font)
    if known.keys() >= set(text):
        return text
    return "".join(_substitute(letter, known) for letter in text)


def _substitute(letter: str, known: dict[str, float]) -> str:
    if letter in known:
        return letter
    if unicodedata.category(letter).startswith(("C", "Z")):
        return " "
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if base in known else "?"
