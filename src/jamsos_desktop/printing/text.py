"""Text that stays inside its box: it shrinks to a limit, then wraps, then is cut."""

from itertools import accumulate
from typing import NamedTuple

from jamsos_desktop.printing.fonts import printable, text_width

ELLIPSIS = "…"
#: Distance of baselines, as a part of the size.
LEADING = 1.12
#: Height of a capital letter, as a part of the size.
CAPITAL = 0.7
_STEP = 0.5  # points


class Room(NamedTuple):
    """How a text may be set: sizes, width and height in points."""

    font: str
    size: float
    smallest: float
    width: float
    height: float
    lines: int = 1
    leading: float = LEADING


class Fitted(NamedTuple):
    """Lines that fit, the size in points at which they do, and whether something was cut off."""

    size: float
    lines: list[str]
    cut: bool = False


def fit_text(text: str, room: Room) -> Fitted:
    """Fit a text into a room.

    One line wins as long as it need not shrink below the middle between the two sizes; then the
    largest size that fits on several lines. At the smallest size, what does not fit is cut and ends
    in an ellipsis. Letters that the font lacks are replaced.
    """
    text = " ".join(printable(text, room.font).split())
    whole = text_width(text, room.font, room.size)
    if whole <= room.width:
        return Fitted(room.size, [text] if text else [])
    limit = room.smallest if room.lines == 1 else (room.size + room.smallest) / 2
    if limit * whole <= room.width * room.size:
        return Fitted(room.size * room.width / whole, [text])
    size = room.size
    while size > room.smallest:
        lines = wrap(text, room.font, size, room.width)
        if _fits(lines, size, room):
            return Fitted(size, lines)
        size = max(room.smallest, size - _STEP)
    lines = wrap(text, room.font, size, room.width)
    rows = max(1, min(room.lines, int(room.height / (size * room.leading))))
    kept = lines if len(lines) <= rows else [*lines[: rows - 1], " ".join(lines[rows - 1 :])]
    shown = [_cut(line, room.font, size, room.width) for line in kept]
    return Fitted(size, shown, cut=shown != lines)


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    """Break at blanks. A word longer than the width has a line of its own and sticks out."""
    blank = text_width(" ", font, size)
    done: list[list[str]] = []
    used = width
    for word in text.split():
        long = text_width(word, font, size)
        if done and used + blank + long <= width:
            done[-1].append(word)
            used += blank + long
        else:
            done.append([word])
            used = long
    return [" ".join(words) for words in done]


def _fits(lines: list[str], size: float, room: Room) -> bool:
    return (
        len(lines) <= room.lines
        and len(lines) * size * room.leading <= room.height
        and all(text_width(line, room.font, size) <= room.width for line in lines)
    )


def _cut(text: str, font: str, size: float, width: float) -> str:
    """The text, or as much of its beginning as fits together with an ellipsis."""
    if text_width(text, font, size) <= width:
        return text
    free = width - text_width(ELLIPSIS, font, size)
    reach = accumulate(text_width(letter, font, size) for letter in text)
    kept = sum(end <= free for end in reach)
    return text[:kept].rstrip() + ELLIPSIS
