"""What the page "Neraca" shows, as frozen values in words. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from jamsos_desktop.domain.office_balance import OfficeBalance, StationPart, StationStanding
from jamsos_desktop.gui.candidates.lines import Named
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.messages import Explanation
from jamsos_desktop.services.balance import LATE_DAYS, day_words, figures_of, missing_words

Side = Literal["stations", "days"]

#: How a station's part stands, in a word, with its colour; what wants a look first comes first.
STANDINGS: Mapping[StationStanding, tuple[str, Tone]] = {
    "differs": (N_("tidak cocok"), "error"),
    "gaps": (N_("catatan kurang"), "error"),
    "forked": (N_("nomor bercabang"), "error"),
    "never": (N_("belum mengirim"), "warning"),
    "late": (N_("terlambat"), "warning"),
    "unclaimed": (N_("tidak menyebut jumlah"), "neutral"),
    "whole": (N_("cocok"), "success"),
}


class StationLine(NamedTuple):
    """A station, its figures in the order of the service, and what is missing."""

    name: str
    standing: str
    tone: Tone
    figures: tuple[str, ...]
    last_bundle: str
    missing: str


class DayLine(NamedTuple):
    """A station at an event on a day."""

    station: str
    event_id: str
    event: str
    day: str
    figures: tuple[str, ...]
    missing: str  # of the station


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the page shows."""

    loaded: bool = False
    balances: bool = True
    summary: str = ""
    side: Side = "stations"
    stations: tuple[StationLine, ...] = ()
    days: tuple[DayLine, ...] = ()
    events: tuple[Named, ...] = ()
    event_id: str = ""
    late_days: int = LATE_DAYS
    error: Explanation | None = None

    @property
    def chosen_days(self) -> tuple[DayLine, ...]:
        """The days of the event that is chosen, or all."""
        return tuple(one for one in self.days if self.event_id in ("", one.event_id))

    @property
    def empty(self) -> bool:
        """There is no station, and nothing was registered here."""
        return self.loaded and not self.days and not self.stations

    def why_not_save(self) -> str:
        """Why nothing can be saved now; empty where it can."""
        if not self.loaded:
            return _("Sedang dihitung…")
        return _("Belum ada yang dihitung.") if self.empty else ""


def station_lines(balance: OfficeBalance) -> tuple[StationLine, ...]:
    """The stations in words, those that want a look first.

    The office itself is among them only where something was registered there.
    """
    shown = (one for one in balance.stations if not one.here or one.figures.arrived)
    order = list(STANDINGS)
    return tuple(map(_station, sorted(shown, key=lambda one: order.index(one.standing))))


def day_lines(balance: OfficeBalance, events: Mapping[str, str]) -> tuple[DayLine, ...]:
    """The days in words; ``events`` are names by id."""
    stations = {one.station_id: one for one in balance.stations}
    return tuple(
        DayLine(
            station=stations[one.station_id].name,
            event_id=one.event_id,
            event=events.get(one.event_id, one.event_id[:8]),
            day=day_words(one.day),
            figures=figures_of(one.claimed, one.figures),
            missing=missing_words(stations[one.station_id]),
        )
        for one in balance.days
    )


def event_names(days: Sequence[DayLine]) -> tuple[Named, ...]:
    """The events of these lines, each once, in their order."""
    return tuple({one.event_id: Named(one.event_id, one.event) for one in days}.values())


def _station(one: StationPart) -> StationLine:
    word, tone = STANDINGS[one.standing]
    return StationLine(
        name=one.name,
        standing=_(word),
        tone=tone,
        figures=figures_of(one.claimed, one.figures),
        last_bundle=day_words(one.last_bundle[:10]) if one.last_bundle else "–",
        missing=missing_words(one),
    )
