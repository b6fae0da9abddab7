"""The office's balance: what stations say they made, what arrived, and what became of it.

Every figure is counted from the journal (decision 0027). Whatever arrived is in exactly one of the
figures, so they add up by construction; only what a station says can differ from what arrived.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import msgspec

from jamsos_desktop.i18n import _

#: Numbers that are missing, both ends included.
Range = tuple[int, int]
#: How a station's part stands; the first that fits counts.
StationStanding = Literal["differs", "gaps", "forked", "never", "late", "unclaimed", "whole"]
_NAMED = 8  # so many ranges are named; the rest is counted


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """Registrations that arrived. Those below ``withdrawn`` are about who counts."""

    complete: int = 0
    incomplete: int = 0
    voided: int = 0
    withdrawn: int = 0  # took their consent back, and are not voided
    undecided: int = 0
    to_correct: int = 0
    duplicate: int = 0
    rejected: int = 0
    to_send: int = 0  # accepted, and in no file for BPJS yet
    unanswered: int = 0  # in a file for BPJS
    active: int = 0
    refused: int = 0  # by BPJS

    @property
    def counted(self) -> int:
        """Who counts."""
        return self.complete + self.incomplete

    @property
    def gone(self) -> int:
        """Who does not count: voided, or without consent."""
        return self.voided + self.withdrawn

    @property
    def arrived(self) -> int:
        """Every registration that the office has."""
        return self.counted + self.gone

    @property
    def accepted(self) -> int:
        """Whom the office accepted, sent to BPJS or not."""
        return self.to_send + self.sent

    @property
    def sent(self) -> int:
        """Who stood in a file for BPJS."""
        return self.unanswered + self.active + self.refused

    @property
    def open(self) -> int:
        """For whom somebody still has to do something, here, at a station or at BPJS."""
        return self.counted - self.active - self.duplicate - self.rejected

    def plus(self, other: "Figures") -> "Figures":
        """Both together."""
        names = self.__struct_fields__
        return Figures(**{name: getattr(self, name) + getattr(other, name) for name in names})


class EventDay(msgspec.Struct, frozen=True, kw_only=True):
    """One station at one event on one day. ``claimed`` is None where it says nothing."""

    station_id: str
    event_id: str
    day: str  # ISO 8601
    claimed: int | None
    figures: Figures


class StationPart(msgspec.Struct, frozen=True, kw_only=True):
    """One station in all."""

    station_id: str
    name: str
    code: str
    claimed: int | None
    figures: Figures
    last_bundle: str = ""  # when its last bundle was taken in, ISO 8601 with zone
    gaps: tuple[Range, ...] = ()  # of its journal: entries that have not arrived
    forks: tuple[int, ...] = ()  # numbers of entries that it used twice
    skipped: tuple[Range, ...] = ()  # registration numbers that nobody has
    aside: int = 0  # entries that are kept without anything being made of them
    late: bool = False  # the last bundle is older than asked for
    here: bool = False  # the office itself

    @property
    def difference(self) -> int:
        """How many are missing; negative where more arrived than the station says it made."""
        return 0 if self.claimed is None else self.claimed - self.figures.arrived

    @property
    def standing(self) -> StationStanding:
        """What matters most about it."""
        found: tuple[tuple[StationStanding, bool], ...] = (
            ("differs", self.difference != 0),
            ("gaps", bool(self.gaps)),
            ("forked", bool(self.forks)),
            ("never", not self.here and not self.last_bundle),
            ("late", self.late),
            ("unclaimed", not self.here and self.claimed is None),
        )
        return next((word for word, fits in found if fits), "whole")

    @property
    def balances(self) -> bool:
        """Everything that it says it made has arrived, and nothing of its journal is lacking."""
        return self.standing not in ("differs", "gaps", "forked")


class OfficeBalance(NamedTuple):
    """The whole: by station, and by station, event and day."""

    stations: Sequence[StationPart]
    days: Sequence[EventDay]

    @property
    def balances(self) -> bool:
        """Nothing is missing anywhere, as far as stations say what they made."""
        return all(one.balances for one in self.stations)


def ranges_words(ranges: Sequence[Range]) -> str:
    """``40–52, 57``; beyond some, how many more."""
    named = [str(first) if first == last else f"{first}–{last}" for first, last in ranges]
    shown, more = ", ".join(named[:_NAMED]), len(named) - _NAMED
    return shown if more <= 0 else _("{shown} dan {more} lagi", shown=shown, more=more)


def count_of(ranges: Sequence[Range]) -> int:
    """How many numbers there are in these ranges."""
    return sum(last - first + 1 for first, last in ranges)
