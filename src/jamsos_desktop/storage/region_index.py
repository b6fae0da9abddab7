"""One level of regions in memory: names beside codes, and the names folded into one text to search.

Names are searched as small letters and digits only, so ``Tapa'an``, ``Tapa’an`` and ``tapaan`` are
the same, as are ``Karang Pilang`` and ``karangpilang``. They are shown as the ministry writes them.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

REGENCY_WIDTH = 4
_MARKS = {number: None for number in range(128) if not chr(number).isalnum() and number != 10}
_KIND = re.compile(r"^(?:kabupaten|kota) ", re.IGNORECASE | re.MULTILINE)


def fold(text: str) -> str:
    """The text as it is searched: small letters and digits, accents and every mark left out."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in plain if char.isascii() and char.isalnum())


class RegionIndex:
    """The regions of one level, ``width`` digits a code, in the order of their codes.

    ``names`` and ``codes`` have one line a region. A kabupaten or kota is searched by its name
    alone. Raises ValueError when the two differ in number.
    """

    def __init__(self, names: str, codes: str, width: int) -> None:
        self.width = width
        self.names = names.split("\n")
        self._codes = codes
        if len(codes) != len(self) * (width + 1) - 1:
            raise ValueError("names and codes differ in number")
        plain = _KIND.sub("", names) if width == REGENCY_WIDTH else names
        # A newline before and after each name; the names are ASCII but for this apostrophe.
        self._folded = "\n" + plain.replace("’", "").lower().translate(_MARKS) + "\n"
        lengths = (len(line) + 1 for line in self._folded[1:-1].split("\n"))
        self._starts = array("I", accumulate(lengths, initial=0))

    def __len__(self) -> int:
        return len(self.names)

    def code(self, row: int) -> str:
        """The code of a row, without dots."""
        start = row * (self.width + 1)
        return self._codes[start : start + self.width]

    def digits(self, place: int) -> str:
        """The digit at one place of every code, in a row."""
        return self._codes[place :: self.width + 1]

    def folded_name(self, row: int) -> str:
        """The name of a row as it is searched."""
        return self._folded[self._starts[row] + 1 : self._starts[row + 1]]

    def rows_within(self, region: str) -> range:
        """The rows whose codes begin with ``region``."""
        every = range(len(self))
        first = bisect_left(every, region, key=self.code)
        return range(first, bisect_left(every, region + ":", key=self.code))  # ":" follows "9"

    def rows_with(self, needle: str, rows: range) -> Iterator[int]:
        """The rows among ``rows`` whose folded name, with its newlines around, has ``needle``."""
        end = self._starts[rows.stop] + 1
        place = self._folded.find(needle, self._starts[rows.start], end)
        while place >= 0:
            row = bisect_right(self._starts, place) - 1
            yield row
            place = self._folded.find(needle, self._starts[row + 1], end)
