"""Text that stays inside its box: it shrinks to a limit, then wraps, then is cut."""

from typing import NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth

ELLIPSIS = "…"
_STEP = 0.5  # points


class Fitted(NamedTuple):
    """Lines that fit, and the size in points at which they do."""

    size: float
    lines: list[str]


def fit_text(
    text: str, font: str, *, size: float, smallest: float, width: float, lines: int
) -> Fitted:
    """Fit a text into ``width`` points and at most ``lines`` lines.

    The largest size at which the text fits wins, fewer lines before more. At the smallest size,
    what does not fit is cut and ends in an ellipsis.
    """
    whole = stringWidth(text, font, size)
    if whole <= width:
        return Fitted(size, [text] if text else [])
    if lines == 1 and whole * smallest / size <= width:
        return Fitted(size * width / whole * 0.999, [text])
    while True:
        wrapped = wrap(text, font, size, width)
        if len(wrapped) <= lines and all(stringWidth(x, font, size) <= width for x in wrapped):
            return Fitted(size, wrapped)
        if size <= smallest:
            break
        size = max(smallest, size - _STEP)
    kept = [*wrapped[: lines - 1], " ".join(wrapped[lines - 1 :])]
    return Fitted(size, [_cut(line, font, size, width) for line in kept])


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    """Break at blanks. A word longer than the width has a line of its own and sticks out."""
    done: list[str] = []
    for word in text.split():
        longer = f"{done[-1]} {word}" if done else word
        if done and stringWidth(longer, font, size) <= width:
            done[-1] = longer
        else:
            done.append(word)
    return done


def _cut(text: str, font: str, size: float, width: float) -> str:
    if stringWidth(text, font, size) <= width:
        return text
    while text and stringWidth(text + ELLIPSIS, font, size) > width:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS
