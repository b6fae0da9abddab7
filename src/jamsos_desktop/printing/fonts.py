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


def printable(text: str, font: str) -> str:
    """The text with every letter that the font lacks replaced: by its base letter, or by "?".

    Control characters and line breaks become blanks.
    """
    known = pdfmetrics.getFont(font).face.charToGlyph
    if all(ord(letter) in known for letter in text):
        return text
    return "".join(_substitute(letter, known) for letter in text)


def _substitute(letter: str, known: dict[int, int]) -> str:
    if ord(letter) in known:
        return letter
    if unicodedata.category(letter).startswith(("C", "Z")):
        return " "
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if ord(base) in known else "?"
