"""Which people a batch of papers is for, and the order in which they come to the table for it.

People are called by queue numbers. So those who have one come first, station by station, by their
turns; the others after them, by registration numbers.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

import msgspec

from jamsos_desktop.domain.numbers import normalise_number
from jamsos_desktop.errors import UserError

#: What somebody may still lack: their card, a card that says that they are active by now (for those
#: only to whom BPJS gave a number), or a paper beside it.
Lacking = Literal["", "card", "active_card", "receipt", "board"]
Turn = tuple[str, int]  # the station's code, and the number there

# A queue number has three or four digits, a registration number at least five.
_TYPED = re.compile(
    r"(?:([A-Z0-9]{2,6})-)?(?:(?P<queue>[0-9]{1,4})|(?P<registration>[0-9]{5,9})(?:-[A-Z0-9])?)"
)


class Which(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody who counts, narrowed by whatever is not empty.

    ``queue_from`` and ``queue_to`` are queue numbers (``7``, ``MJK1-007``) or both registration
    numbers (``MJK1-00042-K``), inclusive; one of them alone leaves the other end open.
    """

    queue_from: str = ""
    queue_to: str = ""
    village: str = ""  # Kemendagri code, dotted
    rw: str = ""
    rt: str = ""
    not_printed: Lacking = ""
    record_ids: tuple[str, ...] | None = None  # only these, of whichever event
    ceremony: bool = False  # only those chosen to be handed a card in public


class Range(NamedTuple):
    """From one number to another, inclusive; a code that is empty stands for every station."""

    of: Literal["queue", "registration"]
    code: str
    first: int
    last: int | None

    def holds(self, turns: Sequence[Turn], number: str) -> bool:
        """Whether somebody with these turns and this registration number is within."""
        those = turns if self.of == "queue" else [number_order(number)]
        return any(
            self.code in ("", code)
            and self.first <= count
            and (self.last is None or count <= self.last)
            for code, count in those
        )


def read_range(first: str, last: str) -> Range | None:
    """What was typed; None where nothing was. Raises ``range_unclear``."""
    ends = [_read(text) if text.strip() else None for text in (first, last)]
    known = [end for end in ends if end is not None]
    if not known:
        return None
    kinds = {end.of for end in known}
    codes = {end.code for end in known} - {""}
    if len(kinds) > 1 or len(codes) > 1:
        raise UserError("range_unclear")
    start, end = (one.first if one else None for one in ends)
    if start is not None and end is not None and start > end:
        start, end = end, start
    return Range(kinds.pop(), codes.pop() if codes else "", start or 0, end)


def hand_over_order(turns: Sequence[Turn], number: str) -> tuple[bool, Turn, Turn]:
    """What people are sorted by: the first of their turns, then the registration number."""
    return not turns, min(turns, default=("", 0)), number_order(number)


def number_order(number: str) -> Turn:
    """The station's code and the counter of a registration number; the text where it is none."""
    code, _hyphen, rest = number.partition("-")
    digits = rest.partition("-")[0]
    return (code, int(digits)) if digits.isdecimal() else (number, 0)


def _read(text: str) -> Range:
    match = _TYPED.fullmatch(normalise_number(text))
    if match is None:
        raise UserError("range_unclear")
    if match["queue"]:
        return Range("queue", match[1] or "", int(match["queue"]), None)
    return Range("registration", match[1] or "", int(match["registration"]), None)
