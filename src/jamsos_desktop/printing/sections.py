"""Sections of an explained text below each other: titles, what is said, lines with amounts.

The type is as large as everything fits, between two sizes; what room is left goes between sections.
"""

from collections.abc import Sequence
from typing import NamedTuple

from jamsos_desktop.domain.explanation import Page
from jamsos_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD, printable, text_width
from jamsos_desktop.printing.text import wrap

_STEP = 0.25  # points
_BULLET = "•"
# As parts of the size of type:
_TITLE = 1.35
_LEADING = 1.22
_INDENT = 1.0
_BETWEEN_LINES = 0.18
_BETWEEN_SECTIONS = 0.9
_MOST_BETWEEN = 1.6  # more than that looks torn apart
_ASCENT = 0.78


class Run(NamedTuple):
    """A line of text: where its baseline begins (points from the upper left corner)."""

    x: float
    y: float
    text: str
    font: str
    size: float

    @property
    def is_title(self) -> bool:
        """Whether it heads a section."""
        return self.font == BOLD


class Setting(NamedTuple):
    """Text that is set: its lines, its height in points, and whether all of it fits."""

    runs: list[Run]
    height: float
    fits: bool


def set_sections(
    pages: Sequence[Page], width: float, height: float, size: float, smallest: float
) -> Setting:
    """Set the sections into a room, lengths in points; at the smallest size whatever happens."""
    while True:
        setting = _set(pages, width, size, _BETWEEN_SECTIONS * size)
        fits = setting.fits and setting.height <= height
        if fits or size <= smallest:
            break
        size = max(smallest, size - _STEP)
    if fits and len(pages) > 1:
        room = (height - setting.height) / (len(pages) - 1)
        between = _BETWEEN_SECTIONS * size + min(_MOST_BETWEEN * size, room)
        setting = _set(pages, width, size, between)
    return Setting(setting.runs, setting.height, fits)


def _set(pages: Sequence[Page], width: float, size: float, between: float) -> Setting:
    column = _Column(width)
    for index, page in enumerate(pages):
        if index:
            column.skip(between)
        column.add(page.title, BOLD, _TITLE * size)
        column.add(page.say, REGULAR, size)
        for what, amount in page.lines:
            column.skip(_BETWEEN_LINES * size)
            column.add_line(what, amount, size)
    return Setting(column.runs, column.height, column.fits)


class _Column:
    """Text that grows downwards."""

    def __init__(self, width: float) -> None:
        self.runs: list[Run] = []
        self.height = 0.0
        self.fits = True
        self._width = width

    def skip(self, distance: float) -> None:
        self.height += distance

    def add(self, text: str, font: str, size: float, indent: float = 0) -> None:
        """A paragraph."""
        room = self._width - indent
        for line in wrap(printable(text, font), font, size, room):
            self.fits = self.fits and text_width(line, font, size) <= room
            self.runs.append(Run(indent, self.height + _ASCENT * size, line, font, size))
            self.height += _LEADING * size

    def add_line(self, what: str, amount: str, size: float) -> None:
        """A line after a bullet; its amount stands at the right, below it where both are long."""
        indent = _INDENT * size
        self.runs.append(Run(0, self.height + _ASCENT * size, _BULLET, REGULAR, size))
        self.add(what, REGULAR, size, indent)
        amount = printable(amount, SEMIBOLD)
        if not amount:
            return
        long, last = text_width(amount, SEMIBOLD, size), self.runs[-1]
        end = last.x + text_width(last.text, last.font, size)
        if end + size + long <= self._width:
            self.runs.append(Run(self._width - long, last.y, amount, SEMIBOLD, size))
        else:
            self.add(amount, SEMIBOLD, size, indent)
